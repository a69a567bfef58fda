"""The drill of ballots in its short form."""

from pathlib import Path

from storage.database import Database
from tests.drills import votes


def test_nothing_is_lost_and_nobody_is_counted_twice(database: Database, tmp_path: Path) -> None:
    """A hundred and fifty try to vote on two channels at once while a process that takes ballots is killed."""
    url = database.url.render_as_string(hide_password=False).replace("+psycopg", "")
    figures = votes.drill(url, tmp_path, ballots=20, voters=150, kills=2, seed=7)
    assert votes.faults(figures) == []
    assert figures["kills"] == 2
    assert figures["ballots"] >= figures["confirmed"] == 320


def test_a_ballot_that_is_lost_and_a_voter_who_is_two_are_told() -> None:
    """The drill itself would notice."""
    whole = {"lost": 0, "broken_orders": 0, "faults_of_the_export": 0, "voters": 5, "tokens": 5, "people": 5}
    assert votes.faults(whole) == []
    for name, value in whole.items():
        assert votes.faults({**whole, name: value + 1}) != []
