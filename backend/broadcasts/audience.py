"""Who is asked: an audience in terms of a city, and the contacts that it means."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, Select, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.broadcasts import PanelMember, Subscription, SubscriptionKind
from storage.consultations import Response
from storage.contacts import Contact, Urn, UrnStatus
from storage.digests import DigestPreference, Frequency
from storage.mail import Outbox
from storage.people import Staff
from storage.requests import ServiceRequest

STAFF_CHANNELS = ("staff", "terminal-staff")
"""Channels on which no resident is reached."""

WEEK = timedelta(days=7)


LARGEST_PANEL = 1_000_000


class Panel(BaseModel):
    """A random panel: so many people, drawn so that each area has its share; the same seed draws the same people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: Annotated[int, Field(gt=0, le=LARGEST_PANEL)]
    seed: int


class Audience(BaseModel):
    """Everybody, narrowed down: one of these areas and one of these languages and ...; an empty list narrows nothing.

    Somebody is of an area who follows it or has reported there. `reporters_of` are codes of services, `followers_of`
    topics, `participants_of` ids of earlier consultations. `followers` are those who follow anything of the city's, or
    get its summaries.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    areas: list[str] = []
    languages: list[str] = []
    reporters_of: list[str] = []
    followers_of: list[str] = []
    participants_of: list[int] = []
    followers: bool = False
    panel: Panel | None = None


class Reach(BaseModel):
    """How many people an audience means: `reached` are written to, the others are not, and why."""

    model_config = ConfigDict(frozen=True)

    reached: int
    opted_out: int
    over_budget: int


def contacts(audience: Audience) -> Select[Any]:
    """The ids of all residents whom an audience means, whether or not they may be written to."""
    chosen = select(Contact.id).where(_has_urn(), ~_of(Staff, Staff.contact_id, col(Staff.left_at).is_(None)))
    if audience.languages:
        chosen = chosen.where(col(Contact.language).in_(audience.languages))
    if audience.areas:
        here = _of(ServiceRequest, ServiceRequest.contact_id, col(ServiceRequest.area).in_(audience.areas))
        chosen = chosen.where(or_(here, _follows(SubscriptionKind.AREA, audience.areas)))
    if audience.reporters_of:
        codes = col(ServiceRequest.service_code).in_(audience.reporters_of)
        chosen = chosen.where(_of(ServiceRequest, ServiceRequest.contact_id, codes))
    if audience.followers_of:
        chosen = chosen.where(_follows(SubscriptionKind.TOPIC, audience.followers_of))
    if audience.followers:
        summed_up = col(DigestPreference.frequency) != Frequency.NEVER
        summaries = _of(DigestPreference, DigestPreference.contact_id, summed_up)
        chosen = chosen.where(or_(_of(Subscription, Subscription.contact_id), summaries))
    if audience.participants_of:
        earlier = col(Response.consultation_id).in_(audience.participants_of)
        chosen = chosen.where(_of(Response, Response.contact_id, earlier))
    return chosen


def willing() -> ColumnElement[bool]:
    """Those who have not opted out of what they did not ask for."""
    return col(Contact.opted_out_at).is_(None)


def within_budget(budget: int, now: datetime) -> ColumnElement[bool]:
    """Those who were sent fewer broadcasts than a week's budget during the last seven days."""
    recent = (
        select(func.count())
        .select_from(Outbox)
        .where(
            col(Outbox.contact_id) == col(Contact.id),
            col(Outbox.broadcast_id).is_not(None),
            col(Outbox.created_at) > now - WEEK,
        )
        .correlate(Contact)
        .scalar_subquery()
    )
    return recent < budget


def reach(session: Session, audience: Audience, budget: int, now: datetime) -> Reach:
    """How many people an audience would reach if it were written to now."""
    meant = contacts(audience)
    everybody = _count(session, meant)
    wanting = _count(session, meant.where(willing()))
    reached = _count(session, meant.where(willing(), within_budget(budget, now)))
    if audience.panel is not None:
        reached = min(reached, audience.panel.size)
    return Reach(
        reached=reached, opted_out=everybody - wanting, over_budget=wanting - reached if audience.panel is None else 0
    )


def draw(session: Session, broadcast_id: int, panel: Panel, eligible: Select[Any]) -> None:
    """Draw a panel among the eligible and write its members down.

    Stratified by area with proportional allocation and largest remainders; within an area a simple random sample by
    Python's Mersenne Twister, begun with the seed, over contacts in the order of their ids.
    """
    strata: dict[str, list[int]] = {}
    area = select(func.min(ServiceRequest.area)).where(col(ServiceRequest.contact_id) == col(Contact.id))
    rows = session.execute(eligible.add_columns(area.correlate(Contact).scalar_subquery()).order_by(col(Contact.id)))
    for contact_id, name in rows:
        strata.setdefault(name or "", []).append(contact_id)
    chance = random.Random(panel.seed)
    shares = _shares({name: len(people) for name, people in strata.items()}, panel.size)
    drawn = [one for name in sorted(strata) for one in chance.sample(strata[name], shares[name])]
    session.add_all(PanelMember(broadcast_id=broadcast_id, contact_id=one) for one in sorted(drawn))
    session.flush()


def _shares(sizes: dict[str, int], places: int) -> dict[str, int]:
    """How many places each stratum gets (Hamilton's method); never more than it has people."""
    total = sum(sizes.values())
    if total <= places:
        return sizes
    exact = {name: size * places for name, size in sizes.items()}
    shares = {name: value // total for name, value in exact.items()}
    left = places - sum(shares.values())
    for name in sorted(exact, key=lambda name: (-(exact[name] % total), name))[:left]:
        shares[name] += 1
    return shares


def _count(session: Session, chosen: Select[Any]) -> int:
    return session.exec(select(func.count()).select_from(chosen.subquery())).one()


def _of(table: type[Any], owner: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(table).where(owner == col(Contact.id), *conditions).exists()


def _follows(kind: SubscriptionKind, values: Sequence[str]) -> ColumnElement[bool]:
    return _of(
        Subscription, Subscription.contact_id, col(Subscription.kind) == kind, col(Subscription.value).in_(values)
    )


def _has_urn() -> ColumnElement[bool]:
    return _of(Urn, Urn.contact_id, *reachable(Urn))


def reachable(urn: type[Urn]) -> Sequence[ColumnElement[bool]]:
    """The conditions under which an address reaches a resident."""
    return col(urn.status) == UrnStatus.ACTIVE, col(urn.channel).not_in(STAFF_CHANNELS)


def is_best(urn: type[Urn]) -> ColumnElement[bool]:
    """Of several addresses of a contact, the one they were last seen at."""
    other = aliased(Urn)
    later = or_(
        col(other.last_seen_at) > col(urn.last_seen_at),
        (col(other.last_seen_at) == col(urn.last_seen_at)) & (col(other.id) > col(urn.id)),
    )
    return ~select(other.id).where(col(other.contact_id) == col(urn.contact_id), *reachable(other), later).exists()
