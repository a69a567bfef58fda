"""After a vote nothing in the database says what somebody chose: not the box, not the roll, not the conversations."""

import json
from datetime import timedelta

from sqlalchemy import inspect, text

from bot.conversation.turn import House
from storage.database import Database
from tests import transcript
from tests.conftest import Clock
from tests.tally.ballotdays import hold_vote


def test_conversations_forget_what_was_on_a_ballot(database: Database, boston: House, clock: Clock) -> None:
    """What Ana typed and what was repeated to her is gone after the close; the receipt and the log stay."""
    hold_vote(database, "approval greedy L0", clock())
    stage = transcript.Stage(database, boston, clock)
    for line in ("I want to vote", "12 13", "[Cast my ballot]"):
        stage.play(transcript.Exchange("ana", line, "resident"))
    assert _mentions(database, "Benches", but=("project", "heading"))
    stage.play(transcript.Exchange("ana", "/help", "resident", before=timedelta(days=15)))
    assert _mentions(database, "Benches", but=("project", "heading")) == []
    assert _mentions(database, '"12 13"', but=()) == []
    with database.transaction() as session:
        entries = session.connection().execute(text("SELECT entry FROM ballot")).scalars().all()
    assert [json.loads(entry)["choices"] for entry in entries] == [["2", "3"]]


def _mentions(database: Database, words: str, *, but: tuple[str, ...]) -> list[str]:
    """The tables with a row that holds the words."""
    found = []
    with database.transaction() as session:
        connection = session.connection()
        for table in inspect(connection).get_table_names():
            rows = connection.execute(text(f'SELECT * FROM "{table}"')).all()  # noqa: S608  # names of our own tables
            if table not in but and any(words in json.dumps([str(value) for value in row]) for row in rows):
                found.append(table)
    return found
