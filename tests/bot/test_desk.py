"""The desk: all or nothing, whatever is said to it."""

from collections.abc import Collection, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot import routing
from bot.channels.terminal import RESIDENTS, Terminal
from bot.conversation.reply import text
from bot.conversation.turn import House, Turn
from bot.desk import Desk
from bot.intake import Intake
from storage.database import Database
from storage.mail import Inbox, InboxStatus, Outbox
from storage.requests import ServiceRequest
from tests.conftest import Clock


@pytest.fixture
def ana(database: Database, boston: House, clock: Clock) -> Terminal:
    """Somebody at a terminal."""
    return Terminal(database, boston, clock, name="Ana", pause=clock.advance)


def inbox(database: Database) -> list[Inbox]:
    """Everything that came in."""
    with database.transaction() as session:
        return list(session.exec(select(Inbox).order_by(Inbox.id)).all())


def test_a_turn_that_breaks_tells_its_writer_and_keeps_the_words(
    database: Database, ana: Terminal, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An error inside a topic is told with a reference, logged with the message's id, and undone as a whole."""

    def breaking(turn: Turn) -> None:
        turn.say(text("help", city="Boston"))
        raise RuntimeError("broken on purpose")

    with monkeypatch.context() as patch:
        patch.setattr(routing, "route", breaking)
        shown = ana.say("pothole at 32 Church St")
    (row,) = inbox(database)
    assert len(shown) == 1
    assert str(row.id) in shown[0].text
    assert row.status is InboxStatus.FAILED
    assert row.payload["text"] == "pothole at 32 Church St"
    assert f"message [{row.id}]" in caplog.text
    assert "pothole" not in caplog.text
    assert "Shall I send this?" in ana.say("pothole at 32 Church St")[0].text


def test_a_database_that_is_away_sets_nothing_aside(
    database: Database, ana: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the database fails, the message goes on waiting and is answered later."""

    def away(_turn: Turn) -> None:
        raise OperationalError("select", {}, Exception("gone"))

    with monkeypatch.context() as patch:
        patch.setattr(routing, "route", away)
        with pytest.raises(OperationalError):
            ana.say("hello")
    assert [row.status for row in inbox(database)] == [InboxStatus.WAITING]
    assert len(ana.say("thanks!")) == 2


def test_the_courier_is_told_where_something_waits(
    database: Database, ana: Terminal, boston: House, clock: Clock
) -> None:
    """Of a turn that said something, on the channels on which it did; once it is committed."""
    called: list[set[str]] = []

    def wake(channels: Collection[str]) -> None:
        with database.transaction() as session:
            assert session.exec(select(Outbox)).all(), "what was said can be seen already"
        called.append(set(channels))

    desk = Desk(database, boston, clock, wake)
    Intake(database, boston.city.languages, clock, wake=lambda: None).store(ana.messages("hello"))
    while desk.turn():
        pass
    assert called == [{RESIDENTS}]


_WORDS = st.sampled_from(
    [
        "pothole at 32 Church St",
        "The light is out",
        "49 South Huntington Avenue",
        "on Birch Street",
        "Zanzibar Avenue",
        "back",
        "cancel",
        "start over",
        "no, the other one",
        "yes",
        "no",
        "1",
        "2",
        "7",
        "1001",
        "what happened to my report?",
        "español",
        "/mine",
        "/back",
        "/cancel",
        "/language",
        "[Send]",
        "[Change]",
        "[Where it is]",
        "[What it is about]",
        "[The description]",
        "[Cancel]",
        "[Something else]",
        "[Just Birch Street]",
        "(photo)",
        "(photo) graffiti",
        "(album) trash at 45 Birch St",
        "(sticker)",
        "(pin 42.30861, -71.06206)",
        "(pin 0, 0)",
        "I smell gas at 32 Church St",
        "There is a pothole at 32 Church St and also graffiti at 45 Birch St",
    ]
)


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory, sqlite_template: object) -> Iterator[Database]:
    """One SQLite database for all examples: everybody in it is somebody new."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('fuzz')}/agora.sqlite", durable=False)
    database.migrate()
    yield database
    database.close()


@given(st.lists(st.one_of(_WORDS, st.text(max_size=60)), min_size=1, max_size=12), st.uuids())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_conversation_breaks(stages: Database, boston: House, lines: list[str], who: object) -> None:
    """Whatever people say, in whatever order, every message is handled and never left without a word."""
    clock = Clock()
    person = Terminal(stages, boston, clock, name=str(who), channel=RESIDENTS, pause=clock.advance)
    for line in lines:
        person.say(line)
        clock.advance(60)
    with stages.transaction() as session:
        assert session.exec(select(Inbox).where(Inbox.status != InboxStatus.HANDLED)).all() == []
        reports = session.exec(select(ServiceRequest)).all()
    assert all(report.service_code for report in reports)
