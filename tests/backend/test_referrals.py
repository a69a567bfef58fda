"""Whose it is when it is not the city's, and that it is kept."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from sqlmodel import Session

from backend.city import bodies
from backend.reports import issues, referrals
from backend.reports.issues import NewReport
from backend.reports.referrals import Matter
from bot.conversation.turn import House
from storage.contacts import Contact
from storage.database import Database
from storage.referrals import ReferralKind
from tests.conftest import START


def resident(session: Session) -> int:
    """Somebody."""
    contact = Contact(name="Ana", language="en", created_at=START)
    session.add(contact)
    session.flush()
    return contact.id


def matter(**changes: object) -> Matter:
    """Something that the MBTA answers for."""
    return Matter.model_validate({"kind": ReferralKind.BODY, "body": "mbta", "words": "Broken escalator"} | changes)


@pytest.mark.parametrize(
    ("words", "street", "surely", "code"),
    [
        ("the escalator at the subway station", None, "accessibility", "mbta"),
        ("the escalator at the subway station", None, None, "mbta"),
        ("pothole in front of the subway station", None, "pothole", None),
        ("a subwayish sandwich wrapper", None, "other", None),
        ("deep pothole", "Soldiers Field Road", "pothole", "dcr"),
        ("graffiti on the house", "Soldiers Field Road", "graffiti", None),
        ("hole on the I-93 ramp", None, "pothole", "massdot"),
        ("Apagón en toda la calle", None, None, "eversource"),
        ("power outage, and graffiti on the wall", None, "graffiti", None),
        ("pothole", "Church Street", "pothole", None),
    ],
)
def test_whose_it_is(boston: House, words: str, street: str | None, surely: str | None, code: str | None) -> None:
    """By words, by street, and only for their services."""
    found = bodies.answering(boston.city.bodies, words, street, surely)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Pothole in Cambridge", "cambridge"),
        ("Pothole, Cambridge", "cambridge"),
        ("pothole in cambridge, very deep", "cambridge"),
        ("Bache en Somerville", "somerville"),
        ("Pothole in Cambridge Street", None),
        ("a Cambridge student fell into a pothole", None),
        ("pothole in Dorchester", None),
    ],
)
def test_a_neighbour_named_as_the_place(boston: House, words: str, code: str | None) -> None:
    """A town's name is a place only where it stands as one."""
    found = bodies.named(boston.city.bodies, words)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ((42.3736, -71.1097), "cambridge"),
        ((42.3876, -71.0995), "somerville"),
        ((42.3318, -71.1212), "brookline"),
        ((42.2529, -71.0023), "quincy"),
        ((40.7128, -74.0060), None),
    ],
)
def test_whose_ground_it_is(boston: House, point: tuple[float, float], code: str | None) -> None:
    """The nearest neighbour that reaches so far, or nobody."""
    found = bodies.around(boston.city.bodies, *point)
    assert (found.code if found else None) == code


def test_a_referral_is_kept_put_right_and_counted(database: Database) -> None:
    """One matter is one row, however often it turns out to be somebody else's; an old one counts no more."""
    with database.transaction() as session:
        ana = resident(session)
        kept = referrals.refer(session, matter(), contact_id=ana, now=START)
        again = referrals.refer(session, matter(body="dcr"), contact_id=ana, now=START, earlier=kept.id)
        referrals.refer(session, matter(), contact_id=ana, now=START - timedelta(days=40))
        bob = resident(session)
        other = referrals.refer(session, matter(), contact_id=bob, now=START, earlier=kept.id)
        assert (again.id, again.body, other.id != kept.id) == (kept.id, "dcr", True)
        counts = referrals.counted(session, START - timedelta(days=30))
        assert counts == [(ReferralKind.BODY, "dcr", 1), (ReferralKind.BODY, "mbta", 1)]
        assert [row.id for row in referrals.latest(session, limit=1)] == [other.id]


def test_what_is_filed_all_the_same(database: Database, boston: House) -> None:
    """Another body's matter keeps the report's number; a pin that was wrong was no referral."""
    with database.transaction() as session:
        ana = resident(session)
        new = NewReport(service_code="pothole", description="hole", address="32 Church Street")
        number = issues.report(session, boston.city, new, contact_id=ana, now=START).id
        theirs = referrals.refer(session, matter(), contact_id=ana, now=START)
        slip = referrals.refer(session, matter(kind=ReferralKind.OUTSIDE, body=None), contact_id=ana, now=START)
        for referral in (theirs, slip):
            referrals.filed(session, referral.id, number)
        session.flush()
        assert [(row.id, row.request_id) for row in referrals.latest(session)] == [(theirs.id, number)]


def test_the_list_for_other_programs(database: Database) -> None:
    """Every column in JSON and in a table, in which nothing can be run."""
    with database.transaction() as session:
        ana = resident(session)
        referrals.refer(session, matter(words="=HYPERLINK(1)", lat=42.3, lon=-71.0), contact_id=ana, now=START)
        [entry] = referrals.entries(session)
        assert json.loads(json.dumps(entry))["words"] == "=HYPERLINK(1)"
        assert "mbta" in referrals.line(entry)
        file = StringIO()
        assert referrals.write_csv(session, file) == 1
    [row] = csv.DictReader(StringIO(file.getvalue()))
    assert tuple(row) == referrals.COLUMNS
    assert (row["words"], row["lat"], row["lon"]) == ("'=HYPERLINK(1)", "42.3", "-71.0")
