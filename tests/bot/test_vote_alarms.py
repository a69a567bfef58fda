"""Alarms of votes reach staff once, in their language, stand on the vote's card, and block nothing."""

import json
from datetime import timedelta

from sqlmodel import select

from backend.votes import ballotbox, roll, votedraft, votephases, wrongcodes
from bot import clock as duties
from bot.conversation.turn import House
from storage.ballots import Ballot
from storage.contacts import Contact
from storage.database import Database
from storage.mail import Outbox
from storage.people import Role
from storage.votealarms import VoteAlarm, WrongCodes
from storage.votes import Budget
from tests import transcript
from tests.conftest import Clock
from tests.tally.ballotdays import contact, draft, hold_vote

_STAFF = {"ann": "en", "bea": "fr", "clara": "es"}
_TOLD = {
    "en": "wrong codes in an hour; senders barred for now: 0.",
    "fr": "codes faux en une heure ; expéditeurs suspendus en ce moment : 0.",
    "es": "códigos erróneos en una hora; remitentes que ahora deben esperar: 0.",
}


def _stage(database: Database, house: House, clock: Clock) -> transcript.Stage:
    """Three admins, each with a language of their own, and an agent."""
    stage = transcript.Stage(database, house, clock)
    for name in _STAFF:
        stage.enrol(name, Role.ADMIN)
    stage.enrol("dan", Role.AGENT)
    with database.transaction() as session:
        for person in session.exec(select(Contact)).all():
            person.language = _STAFF.get((person.name or "").lower(), "en")
    return stage


def _wait(stage: transcript.Stage) -> list[tuple[str, str]]:
    return stage.play(transcript.Exchange("eva", "/help", "resident", before=timedelta(minutes=1)))


def test_staff_hear_once_of_guessing(database: Database, boston: House, clock: Clock) -> None:
    """Each admin in their language, the agent not; at the next look nobody; the card keeps it."""
    stage = _stage(database, boston, clock)
    hold_vote(database, "approval greedy L2", clock())
    with database.transaction() as session:
        budget = session.exec(select(Budget)).one()
        for _ in range(60):
            wrongcodes.note(session, budget.id, now=clock() + timedelta(minutes=1))
    heard = _wait(stage)
    told = {name: line for name, line in heard if "⚠️" in line}
    assert {name: _TOLD[_STAFF[name]] in line and "60" in line for name, line in told.items()} == dict.fromkeys(
        _STAFF, True
    )
    assert [line for _, line in _wait(stage) if "⚠️" in line] == []
    card = stage.play(transcript.Exchange("bea", "/votes", "staff"))
    assert any(_TOLD["fr"] in line for name, line in card if name == "bea")


def test_a_wrong_code_that_is_typed_is_counted(database: Database, boston: House, clock: Clock) -> None:
    """What the conversation refuses is counted all the same; a right code is not, and still lets one vote."""
    stage = transcript.Stage(database, boston, clock)
    hold_vote(database, "approval greedy L2", clock())
    for line in ("I want to vote", "K-9", "K-8", "K-1", "11 12", "[Cast my ballot]"):
        stage.play(transcript.Exchange("eva", line, "resident"))
    with database.transaction() as session:
        assert [row.count for row in session.exec(select(WrongCodes)).all()] == [2]
        assert len(session.exec(select(Ballot)).all()) == 1


def test_an_alarm_says_nothing_of_choices_or_people(database: Database, boston: House, clock: Clock) -> None:
    """Neither its row nor what staff read holds a project, a reference, a voter, a token or a receipt."""
    stage = _stage(database, boston, clock)
    now = clock()
    with database.transaction() as session:
        budget, heading = draft(session, now=now)
        for number in range(5, 13):
            votedraft.add_project(session, heading, name=f"Idea {number}", cost=1_000, reference=f"ref-{number}")
        votephases.freeze(session, budget, now=now)
        votephases.turn_phases(session, now=now)
        secret = {"Trees", "Benches", "Books", "Bins", "Idea", "ref-", "Voter"}
        for number in range(12):
            identity = roll.identity_of(session, budget, contact(session, f"Voter {number}").id)
            cast = ballotbox.cast(session, heading, identity, ["ref-5", "ref-6", "ref-7"], now=now)
            secret |= {identity, cast.receipt, roll.token(session, budget, heading.id, identity)}
    stage.play(transcript.Exchange("eva", "/help", "resident", before=timedelta(minutes=11)))
    with database.transaction() as session:
        rows = [json.dumps(row.model_dump(mode="json")) for row in session.exec(select(VoteAlarm)).all()]
        told = [json.dumps(row.payload) for row in session.exec(select(Outbox)).all()]
    told = [line for line in told if "vote-alarm" in line or "⚠️" in line]
    assert (len(rows), len(told)) == (1, len(_STAFF))
    assert [word for word in secret for line in (*rows, *told) if word in line] == []


def test_two_ticks_tell_once(database: Database, boston: House, clock: Clock) -> None:
    """The clock may look as often as it likes."""
    _stage(database, boston, clock)
    hold_vote(database, "approval greedy L2", clock())
    with database.transaction() as session:
        for _ in range(60):
            wrongcodes.note(session, session.exec(select(Budget)).one().id, now=clock())
    _tick(database, boston, clock)
    before = _alarms_told(database)
    _tick(database, boston, clock)
    assert before == _alarms_told(database) == len(_STAFF)


def _tick(database: Database, house: House, clock: Clock) -> None:
    with database.transaction() as session:
        duties.look(session, house, clock())


def _alarms_told(database: Database) -> int:
    with database.transaction() as session:
        return sum("vote-alarm" in json.dumps(row.payload) for row in session.exec(select(Outbox)).all())
