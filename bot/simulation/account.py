"""The account of a simulated year: what should have come to whom and when, and what did."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from bot.simulation.life import Diary
from bot.simulation.people import FIRST_REPORT, Person
from bot.simulation.wallclock import Looks, WallClock
from storage.digests import Digest, Frequency
from storage.mail import Outbox

_WEEK = timedelta(days=7)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass
class Account:
    """What came of it. `due` are the summaries that should have come, reckoned apart from what was sent.

    Periods that passed while no clock ran count as one with the summary that makes up for them; what is beyond the
    week's budget is not due, and is told with the next. `faults` name what is wrong beyond the numbers: a summary that
    came at another time than it should, was not due at all, says that it is late and is not, or tells of something
    else.
    """

    due: int = 0
    sent: int = 0
    doubled: int = 0
    missed: int = 0
    in_quiet_hours: int = 0
    empty: int = 0
    late: int = 0
    faults: list[str] = field(default_factory=list)

    def fields(self) -> dict[str, int]:
        """For programs."""
        return {name: value for name, value in vars(self).items() if isinstance(value, int)}

    @property
    def is_clean(self) -> bool:
        """Whether everybody got what was due, once and at its time."""
        wrong = (self.doubled, self.missed, self.in_quiet_hours, self.empty, self.sent - self.due, len(self.faults))
        return not any(wrong)


class Expected(NamedTuple):
    """A summary that should come: for which day, at which look, whether late, about one's report and one's area."""

    period: str
    at: datetime
    late: bool
    own: bool
    around: bool


@dataclass(frozen=True)
class Rules:
    """What the account goes by: the year's clocks and looks, the city's hours, and the week's budget."""

    begin: datetime
    clocks: Mapping[str, WallClock]
    looks: Looks
    telling: tuple[time, time]
    budget: int


def expected(person: Person, diary: Diary, rules: Rules) -> Iterator[Expected]:
    """Go through somebody's calendar and say what should have come."""
    clock = rules.clocks[person.zone]
    dues, told, place = clock.due(person), rules.begin, 0
    sent: list[datetime] = []
    while place < len(dues):
        look = rules.looks.next(dues[place], clock, rules.telling, person.quiet)
        if look is None:
            return
        own = _between(diary.moved[person.id], told, look) > 0
        follows = person.area is not None and person.frequency is not Frequency.EVENTS
        around = follows and _between(diary.reported[person.area or ""], told, look) > 0
        recent = _between(sent, look - _WEEK, look) + _between(diary.written[person.id], look - _WEEK, look)
        if (own or around) and recent < rules.budget:
            yield Expected(clock.day(dues[place]), look, look - dues[place] > _DAY, own, around)
            sent.append(look)
            told = look
        elif not own and not around:
            told = look
        place = bisect_right(dues, look)


def _between(moments: Sequence[datetime], after: datetime, until: datetime) -> int:
    return bisect_right(moments, until) - bisect_right(moments, after)


def drawn_up(session: Session, folk: Sequence[Person], diary: Diary, rules: Rules) -> Account:
    """Compare what should have come with what did."""
    account = Account()
    for written in (diary.moved, diary.written):
        for moments in written.values():
            moments.sort()
    for person in folk:
        issued = session.exec(
            select(Digest).where(Digest.contact_id == person.id).order_by(col(Digest.issued_at), col(Digest.id))
        ).all()
        rows = select(Outbox).where(Outbox.contact_id == person.id, col(Outbox.broadcast_id).is_(None))
        posted = session.exec(rows.order_by(col(Outbox.created_at), col(Outbox.id))).all()
        _compare(account, person, list(expected(person, diary, rules)), issued, posted)
        clock = rules.clocks[person.zone]
        account.in_quiet_hours += sum(not clock.awake(row.due_at, rules.telling, person.quiet) for row in posted)
        session.expunge_all()
    return account


def _compare(
    account: Account, person: Person, should: Sequence[Expected], issued: Sequence[Digest], posted: Sequence[Outbox]
) -> None:
    account.due += len(should)
    account.sent += len(posted)
    account.late += sum(digest.late for digest in issued)
    wanted, came = {one.period: one for one in should}, Counter(digest.period for digest in issued)
    account.doubled += came.total() - len(came) + max(0, len(posted) - len(issued))
    account.missed += len(wanted.keys() - came.keys()) + max(0, len(issued) - len(posted))
    account.empty += sum(not _lines(row) for row in posted)
    for digest, row in zip(issued, posted, strict=False):
        account.faults += [
            f"{person.id} {digest.period}: {why}" for why in _faults(wanted.get(digest.period), digest, row)
        ]


def _lines(row: Outbox) -> list[dict[str, Any]]:
    """What a message says below its headings."""
    parts = [part["lines"] for part in row.payload["paragraphs"] if "lines" in part]
    return [line for lines in parts for line in lines[1:]]


def _faults(wanted: Expected | None, digest: Digest, row: Outbox) -> Iterator[str]:
    if wanted is None:
        yield "was not due"
        return
    if digest.issued_at != wanted.at or not digest.issued_at <= row.due_at < digest.issued_at + _HOUR:
        yield f"came at {row.due_at}, was due at {wanted.at}"
    if wanted.late != any(part.get("id") == "digest-head-late" for part in row.payload["paragraphs"]):
        yield "is late and does not say so, or the other way round"
    lines = _lines(row)
    own = [line for line in lines if "report" in line["args"]]
    if [line["args"]["report"]["args"]["number"] for line in own] != [
        str(FIRST_REPORT + digest.contact_id)
    ] * wanted.own:
        yield "does not tell of one's own report, or tells of another"
    if (len(lines) > len(own)) != wanted.around:
        yield "does not tell of one's area, or should not have"
