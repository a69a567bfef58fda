"""Who may vote: a proven phone, the desk, one person on two channels, one area; and what is left of it afterwards."""

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import inspect, text

from backend.votes import votecounting
from bot.channels.terminal import PHONE, RESIDENTS, Terminal
from bot.clock import look
from bot.conversation.turn import House
from storage.database import Database
from storage.votes import Budget
from tests import transcript
from tests.conftest import Clock
from tests.tally.ballotdays import hold_vote


class Town:
    """People at their phones, and what the city tells them."""

    def __init__(self, database: Database, house: House, clock: Clock) -> None:
        self._made = database, house, clock
        self._people: dict[str, Terminal] = {}
        self.staff = transcript.Stage(database, house, clock)

    def says(self, who: str, line: str, channel: str = RESIDENTS) -> str:
        """What somebody hears after a line, as one text."""
        database, house, clock = self._made
        if who not in self._people:
            self._people[who] = Terminal(database, house, clock, name=who, channel=channel)
        clock.advance(1)
        return "\n".join(shown.text for shown in self._people[who].say(line))

    def hears(self, who: str) -> str:
        """What somebody was told meanwhile."""
        return "\n".join(shown.text for shown in self._people[who].read())


@pytest.fixture
def town(database: Database, boston: House, clock: Clock) -> Town:
    """Nobody has said anything yet."""
    return Town(database, boston, clock)


def _ballots(database: Database) -> int:
    """How many ballots there are, and not more voters than tokens."""
    with database.transaction() as session:
        tokens = session.connection().execute(text("SELECT count(DISTINCT token) FROM ballot")).scalar_one()
        assert session.connection().execute(text("SELECT count(*) FROM voter")).scalar_one() == tokens
        return int(tokens)


def _code(words: str) -> str:
    found = re.search(r"\b(\d{3}) ?(\d{3})\b", words)
    assert found is not None, words
    return found[1] + found[2]


def test_a_phone_proves_itself_by_the_code_that_it_gets(town: Town, database: Database, clock: Clock) -> None:
    """Whoever only pretends to write from a number never reads the code, and casts nothing; it ends after five."""
    hold_vote(database, "approval greedy L1", clock())
    code = _code(town.says("16175550100", "VOTE 12 13", PHONE))
    wrong = str((int(code) + 1) % 1_000_000).zfill(6)
    for _ in range(4):
        assert "not the code" in town.says("16175550100", wrong)
        assert _ballots(database) == 0
    fresh = town.says("16175550100", wrong)
    assert "new one" in fresh
    assert _code(fresh) != code
    assert _ballots(database) == 0
    assert "in the box" in town.says("16175550100", _code(fresh))
    assert _ballots(database) == 1


def test_codes_are_not_sent_without_end(town: Town, database: Database, clock: Clock) -> None:
    """After five codes within an hour the next one waits."""
    hold_vote(database, "approval greedy L1", clock())
    heard = [town.says("16175550100", f"VOTE {number}", PHONE) for number in (11, 12, 13, 14, 11, 12)]
    assert all("reply with" in one for one in heard[:5])
    assert "many codes already" in heard[5]
    clock.advance(3601)
    assert "reply with" in town.says("16175550100", "VOTE 12")


def test_one_number_is_one_voter_on_both_channels(town: Town, database: Database, clock: Clock) -> None:
    """A number shared in the chat and the phone that writes from it are the same voter."""
    hold_vote(database, "approval greedy L1", clock())
    town.says("Ana", "vote 12")
    town.says("Ana", "(contact +1 617 555 0100)")
    assert "in the box" in town.says("Ana", "yes")
    asked = town.says("16175550100", "VOTE 13", PHONE)
    assert "has been changed" in town.says("16175550100", _code(asked))
    assert _ballots(database) == 1


def test_the_desk_enrols_whoever_stands_there(town: Town, database: Database, clock: Clock) -> None:
    """The phone shows a code, staff type it and the papers; the log says who did it, not whom."""
    hold_vote(database, "approval greedy L3", clock())
    with database.transaction() as session:
        session.connection().execute(text("UPDATE budget SET has_roll = false"))
    town.staff.enrol("sam")
    for who, nth in (("Ana", "in the box"), ("Ana again", "has been changed")):
        code = _code(town.says(who, "vote 12"))
        for line in (f"/enrol {code}", "AB 12, 31/12/1980, 02124"):
            town.staff.play(transcript.Exchange("sam", line, "staff"))
        assert "enrolled" in town.hears(who)
        town.says(who, "vote 12")
        assert nth in town.says(who, "yes")
    assert _ballots(database) == 1
    with database.transaction() as session:
        rows = session.connection().execute(
            text("SELECT subject, details FROM action_log WHERE action='voter-enrolled'")
        )
        assert {(subject, str(details)) for subject, details in rows} == {("budget:1", "{}")}
        typed = session.connection().execute(text("SELECT payload FROM inbox")).scalars().all()
    assert not any("AB 12" in str(one) for one in typed)


def test_who_parts_and_joins_channels_gets_no_second_ballot(town: Town, database: Database, clock: Clock) -> None:
    """Two that have voted can't be joined while the vote is open; one that has keeps its ballot when joined."""
    hold_vote(database, "approval greedy L0", clock())
    for who, channel in (("Ana", RESIDENTS), ("Phone", PHONE)):
        town.says(who, "vote 12", channel)
        town.says(who, "yes")
    link = re.search(r"\d{4} ?\d{4}|\d{8}", town.says("Ana", "/link"))
    assert link is not None
    assert "when it is over" in town.says("Phone", f"LINK {link[0]}")
    town.says("Eva", "hello", PHONE)
    assert "when it is over" not in town.says("Eva", f"LINK {link[0]}")
    town.says("Eva", "vote 13")
    assert "has been changed" in town.says("Eva", "yes")
    assert _ballots(database) == 2


def test_after_the_close_no_receipt_leads_to_a_ballot(
    town: Town, database: Database, boston: House, clock: Clock
) -> None:
    """Receipts, codes and asked-about receipts are in no conversation, and who took part stands without a choice."""
    hold_vote(database, "approval greedy L1", clock())
    town.says("16175550100", "VOTE 12 13", PHONE)
    asked = town.says("16175550100", "VOTE 12 14")
    said = town.says("16175550100", _code(asked))
    found = re.search(r"[A-Z2-7]{5} [A-Z2-7]{5}", said)
    assert found is not None
    clock.advance(timedelta(days=15).total_seconds())
    _tick(database, boston, clock)
    heard = town.says("16175550100", f"receipt {found[0]}")
    assert "Bins" in heard
    for words in (found[0], found[0].replace(" ", ""), "Benches", _code(asked)):
        assert _tables(database, words) <= {"project", "heading", "ballot"}, words


def _tick(database: Database, house: House, clock: Clock) -> None:
    with database.transaction() as session:
        look(session, house, clock())
    votecounting.count_due(database, now=clock())
    with database.transaction() as session:
        assert session.get_one(Budget, 1).counted_at is not None


def _tables(database: Database, words: str) -> set[str]:
    """The tables with a row that holds the words."""
    found = set()
    with database.transaction() as session:
        connection = session.connection()
        for table in inspect(connection).get_table_names():
            rows = connection.execute(text(f'SELECT * FROM "{table}"')).all()  # noqa: S608  # names of our own tables
            if any(words in json.dumps([str(value) for value in row]) for row in rows):
                found.add(table)
    return found
