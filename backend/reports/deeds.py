"""Deeds: acts of staff on a report that residents are told of, as values that can be kept until somebody agrees."""

from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from backend.city.city import City
from backend.reports import casework, followers, issues, merging, steps
from backend.reports.steps import StaffAct
from storage.closing import ClosingReason
from storage.requests import ServiceRequest, UpdateKind

Kind = Literal["close", "merge", "split", "ask", "promise", "service", "place"]


class Deed(BaseModel):
    """One act with all that it needs; which of the fields count follows from its `kind`.

    `detail` is what `issues.close` takes, `survivor` the report that stays, `point` latitude and longitude.
    Taking a report and beginning work are no deeds: everybody is told of them too, but they promise nothing.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    words: str = ""
    reason: ClosingReason = ClosingReason.DONE
    detail: str = ""
    photos: list[int] = []
    survivor: int = 0
    date: datetime | None = None
    service: str = ""
    address: str = ""
    area: str | None = None
    point: tuple[float, float] | None = None


_STEPS = MappingProxyType[Kind, UpdateKind](
    {
        "close": UpdateKind.CLOSED,
        "merge": UpdateKind.MERGED,
        "split": UpdateKind.SPLIT,
        "ask": UpdateKind.QUESTION,
        "promise": UpdateKind.RESCHEDULED,
        "service": UpdateKind.RECLASSIFIED,
        "place": UpdateKind.MOVED,
    }
)


def reach(session: Session, number: int, deed: Deed) -> int:
    """How many residents would be told."""
    if deed.kind == "ask":
        return len(followers.voices(session, number))
    return len(followers.followers_of(session, number))


def check(session: Session, number: int, deed: Deed, act: StaffAct) -> None:
    """Refuse what could not be done now, as doing it would."""
    if deed.kind == "merge":
        merging.check(session, number, deed.survivor)
    elif deed.kind == "close" and deed.reason is ClosingReason.DUPLICATE:
        merging.check(session, number, int(deed.detail) if deed.detail.isdecimal() else 0)
    elif deed.kind == "split":
        merging.check_merged(session, number)
    steps.check(session, number, _STEPS[deed.kind], act)


def carry_out(session: Session, city: City, number: int, deed: Deed, act: StaffAct) -> ServiceRequest:
    """Do it; returns the report to look at next, which after a merge is the one that stays."""
    words, photos = deed.words, deed.photos
    doings: dict[Kind, Callable[[], ServiceRequest]] = {
        "close": lambda: issues.close(session, number, deed.reason, deed.detail, act, note=words, photos=photos),
        "merge": lambda: merging.merge(session, number, deed.survivor, act, words=words),
        "split": lambda: merging.split(session, city, number, act, words=words),
        "ask": lambda: issues.ask_reporter(session, number, words, act),
        "promise": lambda: issues.promise_again(session, number, deed.date or act.now, act),
        "service": lambda: casework.change_service(session, city, number, deed.service, act),
        "place": lambda: casework.change_place(session, number, deed.address, act, area=deed.area, point=deed.point),
    }
    return doings[deed.kind]()
