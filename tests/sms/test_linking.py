"""One person on two channels, two persons on one phone, a number that passes on."""

import re
from collections.abc import Callable

import pytest
from sqlmodel import select

from backend.staff import staff
from bot.channels.terminal import PHONE, RESIDENTS, STAFF, Terminal
from bot.conversation.turn import House
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.followers import ServiceRequestFollower
from storage.people import ActionLog, Role
from tests.conftest import Clock

People = Callable[[str, str], Terminal]


@pytest.fixture
def people(database: Database, boston: House, clock: Clock) -> People:
    """People by name and channel."""

    def person(name: str, channel: str) -> Terminal:
        return Terminal(database, boston, clock, name=name, channel=channel, pause=clock.advance)

    return person


def said(person: Terminal, clock: Clock, line: str) -> str:
    """What they read after a line."""
    clock.advance(1)
    return "\n".join(shown.text for shown in person.say(line))


def report(person: Terminal, clock: Clock, words: str) -> None:
    """File a report."""
    said(person, clock, words)
    said(person, clock, "[Send]")


@pytest.mark.parametrize("began_on", ["phone", "chat"])
def test_by_a_code_in_either_direction(people: People, database: Database, clock: Clock, began_on: str) -> None:
    """One contact with the history of both; what both had is there once; the code works once."""
    chat, phone = people("Ana", RESIDENTS), people("Ana's phone", PHONE)
    report(chat, clock, "Pothole at 32 Church St")
    said(phone, clock, "follow 1001")
    report(phone, clock, "Graffiti at 45 Birch St")
    if began_on == "chat":
        code = re.search(r"LINK (\d+)", said(chat, clock, "/link"))
        assert code
        assert "one person" in said(phone, clock, f"LINK {code[1]}")
        assert "does not work" in said(phone, clock, f"LINK {code[1]}")
    else:
        code = re.search(r"/link (\d+)", said(phone, clock, "LINK"))
        assert code
        assert "one person" in said(chat, clock, f"/link {code[1]}")
    for person, words in ((chat, "/mine"), (phone, "STATUS")):
        shown = said(person, clock, words)
        assert "1001" in shown
        assert "1002" in shown
    with database.transaction() as session:
        assert len(session.exec(select(Contact)).all()) == 1
        assert len({urn.contact_id for urn in session.exec(select(Urn)).all()}) == 1
        assert len(session.exec(select(ServiceRequestFollower)).all()) == 2
        assert session.exec(select(ActionLog).where(ActionLog.action == "linked")).one()


def test_a_code_gets_old(people: People, clock: Clock) -> None:
    """A quarter of an hour, and never for oneself."""
    chat, phone = people("Ana", RESIDENTS), people("Phone", PHONE)
    code = re.search(r"LINK (\d+)", said(chat, clock, "/link"))
    assert code
    assert "does not work" in said(chat, clock, f"/link {code[1]}")
    clock.advance(1000)
    assert "does not work" in said(phone, clock, f"LINK {code[1]}")
    assert "does not work" in said(phone, clock, "LINK 00000000")


def test_a_number_that_passes_on(people: People, database: Database, clock: Clock) -> None:
    """By the person or by staff, logged; whoever has the phone now sees none of the reports."""
    chat, phone = people("Ana", RESIDENTS), people("Phone", PHONE)
    report(chat, clock, "Pothole at 32 Church St")
    for unlink in ("person", "staff"):
        code = re.search(r"LINK (\d+)", said(chat, clock, "/link"))
        assert code
        said(phone, clock, f"LINK {code[1]}")
        assert "1001" in said(phone, clock, "STATUS")
        if unlink == "person":
            assert "Done" in said(chat, clock, "/unlink")
        else:
            sam = people("Sam", STAFF)
            with database.transaction() as session:
                invitation = staff.invite(session, Role.DISPATCHER, None, now=clock())
            sam.say(f"/start {invitation}")
            assert "logged" in said(sam, clock, "/unlink 1001")
        assert "not reported" in said(phone, clock, "STATUS")
        assert "1001" in said(chat, clock, "/mine")
    with database.transaction() as session:
        log = session.exec(select(ActionLog).where(ActionLog.action == "unlinked")).all()
        assert [entry.staff_id is None for entry in log] == [True, False]
    assert "No other address" in said(people("Eve", PHONE), clock, "UNLINK")


def test_a_shared_phone(people: People, clock: Clock) -> None:
    """Each sees their own reports; the first name is of whom we knew; a form of one is not finished by another."""
    phone = people("Home", PHONE)
    report(phone, clock, "Pothole at 32 Church St")
    assert "Hello Ana" in said(phone, clock, "This is Ana")
    assert "1001" in said(phone, clock, "STATUS")
    assert "Hello Bob" in said(phone, clock, "This is Bob.")
    assert "not reported" in said(phone, clock, "STATUS")
    said(phone, clock, "Graffiti at 45 Birch St")
    assert "Ana" in said(phone, clock, "this is ana")
    assert "for Bob" in said(phone, clock, "1")
    assert "1002" not in said(phone, clock, "STATUS")


def test_a_name_in_small_letters(people: People, clock: Clock) -> None:
    """It is asked about, once; and whoever meant something else just goes on."""
    phone = people("Home", PHONE)
    asked = said(phone, clock, "this is ana")
    assert "Is Ana your name?" in asked
    assert "Hello Ana" in said(phone, clock, "1")
    assert "Hello Ana" in said(phone, clock, "this is ana")
    assert "Is Luis Miguel your name?" in said(phone, clock, "this is luis miguel")
    assert "1 Send" in said(phone, clock, "Pothole at 32 Church St")
    assert "Hello" not in said(phone, clock, "this is urgent")
    assert "1001" in said(phone, clock, "1")
    assert "1001" in said(phone, clock, "STATUS")


def test_what_is_no_name(people: People, clock: Clock) -> None:
    """Nobody is called terrible."""
    phone = people("Home", PHONE)
    for words in ("This is terrible", "this is dangerous", "This is a pothole"):
        assert "Hello" not in said(phone, clock, words)


def test_news_for_somebody_else_on_the_phone(people: People, database: Database, clock: Clock) -> None:
    """A notice says whom it is for when another spoke last."""
    phone, sam = people("Home", PHONE), people("Sam", STAFF)
    with database.transaction() as session:
        invitation = staff.invite(session, Role.DISPATCHER, None, now=clock())
    sam.say(f"/start {invitation}")
    said(phone, clock, "This is Ana")
    report(phone, clock, "Pothole at 32 Church St")
    said(phone, clock, "This is Bob")
    said(sam, clock, "[Take it]")
    clock.advance(1)
    assert any(shown.text.startswith("For Ana:\nReport 1001") for shown in phone.read())
