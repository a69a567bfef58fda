"""Fanning out: a broadcast becomes a row of the outbox for each person it reaches, in one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, insert, inspect, literal
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, col, select

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import Audience
from backend.broadcasts.postage import Postage
from storage.asks import Ask, AskStatus
from storage.base import key
from storage.broadcasts import Broadcast, PanelMember
from storage.contacts import Urn
from storage.mail import ALERT_PRIORITY, BROADCAST_PRIORITY, Outbox, OutboxStatus


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a broadcast asks, as the row of its ask: the same for everybody, answered by each for themselves."""

    topic: str
    step: str
    state: Mapping[str, Any]
    question: Mapping[str, Any]
    expires_at: datetime


@dataclass(frozen=True)
class Content:
    """What everybody gets: a message as the outbox keeps it, and the question it puts, if any."""

    payload: Mapping[str, Any]
    question: Question | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How a broadcast is to go out: to whom, when at the earliest, within how many broadcasts a week.

    `postage` is what it costs by phone. `urgent` is for alerts that keep to neither budget nor wishes; they need a
    reason.
    """

    subject: str
    audience: Audience
    due_at: datetime
    budget: int
    postage: Postage | None = None
    urgent: bool = False
    reason: str = ""


def write(session: Session, broadcast: Broadcast, plan: Plan, content: Content, now: datetime) -> None:
    """Write the rows of a broadcast: one address a person, the one they were last seen at."""
    eligible = _eligible(session, broadcast, plan, now)
    ask_id: ColumnElement[Any] = literal(None, key)
    if content.question is not None:
        ask(session, eligible, content.question, now, broadcast_id=broadcast.id)
        ask_id = _column(Ask.id)
    own = {"channel": Urn.channel, "contact_id": Urn.contact_id, "urn_id": Urn.id}
    priority = ALERT_PRIORITY if plan.urgent else BROADCAST_PRIORITY
    same = {
        "broadcast_id": broadcast.id, "priority": priority, "payload": dict(content.payload),
        "created_at": now, "due_at": plan.due_at, "attempts": 0, "status": OutboxStatus.WAITING,
    }  # fmt: skip
    rows: Select[Any] = sql_select(*map(_column, own.values()), ask_id, *_literals(Outbox, same))
    rows = rows.where(*audiences.reachable(Urn), audiences.is_best(Urn))
    if content.question is not None:
        rows = rows.join(Ask, (col(Ask.contact_id) == col(Urn.contact_id)) & (col(Ask.broadcast_id) == broadcast.id))
    else:
        rows = rows.where(col(Urn.contact_id).in_(eligible))
    session.execute(insert(Outbox).from_select([*own, "ask_id", *same], rows.order_by(col(Urn.contact_id))))


def _eligible(session: Session, broadcast: Broadcast, plan: Plan, now: datetime) -> Select[Any]:
    eligible = audiences.contacts(plan.audience)
    if not plan.urgent:
        eligible = eligible.where(audiences.willing(), audiences.within_budget(plan.budget, now))
    if plan.audience.panel is None:
        return eligible
    audiences.draw(session, broadcast.id, plan.audience.panel, eligible)
    return select(PanelMember.contact_id).where(PanelMember.broadcast_id == broadcast.id)


def ask(
    session: Session, eligible: Select[Any], question: Question, now: datetime, *, broadcast_id: int | None = None
) -> None:
    """Put a standing ask to each of the contacts whose ids are selected: the buttons under what they get."""
    same = {
        "broadcast_id": broadcast_id, "topic": question.topic, "step": question.step, "state": dict(question.state),
        "question": dict(question.question), "standing": True, "status": AskStatus.OPEN, "created_at": now,
        "expires_at": question.expires_at,
    }  # fmt: skip
    rows: Select[Any] = sql_select(eligible.subquery().c[0], *_literals(Ask, same))
    session.execute(insert(Ask).from_select(["contact_id", *same], rows))


def _literals(table: type[SQLModel], values: Mapping[str, Any]) -> list[ColumnElement[Any]]:
    columns = inspect(table).columns
    return [literal(value, columns[name].type) for name, value in values.items()]


def _column(attribute: Any) -> ColumnElement[Any]:
    """A mapped attribute by the plain type of all columns, which a mapping of mixed ones needs."""
    column: ColumnElement[Any] = attribute
    return column
