"""The gate and the dialogue, where a transcript can't play them: many messages, and replies to messages."""

from dataclasses import replace

from sqlmodel import select

from bot.channels.terminal import RESIDENTS, STAFF, Shown, Terminal
from bot.clock import look
from bot.conversation.turn import House
from storage.database import Database
from storage.mail import Outbox
from storage.requests import ServiceRequestUpdate, UpdateKind
from tests.conftest import Clock
from tests.transcript import Stage


def terminal(
    database: Database, house: House, clock: Clock, *, name: str = "Ana", channel: str = RESIDENTS
) -> Terminal:
    """Somebody's terminal."""
    return Terminal(database, house, clock, name=name, channel=channel, pause=clock.advance)


def test_a_flood_is_answered_once_kindly(database: Database, clock: Clock, boston: House) -> None:
    """Beyond the limit one sentence, then silence until the time is over; an emergency goes through."""
    ana = terminal(database, boston, clock)
    limit = boston.city.limits.messages_in_ten_minutes
    answers = [ana.say(f"/mine {number}") for number in range(limit)]
    assert all(answers)
    told = ana.say("/mine")
    assert "faster than we can read" in told[0].text
    assert [ana.say("/mine") for _ in range(3)] == [[], [], []]
    urgent = ana.say("gas leak at 32 Church St, people are fainting")
    assert "911" in urgent[0].text
    clock.advance(11 * 60)
    assert ana.say("/mine")


def test_staff_may_write_as_much_as_they_like(database: Database, clock: Clock, boston: House) -> None:
    """The gate is for residents."""
    Stage(database, boston, clock).enrol("sam")
    sam = terminal(database, boston, clock, name="Sam", channel=STAFF)
    answers = [sam.say("/queue") for _ in range(boston.city.limits.messages_in_ten_minutes + 5)]
    assert all(answers)


def test_a_reply_to_any_message_about_a_report_reaches_the_city(
    database: Database, clock: Clock, boston: House
) -> None:
    """A reply to the receipt, which names the report in words only, is about it, even while a form is open."""
    ana = terminal(database, boston, clock)
    ana.say("Pothole at 32 Church St")
    ana.say("[Send]")
    with database.transaction() as session:
        sent = session.exec(select(Outbox)).all()
        receipt = next(row.external_id for row in sent if "report-saved" in str(row.payload))
    ana.say("The street light is out at 45 Birch St")
    ana.send([ana._message(text="a second wheel broke there today", replies_to=receipt)])
    assert "your message about report 1001" in ana.read()[0].text
    with database.transaction() as session:
        updates = session.exec(select(ServiceRequestUpdate).where(ServiceRequestUpdate.request_id == 1001)).all()
    assert [update.kind for update in updates] == [UpdateKind.SUBMITTED, UpdateKind.MESSAGE]


def test_a_long_queue_has_pages(database: Database, clock: Clock, boston: House) -> None:
    """[Next] leads on, and says how many remain."""
    Stage(database, boston, clock).enrol("sam")
    sam = terminal(database, boston, clock, name="Sam", channel=STAFF)
    for number in range(23):
        resident = terminal(database, boston, clock, name=f"R{number}")
        resident.say("Pothole at 32 Church St")
        if number:
            resident.say("[No, another]")
        resident.say("[Send]")
    sam.read()
    assert sam.say("/queue")[0].choices == ["Next (13 more)"]
    assert sam.say("[Next (13 more)]")[0].choices == ["Next (3 more)"]
    last = sam.say("[Next (3 more)]")[0]
    assert last.choices == []
    assert "1023" in last.text
    assert sam.say("/find church pothole")[0].text.splitlines()[0].startswith("23 reports")


def test_the_limit_of_reports_is_said_once(database: Database, clock: Clock, boston: House) -> None:
    """The first report too many is refused kindly, the next are not answered; everything else goes on."""
    limits = boston.city.limits.model_copy(update={"reports_a_day": 2})
    house = replace(boston, city=boston.city.model_copy(update={"limits": limits}))
    ana = terminal(database, house, clock)
    for words in ("Pothole at 32 Church St", "The street light is out at 45 Birch St"):
        ana.say(words)
        ana.say("[Send]")
    assert "2 reports within a day" in ana.say("Graffiti on the wall at 45 Birch St")[0].text
    assert ana.say("There is trash on the corner of 45 Birch St") == []
    assert "1002" in ana.say("/mine")[0].text
    clock.advance(24 * 3600)
    assert ana.say("Graffiti on the wall at 45 Birch St")[0].choices[0] == "Send"


def test_who_joined_hears_of_lateness_and_is_asked_in_the_end(database: Database, clock: Clock, boston: House) -> None:
    """A slipped promise reaches all who follow; a settling that nobody contested asks all whose problem it was."""
    Stage(database, boston, clock).enrol("sam")
    sam = terminal(database, boston, clock, name="Sam", channel=STAFF)
    ana, ben, cleo = (terminal(database, boston, clock, name=name) for name in ("Ana", "Ben", "Cleo"))
    ana.say("Pothole at 32 Church St")
    ana.say("[Send]")
    ben.say("Pothole at 32 Church St")
    ben.say("[Yes, me too]")
    ben.say("[No photo]")
    cleo.say("follow 1001")
    for person in (ana, ben, cleo):
        person.read()
    clock.advance(4 * 24 * 3600)
    assert ["is late" in message.text for message in heard(database, boston, clock, ana, ben, cleo)] == [True] * 3
    sam.say("close 1001, fixed this morning")
    sam.say("[Do it]")
    heard(database, boston, clock, ana, ben, cleo)
    clock.advance(8 * 24 * 3600)
    asked = heard(database, boston, clock, ana, ben, cleo)
    assert ["How satisfied" in message.text for message in asked] == [True] * 2


def heard(database: Database, house: House, clock: Clock, *people: Terminal) -> list[Shown]:
    """What people hear of by a tick of the clock."""
    with database.transaction() as session:
        look(session, house, clock())
    return [message for person in people for message in person.read()]
