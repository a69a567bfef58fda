"""The city's week in figures: counted on its own calendar, told once to those who may tell it, drawn to be read."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

from PIL import Image
from sqlmodel import Session, col, select

from backend.digests import weekly
from bot.conversation.turn import House
from bot.digest import weekly as told
from storage.closing import ClosingReason
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.digests import Digest
from storage.mail import Media, Outbox
from storage.people import Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, Substatus, UpdateKind
from storage.satisfaction import Satisfaction

MONDAY = datetime(2026, 3, 9, 13, 0, tzinfo=UTC)
"""Nine in the morning in Boston, on the day after the clocks have changed."""
_DAY = timedelta(days=1)
_FIRST = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
"""Midnight in Boston, as the week begins that is over."""


def _report(session: Session, number: int, came: datetime, *, closed: datetime | None = None, **more: object) -> None:
    known: dict[str, object] = {
        "service_code": "pothole", "area": "Dorchester", "expected_at": came + 3 * _DAY, "private": False, **more,
    }  # fmt: skip
    session.add(
        ServiceRequest(
            id=number, contact_id=1, department="public_works", description="", address="", requested_at=came,
            updated_at=came, closed_at=closed, status=Status.CLOSED if closed else Status.OPEN,
            substatus=Substatus.CLOSED if closed else Substatus.TAKEN,
            closing_reason=ClosingReason.DONE if closed else None, **known,
        )
    )  # fmt: skip
    session.flush()


def _fill(session: Session) -> None:
    for number, role in ((1, None), (2, Role.AGENT), (3, Role.DISPATCHER), (4, Role.ADMIN)):
        session.add(Contact(id=number, language="fr" if role is Role.ADMIN else "en", created_at=_FIRST))
        session.flush()
        session.add(Urn(contact_id=number, channel="staff", address=f"telegram:{number}", last_seen_at=_FIRST))
        if role is not None:
            session.add(Staff(contact_id=number, name="", role=role, enrolled_at=_FIRST))
    second = timedelta(seconds=1)
    _report(session, 1, _FIRST - second)  # the week before
    _report(session, 2, _FIRST, closed=_FIRST + 2 * _DAY)  # kept
    _report(session, 3, _FIRST, closed=_FIRST + 5 * _DAY, service_code="tree")  # late
    _report(session, 4, _FIRST + _DAY, closed=_FIRST + 2 * _DAY, expected_at=_FIRST + 6 * _DAY)  # put off, so not kept
    session.add(ServiceRequestUpdate(request_id=4, kind=UpdateKind.LATE, at=_FIRST + _DAY, announced_at=_FIRST))
    _report(session, 5, _FIRST + 7 * _DAY - timedelta(hours=1) - second)  # the last second of a week an hour short
    _report(session, 6, _FIRST + 7 * _DAY - timedelta(hours=1))  # this week's
    _report(session, 7, _FIRST + _DAY, private=True)
    for kind, contact_id in ((UpdateKind.CLOSED, None), (UpdateKind.CLOSED, None), (UpdateKind.REOPENED, 1),
                             (UpdateKind.REOPENED, None)):  # fmt: skip
        row = ServiceRequestUpdate(
            request_id=2, kind=kind, at=_FIRST + _DAY, announced_at=_FIRST, contact_id=contact_id
        )
        session.add(row)
    for number, score in ((2, 5), (3, 2)):
        session.add(
            Satisfaction(request_id=number, contact_id=1, asked_at=_FIRST, score=score, answered_at=_FIRST + _DAY)
        )


def test_a_week_is_counted_on_the_citys_calendar(database: Database, boston: House) -> None:
    """From midnight to midnight where the city is; a promise that was put off was not kept; private reports apart."""
    with database.transaction() as session:
        _fill(session)
        assert weekly.last(boston.city, MONDAY) == date(2026, 3, 2)
        week = weekly.of(session, boston.city, date(2026, 3, 2))
    assert [(count.reported, count.settled, count.kept) for count in week.trend[-2:]] == [(1, 0, 0), (4, 3, 1)]
    assert (week.closings, week.contested, week.rated, week.score) == (2, 1, 2, 3.5)
    assert {code: count.reported for code, count in week.services.items()} == {"pothole": 3, "tree": 1}
    assert week.areas["Dorchester"].settled == 3
    assert week.mondays[0] == date(2026, 1, 26)


def test_it_is_told_once_as_the_week_begins_to_those_who_may_tell_the_city(database: Database, boston: House) -> None:
    """Not before Monday's opening, not to agents, not twice, with charts in each reader's language."""
    with database.transaction() as session:
        _fill(session)
        assert told.tell(session, boston, MONDAY - timedelta(hours=2)) == 0
        assert told.tell(session, boston, MONDAY) == 2
        assert told.tell(session, boston, MONDAY + timedelta(minutes=5)) == 0
        assert told.tell(session, boston, MONDAY + _DAY) == 0
        assert {row.period for row in session.exec(select(Digest))} == {"2026-W11"}
        rows = session.exec(select(Outbox).order_by(col(Outbox.contact_id))).all()
        assert [len(row.payload["photos"]) for row in rows] == [3, 3]
        assert not set(rows[0].payload["photos"]) & set(rows[1].payload["photos"])


def test_the_charts_fit_a_phone(sqlite: Database, boston: House) -> None:
    """Each is drawn once for the same figures, is a picture, and is neither too large nor too high for a phone."""
    with sqlite.transaction() as session:
        _fill(session)
        week = weekly.of(session, boston.city, date(2026, 3, 2))
        ids = told.pictures(session, boston.city, boston.texts, week, "en")
        assert told.pictures(session, boston.city, boston.texts, week, "en") == ids
        for media in session.exec(select(Media)):
            assert media.content is not None
            drawn = Image.open(BytesIO(media.content))
            assert drawn.width <= 1280
            assert drawn.height <= drawn.width
            assert len(media.content) < 100_000
