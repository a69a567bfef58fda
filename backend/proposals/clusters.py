"""Clusters: many reports of one service in one place within a time are a pattern, which may become a proposal."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.city.participation import Cluster
from backend.reports import followers
from storage.clusters import ReportCluster
from storage.grid import cell_of, cells_around, metres_between
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, UpdateKind

_MOST = 200
"""Reports around one place that are looked at: the newest."""


def watch(session: Session, city: City, now: datetime) -> list[ReportCluster]:
    """Look at the newest reports of services that can form a pattern; returns the clusters that are new.

    Every report is looked at once, when it is new: a pattern is complete with its last report.
    """
    codes = [cluster.service for cluster in city.participation.clusters]
    if not codes:
        return []
    fresh = (
        select(ServiceRequest)
        .join(ServiceRequestUpdate, col(ServiceRequestUpdate.request_id) == col(ServiceRequest.id))
        .where(
            ServiceRequestUpdate.kind == UpdateKind.SUBMITTED,
            col(ServiceRequestUpdate.announced_at).is_(None),
            col(ServiceRequest.service_code).in_(codes),
            col(ServiceRequest.lat).is_not(None),
        )
    )
    found = [_around(session, city, request, now) for request in session.exec(fresh).all()]
    return [cluster for cluster in found if cluster is not None]


def _around(session: Session, city: City, request: ServiceRequest, now: datetime) -> ReportCluster | None:
    rule = city.participation.cluster(request.service_code)
    if rule is None or request.lat is None or request.lon is None:
        return None
    near = _near(session, rule, (request.lat, request.lon), now)
    if len(near) < rule.reports or _is_known(session, rule, (request.lat, request.lon), now):
        return None
    cluster = ReportCluster(
        service_code=rule.service,
        address=request.address,
        area=request.area,
        lat=request.lat,
        lon=request.lon,
        cell=cell_of(request.lat, request.lon, request.address) or 0,
        numbers=[one.id for one in near],
        found_at=now,
    )
    session.add(cluster)
    session.flush()
    return cluster


def _near(session: Session, rule: Cluster, point: tuple[float, float], now: datetime) -> list[ServiceRequest]:
    """The reports of the period around a point, open or closed: that it comes again is what makes a pattern."""
    rows = (
        select(ServiceRequest)
        .where(
            col(ServiceRequest.status).in_(list(Status)),
            col(ServiceRequest.cell).in_(cells_around(*point, rule.metres)),
            ServiceRequest.service_code == rule.service,
            ServiceRequest.requested_at > now - timedelta(days=rule.days),
        )
        .order_by(col(ServiceRequest.id).desc())
        .limit(_MOST)
    )
    return [one for one in session.exec(rows) if _metres(one, point) <= rule.metres]


def _metres(request: ServiceRequest, point: tuple[float, float]) -> float:
    if request.lat is None or request.lon is None:
        return float("inf")
    return metres_between((request.lat, request.lon), point)


def _is_known(session: Session, rule: Cluster, point: tuple[float, float], now: datetime) -> bool:
    """Whether this pattern was told of within its period already."""
    rows = select(ReportCluster).where(
        col(ReportCluster.cell).in_(cells_around(*point, rule.metres)),
        ReportCluster.service_code == rule.service,
        ReportCluster.found_at > now - timedelta(days=rule.days),
    )
    return any(metres_between((one.lat, one.lon), point) <= rule.metres for one in session.exec(rows))


def people(session: Session, cluster: ReportCluster) -> list[int]:
    """The contacts who have the problem: who reported one of the reports, or joined one; the first first."""
    found: dict[int, None] = {}
    for number in sorted(cluster.numbers):
        voices = (one for one in followers.followers_of(session, number) if one.why in followers.VOICES)
        found |= dict.fromkeys(one.contact_id for one in voices)
    return list(found)


def untold(session: Session) -> Sequence[ReportCluster]:
    """The clusters of which nobody was told yet, oldest first."""
    rows = select(ReportCluster).where(col(ReportCluster.announced_at).is_(None))
    return session.exec(rows.order_by(col(ReportCluster.id)).with_for_update(skip_locked=True)).all()


def find(session: Session, id: int) -> ReportCluster | None:
    """The cluster with this id."""
    return session.get(ReportCluster, id)


def became(session: Session, id: int, proposal_id: int) -> None:
    """Note which proposal came of a cluster; a second one of the same is offered the first."""
    cluster = session.get(ReportCluster, id)
    if cluster is not None and cluster.proposal_id is None:
        cluster.proposal_id = proposal_id
