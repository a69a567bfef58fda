"""Announcing patterns of reports: staff see them, those who have the problem may propose something."""

from datetime import datetime

from sqlmodel import Session

from backend.city.city import City
from backend.proposals import clusters
from backend.staff import staff
from bot.conversation.reply import Named, Reply, text
from bot.conversation.turn import notify, put_to
from bot.topics.proposals import pattern
from bot.topics.proposals.pattern import AboutPattern
from storage.clusters import ReportCluster


def announce(session: Session, city: City, now: datetime) -> int:
    """Tell of every pattern that was not told yet; returns how many there were."""
    found = clusters.untold(session)
    for cluster in found:
        _tell_staff(session, city, cluster, now)
        if city.participation.topics:
            _tell_people(session, city, cluster, now)
        cluster.announced_at = now
    return len(found)


def _tell_staff(session: Session, city: City, cluster: ReportCluster, now: datetime) -> None:
    service = city.service(cluster.service_code)
    told = text(
        "pattern-staff",
        count=len(cluster.numbers),
        service=Named(names=service.name),
        place=cluster.address,
        numbers=", ".join(str(number) for number in sorted(cluster.numbers)),
    )
    for member in staff.responsible(session, service.department):
        notify(session, member.contact_id, Reply(paragraphs=[told]), now=now)


def _tell_people(session: Session, city: City, cluster: ReportCluster, now: datetime) -> None:
    question = pattern.offer(city, cluster)
    for contact_id in clusters.people(session, cluster):
        put_to(session, contact_id, question, topic="pattern", step="offer", state=AboutPattern(id=cluster.id), now=now)
