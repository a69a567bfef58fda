"""Areas of a vote: where one may vote, what is told of turnout, and the table of what became of every project."""

import csv
import io

import pytest

from backend.errors import LivesElsewhere, LivesNowhere
from backend.votes import roll, votecount, votes, voting
from storage.database import Database
from storage.votes import Areas, Budget, Heading
from tests.tally.ballotdays import NOW, contact, counted, held

_PEOPLE = {"Roxbury": 12, "Dorchester": 11, "Mattapan": 4, "": 3}


def _hold(database: Database, people: dict[str, int]) -> tuple[int, int]:
    """A vote on a roll with areas, in which everybody takes a ballot of the city's part; ids of vote and part."""
    with database.transaction() as session:
        budget, heading = held(session, people, Areas.OWN)
        return budget.id, heading.id


def test_one_votes_where_one_lives(database: Database) -> None:
    """In the own area's part and the city's; elsewhere it is refused, with the reason that is true."""
    budget_id, _ = _hold(database, {"Roxbury": 1, "": 1})
    with database.transaction() as session:
        budget = session.get_one(Budget, budget_id)
        parts = {one.area: one for one in votes.headings_of(session, budget)}
        here, nowhere = contact(session).id, contact(session).id
        roll.prove_by_code(session, budget, here, "K-0", now=NOW)
        roll.prove_by_code(session, budget, nowhere, "K-1", now=NOW)
        assert [one.area for one in voting.open_to(session, budget, here)] == [None, "Roxbury"]
        assert [one.area for one in voting.open_to(session, budget, nowhere)] == [None]
        project = votes.projects_of(session, parts["Roxbury"])[0].reference
        assert voting.cast(session, parts["Roxbury"], here, [project], now=NOW).nth == 1
        with pytest.raises(LivesElsewhere) as refused:
            voting.cast(session, parts["Dorchester"], here, [project], now=NOW)
        assert refused.value.variables == {"area": "Roxbury"}
        with pytest.raises(LivesNowhere):
            voting.cast(session, parts["Roxbury"], nowhere, [project], now=NOW)


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ({"Roxbury": 12, "Dorchester": 11, "Mattapan": 14}, {"Roxbury": 12, "Dorchester": 11, "Mattapan": 14}),
        # Seven of two small groups would be told apart from the sum: the smallest large area joins them.
        ({"Roxbury": 12, "Dorchester": 11, "Mattapan": 4, "": 3}, {"Roxbury": 12, "": 18}),
        ({"Roxbury": 12, "Mattapan": 6, "Hyde Park": 5}, {"Roxbury": 12, "": 11}),
        ({"Roxbury": 5, "Mattapan": 4}, {}),
        ({"": 20}, {}),
    ],
)
def test_turnout_is_told_of_ten_people_or_more(sqlite: Database, people: dict[str, int], told: dict[str, int]) -> None:
    """No number speaks of fewer than ten, nor lets one be worked out from the others."""
    _, heading_id = _hold(sqlite, people)
    with sqlite.transaction() as session:
        assert votecount.turnout_by_area(session, session.get_one(Heading, heading_id)) == told
        assert all(count >= votecount.SMALLEST for count in told.values())


def test_the_table_holds_every_project_and_no_ballot(sqlite: Database) -> None:
    """A row a project of every part, with what it got, whether it won and why."""
    budget_id, _ = _hold(sqlite, _PEOPLE)
    with sqlite.transaction() as session:
        counted(session)
        file = io.StringIO()
        assert votecount.write_csv(session, session.get_one(Budget, budget_id), file) == 6
        rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert {(row["part"], row["area"]) for row in rows} == {
        ("city", ""),
        ("dorchester", "Dorchester"),
        ("roxbury", "Roxbury"),
    }
    trees = next(row for row in rows if row["name"] == "Trees")
    assert (trees["total"], trees["won"], trees["reason"], trees["cost"]) == ("30", "1", "funded", "60000")
    assert "K-" not in file.getvalue()
