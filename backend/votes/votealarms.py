"""Alarms of a vote: what staff should look at. They flag and never block, and tell nothing of what was voted.

They are counted from what is public or belongs to nobody: sizes and times of signed heads, lists of one head's batch
compared among themselves, wrong codes by the hour.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from math import comb
from statistics import median
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from backend.ballotlog.heads import read_time, written_time
from backend.city.votewatch import VoteWatch
from backend.tally.election import BallotKind
from backend.votes import ballotbox, votelog
from backend.votes.wrongcodes import hour_of
from storage.ballots import Ballot, LogHead
from storage.roll import Eligibility
from storage.votealarms import AlarmKind, VoteAlarm, WrongCodes
from storage.votes import Budget, Heading


def of(session: Session, budget: Budget) -> Sequence[VoteAlarm]:
    """A vote's alarms, the newest first."""
    rows = select(VoteAlarm).where(VoteAlarm.budget_id == budget.id)
    return session.exec(rows.order_by(col(VoteAlarm.hour).desc(), col(VoteAlarm.id).desc())).all()


def look(session: Session, zone: ZoneInfo, watch: VoteWatch, *, now: datetime) -> list[VoteAlarm]:
    """Look at heads that were signed since the last look and at this hour's wrong codes; returns what is new.

    `zone` is the city's: with `watch` it says when night is.
    """
    unwatched = select(LogHead).where(col(LogHead.watched_at).is_(None)).order_by(col(LogHead.id))
    heads = session.exec(unwatched.with_for_update(skip_locked=True)).all()
    found = [_same(session, head, watch) for head in heads]
    nights = {
        (session.get_one(Heading, head.heading_id).budget_id, hour_of(read_time(head.signed_at))) for head in heads
    }
    found += [
        _burst(session, budget_id, hour, watch)
        for budget_id, hour in sorted(nights)
        if watch.is_night(hour.astimezone(zone).hour)
    ]
    guessed = select(WrongCodes).where(
        WrongCodes.hour == hour_of(now.astimezone(UTC)), WrongCodes.count >= watch.guesses
    )
    found += [_codes(session, row, now) for row in session.exec(guessed).all()]
    for head in heads:
        head.watched_at = now
    session.flush()
    return [alarm for alarm in found if alarm is not None]


def _burst(session: Session, budget_id: int, hour: datetime, watch: VoteWatch) -> VoteAlarm | None:
    hours = _by_hour(session, budget_id)
    earlier = [count for one, count in hours.items() if one < hour and count]
    if len(earlier) < watch.burst_hours:
        return None
    usual = median(earlier)
    if hours[hour] < max(watch.burst_least, watch.burst_times * usual):
        return None
    return _raise(session, budget_id, AlarmKind.BURST, hour, count=hours[hour], against=round(usual))


def _by_hour(session: Session, budget_id: int) -> Counter[datetime]:
    """Ballots of each hour by the growth of the published heads, which are ten minutes late at most."""
    rows = select(LogHead.heading_id, LogHead.size, LogHead.signed_at).join(Heading)
    heads = session.exec(rows.where(Heading.budget_id == budget_id).order_by(col(LogHead.number))).all()
    hours: Counter[datetime] = Counter()
    sizes: defaultdict[int, int] = defaultdict(int)
    for heading_id, size, signed_at in heads:
        hours[hour_of(read_time(signed_at))] += size - sizes[heading_id]
        sizes[heading_id] = size
    return hours


def _same(session: Session, head: LogHead, watch: VoteWatch) -> VoteAlarm | None:
    """Whether one list fills a batch; who changes a ballot within it counts once."""
    heading = session.get_one(Heading, head.heading_id)
    before = select(func.max(LogHead.size)).where(LogHead.heading_id == heading.id, LogHead.number < head.number)
    start = session.exec(before).one() or 0
    batch = select(Ballot).where(
        Ballot.heading_id == heading.id, col(Ballot.position) >= start, col(Ballot.position) < head.size
    )
    lists = {row.token: _pattern(session, heading, row) for row in session.exec(batch.order_by(col(Ballot.position)))}
    projects = len(votelog.frozen_of(heading).projects)
    counts = Counter(
        one for one in lists.values() if len(one) >= watch.same_choices and comb(projects, len(one)) >= watch.same_lists
    )
    count = max(counts.values(), default=0)
    if count < watch.same_least or 100 * count < watch.same_percent * len(lists):
        return None
    # Rounded, and never all: whoever voted in the batch could tell from the exact share what the others voted.
    share = min(90, 100 * count // len(lists) // 10 * 10)
    hour = hour_of(read_time(head.signed_at))
    return _raise(session, heading.budget_id, AlarmKind.SAME, hour, count=count // 10 * 10, against=share)


def _pattern(session: Session, heading: Heading, ballot: Ballot) -> tuple[tuple[str, int], ...]:
    """What a ballot chooses, in an order that means something only where the vote's kind gives it a meaning."""
    entry = ballotbox.entry_of(ballot)
    chosen = tuple(zip(entry["choices"], entry.get("points") or [1] * len(entry["choices"]), strict=True))
    is_ranked = session.get_one(Budget, heading.budget_id).kind == BallotKind.ORDINAL
    return chosen if is_ranked else tuple(sorted(chosen))


def _codes(session: Session, wrong: WrongCodes, now: datetime) -> VoteAlarm | None:
    if wrong.count <= _taken(session, wrong.budget_id, wrong.hour):
        return None
    barred = select(func.count()).select_from(Eligibility).where(Eligibility.budget_id == wrong.budget_id)
    waits = session.exec(barred.where(col(Eligibility.barred_until) > now)).one()
    return _raise(session, wrong.budget_id, AlarmKind.CODES, wrong.hour, count=wrong.count, against=waits)


def _taken(session: Session, budget_id: int, hour: datetime) -> int:
    """Ballots since an hour began, signed or not; asked at every look while codes are guessed at."""
    ids = select(Heading.id).where(Heading.budget_id == budget_id)
    every = session.exec(select(func.count()).select_from(Ballot).where(col(Ballot.heading_id).in_(ids))).one()
    before = select(func.max(LogHead.size)).where(LogHead.signed_at < written_time(hour))
    sizes = session.exec(before.where(col(LogHead.heading_id).in_(ids)).group_by(col(LogHead.heading_id))).all()
    return every - sum(sizes)


def _raise(
    session: Session, budget_id: int, kind: AlarmKind, hour: datetime, *, count: int, against: int
) -> VoteAlarm | None:
    """Write an alarm down; None when its hour has one."""
    alarm = VoteAlarm(budget_id=budget_id, kind=kind, hour=hour, count=count, against=against)
    known = select(VoteAlarm.id).where(VoteAlarm.budget_id == budget_id, VoteAlarm.kind == kind, VoteAlarm.hour == hour)
    if session.exec(known).first() is not None:
        return None
    try:
        with session.begin_nested():
            session.add(alarm)
    except IntegrityError:  # another process looked at the same moment
        return None
    return alarm
