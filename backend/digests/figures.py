"""Figures of the city: what came of reports and proposals in an area, about a service or topic, or around a point."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from sqlmodel import Session, col, select

from backend.digests.series import Series
from backend.proposals.proposal_lifecycle import PUBLIC
from storage.broadcasts import SubscriptionKind
from storage.proposals import Proposal, ProposalStep, ProposalUpdate
from storage.requests import ServiceRequest, Status, Substatus

NOT_COUNTED = (Substatus.HIDDEN, Substatus.MERGED, Substatus.WITHDRAWN)
"""Reports of which nothing is told to everybody."""


@dataclass(frozen=True)
class Figure:
    """Reports that came in and that were closed; `middle` is the median time from the one to the other.

    Proposals that were published, that the city answered, and that it carried out.
    """

    reported: int = 0
    settled: int = 0
    middle: timedelta | None = None
    proposed: int = 0
    answered: int = 0
    built: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.reported or self.settled or self.proposed or self.answered or self.built)


class Figures:
    """All that is public and happened after a moment, read once and counted for any stretch since.

    Memory follows what happened in that time, not the people who ask.
    """

    def __init__(self, session: Session, since: datetime, until: datetime) -> None:
        self.since, self.until = since, until
        self._series = {name: Series() for name in ("reported", "settled", "proposed", "answered", "built")}
        self._known: dict[tuple[str, str, datetime, datetime], Figure] = {}
        self._read_reports(session)
        self._read_proposals(session)

    def of(self, kind: SubscriptionKind, value: str, since: datetime, until: datetime) -> Figure:
        """The figure of what a subscription names."""
        asked = (kind.value, value, since, until)
        # Circles are everybody's own: to remember them would make memory follow the people.
        if kind is SubscriptionKind.PLACE:
            return self._count(kind, value, since, until)
        if asked not in self._known:
            self._known[asked] = self._count(kind, value, since, until)
        return self._known[asked]

    def _count(self, kind: SubscriptionKind, value: str, since: datetime, until: datetime) -> Figure:
        found = {name: series.within(kind, value, since, until) for name, series in self._series.items()}
        settled = found["settled"]
        numbers = {name: len(seconds) for name, seconds in found.items()}
        return Figure(**numbers, middle=timedelta(seconds=median(settled)) if settled else None)

    def _read_reports(self, session: Session) -> None:
        facts = (ServiceRequest.area, ServiceRequest.service_code, ServiceRequest.lat, ServiceRequest.lon)
        public = (col(ServiceRequest.private).is_(False), col(ServiceRequest.substatus).not_in(NOT_COUNTED))
        came = select(ServiceRequest.requested_at, *facts).where(*public, ServiceRequest.requested_at > self.since)  # type: ignore[call-overload]
        for moment, *facts_of in session.exec(came.order_by(col(ServiceRequest.requested_at))):
            self._add("reported", moment, 0.0, _about_report, facts_of)
        went = select(ServiceRequest.closed_at, ServiceRequest.requested_at, *facts).where(  # type: ignore[call-overload]
            *public, ServiceRequest.status == Status.CLOSED, col(ServiceRequest.closed_at) > self.since
        )
        for moment, asked, *facts_of in session.exec(went.order_by(col(ServiceRequest.closed_at))):
            self._add("settled", moment, (moment - asked).total_seconds(), _about_report, facts_of)

    def _read_proposals(self, session: Session) -> None:
        facts = (Proposal.area, Proposal.topic, Proposal.lat, Proposal.lon)
        for name, moment in (("proposed", Proposal.published_at), ("answered", Proposal.answered_at)):
            rows = select(moment, *facts).where(col(moment) > self.since, col(Proposal.state).in_(PUBLIC))  # type: ignore[call-overload]
            for at, *facts_of in session.exec(rows.order_by(col(moment))):
                self._add(name, at, 0.0, _about_proposal, facts_of)
        done = (
            select(ProposalUpdate.at, *facts)  # type: ignore[call-overload]
            .join_from(ProposalUpdate, Proposal)
            .where(ProposalUpdate.kind == ProposalStep.DONE, ProposalUpdate.at > self.since)
            .order_by(col(ProposalUpdate.at))
        )
        for at, *facts_of in session.exec(done):
            self._add("built", at, 0.0, _about_proposal, facts_of)

    def _add(self, name: str, moment: datetime, seconds: float, about: "_About", facts: list[Any]) -> None:
        area, what, lat, lon = facts
        point = (lat, lon) if lat is not None and lon is not None else None
        self._series[name].add(moment, seconds, about(area, what), point)


_About = Callable[[str | None, str], dict[SubscriptionKind, str | None]]


def _about_report(area: str | None, service: str) -> dict[SubscriptionKind, str | None]:
    return {SubscriptionKind.AREA: area, SubscriptionKind.SERVICE: service}


def _about_proposal(area: str | None, topic: str) -> dict[SubscriptionKind, str | None]:
    return {SubscriptionKind.AREA: area, SubscriptionKind.TOPIC: topic}
