"""Votes in the database: frozen, taken, closed to the second, counted, exported, and nobody led back to."""

import json
import threading
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import func, select

from backend.ballotlog import verify
from backend.ballotlog.heads import Head
from backend.errors import (
    AlreadyFrozen,
    IllegalBallot,
    NotOnTheRoll,
    NotOpenYet,
    TooLate,
    TooManyCodes,
)
from backend.tally import counting
from backend.tally.election import BallotKind, Election
from backend.tally.outcome import Outcome, Reason
from backend.tally.rule import Rule
from backend.votes import ballotbox, roll, votecount, votecounting, votedraft, votelog, votephases, voteprojects, votes
from storage.ballots import Ballot, LogHead
from storage.database import Database
from storage.roll import Eligibility, Voter
from storage.votes import Budget, BudgetSecret, Heading, Level, Phase
from tests.tally.ballotdays import CLOSES, NOW, contact, counted, draft, opened

LATER = NOW + timedelta(hours=1)


def test_from_the_first_ballot_to_an_export_that_verifies(database: Database, tmp_path: Path) -> None:
    """From the first ballot to an export that verifies."""
    with database.transaction() as session:
        budget, heading = opened(session)
        for number, choices in enumerate((["1", "3"], ["1"], ["2"], ["2"], ["2"])):
            identity = roll.identity_of(session, budget, contact(session).id)
            first = ballotbox.cast(session, heading, identity, ["4"], now=NOW)
            again = ballotbox.cast(session, heading, identity, choices, now=LATER)
            assert (first.nth, again.nth) == (1, 2)
            votelog.sign_due(session, heading, now=NOW + timedelta(minutes=11 * number))
        with pytest.raises(NotOpenYet):
            votecount.outcome(heading)  # no running totals, for nobody
        assert votes.turnout(session, heading) == 5
    with database.transaction() as session:
        assert [one.slug for one in votephases.turn_phases(session, now=CLOSES)] == ["spring"]
        counted(session)
        heading = session.get_one(Heading, heading.id)
        assert votecount.outcome(heading).winners == ("2", "3", "4")
        path = votecount.published(session, heading).write(tmp_path / "spring.zip")
    with zipfile.ZipFile(path) as export:
        faults, told = verify.verify({name: export.read(name) for name in verify.FILES}, frozen=heading.frozen_hash)
    assert faults == []
    assert "5 voters, 5 took a ballot" in told


def test_what_was_published_does_not_change_any_more(database: Database) -> None:
    """What was published does not change any more."""
    with database.transaction() as session:
        budget, heading = draft(session)
        hashes = votephases.freeze(session, budget, now=NOW)
        assert hashes == {"city": heading.frozen_hash}
        with pytest.raises(AlreadyFrozen):
            votedraft.add_project(session, heading, name="Late", cost=1)
        with pytest.raises(AlreadyFrozen):
            votedraft.add_heading(session, budget, code="x", names={}, money=1)
        with pytest.raises(AlreadyFrozen):
            voteprojects.reject(session, votes.projects_of(session, heading)[0], "no", now=NOW)
        with pytest.raises(AlreadyFrozen):
            votephases.freeze(session, budget, now=NOW)


def test_ballots_are_taken_from_the_opening_to_the_second_of_the_close(database: Database) -> None:
    """Ballots are taken from the opening to the second of the close."""
    with database.transaction() as session:
        budget, heading = draft(session)
        votephases.freeze(session, budget, now=NOW)
        identity = roll.identity_of(session, budget, contact(session).id)
        with pytest.raises(NotOpenYet):
            ballotbox.cast(session, heading, identity, ["1"], now=NOW - timedelta(seconds=1))
        votephases.turn_phases(session, now=NOW)
        ballotbox.cast(session, heading, identity, ["1"], now=CLOSES - timedelta(microseconds=1))
        with pytest.raises(TooLate):
            ballotbox.cast(session, heading, identity, ["2"], now=CLOSES)  # even before the clock turned it


@pytest.mark.parametrize(
    ("limits", "choices", "why"),
    [
        ({}, ["9"], "unknown-project"),
        ({}, ["1", "1"], "twice"),
        ({"min_length": 2}, ["1"], "too-few"),
        ({"max_length": 1}, ["1", "2"], "too-many"),
        ({"max_sum_cost": 100_000}, ["1", "2"], "too-dear"),
    ],
)
def test_a_ballot_beyond_the_limits_is_refused_and_leaves_nothing(
    sqlite: Database, limits: dict[str, int], choices: list[str], why: str
) -> None:
    """A ballot beyond the limits is refused and leaves nothing."""
    with sqlite.transaction() as session:
        budget, heading = opened(session, limits=limits)
        identity = roll.identity_of(session, budget, contact(session).id)
        with pytest.raises(IllegalBallot) as refused:
            ballotbox.cast(session, heading, identity, choices, now=NOW)
        assert refused.value.message_id == f"vote-refused-{why}"
        assert session.exec(select(func.count()).select_from(Ballot)).one() == 0
        assert votes.turnout(session, heading) == 0


@pytest.mark.parametrize("points", [None, [1], [5, 6], [-1, 3], [2, 9]])
def test_points_are_as_many_and_as_high_as_they_may_be(sqlite: Database, points: list[int] | None) -> None:
    """Points are as many and as high as they may be."""
    with sqlite.transaction() as session:
        limits = {"max_sum_points": 10, "max_points": 8}
        budget, heading = opened(session, kind=BallotKind.CUMULATIVE, limits=limits)
        identity = roll.identity_of(session, budget, contact(session).id)
        with pytest.raises(IllegalBallot):
            ballotbox.cast(session, heading, identity, ["1", "2"], points, now=NOW)
        ballotbox.cast(session, heading, identity, ["1", "2"], [8, 2], now=NOW)


def test_one_person_is_one_voter_whatever_they_prove_it_with(database: Database) -> None:
    """One person is one voter whatever they prove it with."""
    papers = {"document": "AB 12-3", "birth_date": "1980-02-03", "postcode": "02110"}
    with database.transaction() as session:
        budget, heading = draft(session, level=Level.L2)
        rows = [
            {**papers, "code": "K7 M2", "area": "North"},
            {"code": "zz-1"},
            {**papers, "code": "K7M2"},
            {"code": ""},
        ]
        assert roll.load(session, budget, rows)[0] == 2
        assert roll.size(session, budget) == 2
        votephases.freeze(session, budget, now=NOW)
        votephases.turn_phases(session, now=NOW)
        phone, telegram, desk = (contact(session, name).id for name in ("phone", "telegram", "desk"))
        with pytest.raises(NotOnTheRoll):
            roll.identity_of(session, budget, phone)
        roll.prove_by_code(session, budget, phone, "k7m2", now=NOW)
        roll.prove_by_code(session, budget, telegram, "K7-M2", now=NOW)
        roll.enrol_at_desk(session, budget, desk, "ab123, 3/2/1980, 02110")
        for who, nth in ((phone, 1), (telegram, 2), (desk, 3)):
            identity = roll.identity_of(session, budget, who)
            assert ballotbox.cast(session, heading, identity, ["1"], now=NOW).nth == nth
        assert votes.turnout(session, heading) == 1


def test_guessing_codes_is_slowed_down(database: Database) -> None:
    """Guessing codes is slowed down."""
    with database.transaction() as session:
        budget, _ = opened(session, level=Level.L2, codes=3)
        who = contact(session).id
        for _ in range(roll.TRIES):
            with pytest.raises(NotOnTheRoll):
                roll.prove_by_code(session, budget, who, "guess", now=NOW)
        with pytest.raises(TooManyCodes):
            roll.prove_by_code(session, budget, who, "code-1", now=NOW)
        roll.prove_by_code(session, budget, who, "code-1", now=NOW + roll.BARRED)


def test_after_the_close_nothing_leads_from_people_to_ballots(database: Database) -> None:
    """After the close nothing leads from people to ballots."""
    with database.transaction() as session:
        budget, heading = opened(session, level=Level.L2, codes=2)
        who = contact(session).id
        identity = roll.prove_by_code(session, budget, who, "code-1", now=NOW)
        ballotbox.cast(session, heading, identity, ["1"], now=NOW)
        assert ballotbox.last_of(session, budget, heading, identity) is not None
        counted(session)
        assert budget.phase is Phase.COUNTED
        assert session.get_one(BudgetSecret, budget.id).roll_key is None
        assert session.exec(select(Eligibility)).all() == []
        with pytest.raises(TooLate):
            ballotbox.last_of(session, budget, heading, identity)
        columns = {*Voter.model_fields} & {*Ballot.model_fields}
        assert columns == {"heading_id"}


def test_a_receipt_is_found_until_the_end_and_says_whether_it_counts(database: Database) -> None:
    """A receipt is found until the end and says whether it counts."""
    with database.transaction() as session:
        budget, heading = opened(session)
        identity = roll.identity_of(session, budget, contact(session).id)
        old = ballotbox.cast(session, heading, identity, ["1"], now=NOW).receipt
        found = votelog.find(session, old)
        assert found is not None
        assert (found.is_covered, found.counts) == (False, True)
        new = ballotbox.cast(session, heading, identity, ["2"], now=NOW).receipt
        votelog.sign_head(session, heading, now=LATER)
        covered = [votelog.find(session, one) for one in (old, new)]
        assert [(one.is_covered, one.counts, one.size) for one in covered if one] == [(True, False, 2), (True, True, 2)]
        newest = votelog.heads_of(session, heading).splitlines()[-1]
        assert {one.head for one in covered if one} == {Head(**json.loads(newest)["head"]).hash}
        assert votelog.find(session, "AAAAAAAAAA") is None


def test_a_withdrawn_project_stays_on_the_ballot_and_out_of_the_count(database: Database) -> None:
    """A withdrawn project stays on the ballot and out of the count."""
    with database.transaction() as session:
        budget, heading = opened(session)
        identity = roll.identity_of(session, budget, contact(session).id)
        ballotbox.cast(session, heading, identity, ["1", "2"], now=NOW)
        voteprojects.withdraw(session, votes.projects_of(session, heading)[0], "the land was sold", now=NOW)
        counted(session)
        outcome = votecount.outcome(heading)
        assert outcome.winners == ("2", "3", "4")
        assert outcome.verdicts["1"].because == "the land was sold"


def test_a_result_is_counted_once_however_many_ask(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody may ask why a project lost, also of a process that has not counted it."""
    with database.transaction() as session:
        _, heading = opened(session, rule="equalshares")
        identity = roll.identity_of(session, session.get_one(Budget, 1), contact(session).id)
        ballotbox.cast(session, heading, identity, ["1", "3"], now=NOW)
        votephases.turn_phases(session, now=CLOSES)
        with pytest.raises(NotOpenYet):
            votecount.outcome(heading)
        waiting = votecounting.due(session)
        assert waiting is not None
        first, again = waiting.counted(), waiting.counted()
        assert first == again  # two processes that count the same store the same
        votecounting.store(session, first, now=CLOSES)
    monkeypatch.setattr(counting, "count", None)
    votecount._read.cache_clear()
    assert votecounting.count_due(database, now=CLOSES) == 0
    with database.transaction() as session:
        heading = session.get_one(Heading, heading.id)
        assert votecount.outcome(heading).winners == ("1", "3")
        assert votecount.outcome(heading).verdicts["2"].reason is Reason.NO_SUPPORT


def test_while_a_vote_is_counted_ballots_of_another_are_taken(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large count takes minutes; nobody waits for it, and what it found is there when it is done."""
    count, begun, go_on = counting.count, threading.Event(), threading.Event()
    with database.transaction() as session:
        _, closing = opened(session)
        later, other = draft(session, slug="summer", now=LATER)
        votephases.freeze(session, later, now=LATER)
        votephases.turn_phases(session, now=LATER)
        identity = roll.identity_of(session, later, contact(session).id)
        votephases.turn_phases(session, now=CLOSES)

    def slowly(election: Election, rule: Rule) -> Outcome:
        begun.set()
        assert go_on.wait(60)
        return count(election, rule)

    monkeypatch.setattr(counting, "count", slowly)
    counter = threading.Thread(target=votecounting.count_due, args=(database,), kwargs={"now": CLOSES})
    counter.start()
    assert begun.wait(60)
    with database.transaction() as session:
        ballotbox.cast(session, session.get_one(Heading, other.id), identity, ["1"], now=CLOSES)
        assert session.get_one(Heading, closing.id).outcome is None
    go_on.set()
    counter.join()
    with database.transaction() as session:
        assert votes.turnout(session, session.get_one(Heading, other.id)) == 1
        assert votecount.outcome(session.get_one(Heading, closing.id)).winners
        assert session.get_one(Budget, later.id).phase is Phase.OPEN


def test_votes_that_were_counted_before_outcomes_were_kept_are_counted_once_more(database: Database) -> None:
    """The statement that closed the log stays as it was published."""
    with database.transaction() as session:
        budget, heading = opened(session)
        counted(session)
        closing, told, at = heading.closing, heading.outcome, budget.counted_at
        heading.outcome = None
    assert votecounting.count_due(database, now=CLOSES + timedelta(days=9)) == 1
    with database.transaction() as session:
        heading = session.get_one(Heading, heading.id)
        assert (heading.closing, heading.outcome) == (closing, told)
        assert session.get_one(Budget, budget.id).counted_at == at


def test_one_person_at_many_doors_at_once_leaves_one_voter_and_a_whole_log(database: Database) -> None:
    """Eight threads, two people: the unique keys hold, and each person's ballots count up without gaps."""
    with database.transaction() as session:
        budget, heading = opened(session)
        people = [roll.identity_of(session, budget, contact(session).id) for _ in range(2)]
    refused: list[Exception] = []

    def rush(number: int) -> None:
        for turn in range(6):
            try:
                with database.transaction() as session:
                    ballotbox.cast(session, heading, people[(number + turn) % 2], [str(1 + turn % 4)], now=NOW)
            except IllegalBallot as error:
                refused.append(error)

    threads = [threading.Thread(target=rush, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction() as session:
        assert votes.turnout(session, heading) == 2
        rows = session.exec(select(Ballot.token, Ballot.nth)).all()
        assert len(rows) + len(refused) == 48
        for token in {token for token, _ in rows}:
            times = sorted(nth for other, nth in rows if other == token)
            assert times == list(range(1, len(times) + 1))
        counted(session)
        assert session.exec(select(func.count()).select_from(LogHead)).one() >= 2
        assert json.loads(session.get_one(Heading, heading.id).closing or "")["statement"]["voters"] == 2
