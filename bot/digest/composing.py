"""Composing: many people's summaries at once, from all sources, each as short as a screen."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from backend.broadcasts import fanout
from backend.city.city import City
from backend.digests import issuing
from backend.digests.digests import Due
from bot.conversation.ask import STANDING_PATIENCE, Question
from bot.conversation.reply import Choice, Moment, text
from bot.digest import around, asked, proposed, reports, voted
from bot.digest.entry import Concern, Entry, Round, Shared, Source, kept
from storage import many
from storage.among import among
from storage.asks import Ask, AskStatus
from storage.contacts import Contact
from storage.digests import Frequency
from storage.mail import BROADCAST_PRIORITY, Outbox, OutboxStatus

SOURCES: Sequence[Source] = (
    *(reports.lines, proposed.lines, voted.projects),
    *(voted.lines, asked.lines, around.lines),
)
"""Where lines come from; whoever has something more to tell adds a function."""
SLICE = 500
"""People in one transaction: the desk waits no longer than for these."""
SCREEN, PHONE = 8, 3
"""Lines that are shown at once: on Telegram, and of an SMS."""

MORE = Choice(id="more", label=text("digest-more"))
LESS = Choice(id="less", label=text("digest-less"))
SETTINGS = Choice(id="settings", label=text("digest-settings"))
_PHONES = frozenset({"sms"})


def issue(session: Session, city: City, now: datetime, shared: Shared | None = None, limit: int = SLICE) -> int:
    """Compose and post the summaries of the next people whose time has come; returns how many were looked at."""
    batch = issuing.claim(session, city, now, limit)
    if not batch.due:
        return batch.looked
    round_ = Round(session, city, {due.contact_id: due for due in batch.due}, shared or Shared())
    written = [(due, entries) for due, entries in _gathered(round_) if entries]
    issuing.issued(session, ((due, len(entries)) for due, entries in written), now)
    _post(session, city, written, now)
    return batch.looked


def gather(round_: Round) -> Mapping[int, list[Entry]]:
    """Every person's lines, what concerns them most first."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for source in SOURCES if round_.due else ():
        for entry in source(round_):
            found[entry.contact_id].append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (entry.concern, entry.rank))
    return found


def _gathered(round_: Round) -> Iterator[tuple[Due, list[Entry]]]:
    found = gather(round_)
    return ((due, found.get(contact_id, [])) for contact_id, due in round_.due.items())


def _post(session: Session, city: City, written: Sequence[tuple[Due, list[Entry]]], now: datetime) -> None:
    if not written:
        return
    _ask(session, written, now)
    asks = _asks(session, [due.contact_id for due, _ in written])
    rows = [
        {
            "channel": due.channel, "contact_id": due.contact_id, "urn_id": due.urn_id, "ask_id": asks[due.contact_id],
            "priority": BROADCAST_PRIORITY, "payload": _payload(city, due, entries, asks[due.contact_id]),
            "created_at": now, "due_at": due.sent_at, "attempts": 0, "status": OutboxStatus.WAITING,
        }
        for due, entries in written
    ]  # fmt: skip
    many.write(session, Outbox, rows)


def _asks(session: Session, people: Sequence[int]) -> Mapping[int, int]:
    """The question that was just put to each of these people, by contact id."""
    newest = select(Ask.contact_id, func.max(Ask.id)).where(
        among(Ask.contact_id, people), Ask.status == AskStatus.OPEN, Ask.topic == "digest"
    )
    return dict(session.exec(newest.group_by(col(Ask.contact_id))).all())


def _ask(session: Session, written: Sequence[tuple[Due, list[Entry]]], now: datetime) -> None:
    """Put the question under each summary, which names it by its day: a statement for all of one day and one look."""
    alike: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for due, entries in written:
        alike[due.period, len(entries) > shown_on(due.channel)].append(due.contact_id)
    for (period, folded), people in alike.items():
        question = fanout.Question(
            topic="digest", step="under", state={"period": period}, question=_under(folded=folded),
            expires_at=now + STANDING_PATIENCE,
        )  # fmt: skip
        fanout.ask(session, sql_select(col(Contact.id)).where(among(Contact.id, people)), question, now)


@cache
def _under(*, folded: bool) -> dict[str, Any]:
    question = Question(paragraphs=[text("digest-under")], choices=buttons(folded=folded), columns=3)
    return question.model_dump(mode="json")


@cache
def _choices(*, folded: bool) -> list[dict[str, Any]]:
    return [choice.model_dump(mode="json", exclude_defaults=True) for choice in buttons(folded=folded)]


def buttons(*, folded: bool) -> list[Choice]:
    """The buttons under a summary, whole or folded."""
    return [*([MORE] if folded else []), LESS, SETTINGS]


def shown_on(channel: str) -> int:
    """How many lines a channel shows at once."""
    return PHONE if channel in _PHONES else SCREEN


def _payload(city: City, due: Due, entries: Sequence[Entry], ask_id: int) -> dict[str, Any]:
    shown = foremost(entries, shown_on(due.channel))
    paragraphs = [head(city, due), *paragraphs_of(shown)]
    if len(entries) > len(shown):
        paragraphs.append(_and_more(len(entries) - len(shown)))
    return {
        "paragraphs": paragraphs, "choices": _choices(folded=len(entries) > len(shown)), "columns": 3, "ask": ask_id,
    }  # fmt: skip


def foremost(entries: Sequence[Entry], most: int) -> Sequence[Entry]:
    """The lines that are shown at once, in their order; where they are many, something of every concern."""
    if len(entries) <= most or most <= PHONE:
        return entries[:most]
    firsts = {entry.concern: place for place, entry in reversed(list(enumerate(entries)))}
    chosen = [*firsts.values(), *(place for place in range(len(entries)) if place not in firsts.values())]
    return [entries[place] for place in sorted(chosen[:most])]


def head(city: City, due: Due) -> Mapping[str, Any]:
    """How a summary begins; a late one says so."""
    return _head(city.name, due.frequency, due.due_at if due.late else None)


@lru_cache
def _head(city: str, frequency: Frequency, late_since: datetime | None) -> Mapping[str, Any]:
    if late_since is not None:
        return kept(text("digest-head-late", city=city, due=Moment(at=late_since)))
    return kept(text(f"digest-head-{frequency.value}", city=city))


@cache
def _part(concern: Concern) -> Mapping[str, Any]:
    return kept(text(f"digest-part-{concern.name.lower()}"))


@lru_cache
def _and_more(count: int) -> Mapping[str, Any]:
    return kept(text("digest-and-more", count=count))


def paragraphs_of(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Lines below a heading for each concern."""
    parts: dict[Concern, list[Mapping[str, Any]]] = {}
    for entry in entries:
        parts.setdefault(entry.concern, [_part(entry.concern)]).append(entry.line)
    return [{"lines": lines} for lines in parts.values()]
