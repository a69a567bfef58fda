"""Trying Agora out: the sandbox of a city, with whom it knows already and what one might say."""

from aiohttp import web
from sqlmodel import Session, col, select

from backend import staff
from backend.city import City
from bot.app import now
from bot.sandbox import bots, server
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.people import Role


def sandbox_of(city: City, database: Database) -> web.Application:
    """The sandbox with a city's two bots; its staff phones are offered an invitation."""
    with database.transaction() as session:
        code = staff.invite(session, Role.DISPATCHER, None, now=now())
        acquainted = _acquainted(session)
    return server.create(
        [bots.residents(title=city.name), bots.staff(title=f"{city.name} Staff")],
        samples=[(place.name, place.lat, place.lon) for place in city.tryout.places],
        suggestions={"residents": city.tryout.messages},
        notices={"staff": f"/start {code}"},
        acquainted=acquainted,
        # The sandbox forgets, the database does not: a number that was given before would be taken for a repetition.
        numbered_from=int(now().timestamp()),
    )


def _acquainted(session: Session) -> list[tuple[str, str]]:
    known = select(Urn.channel, Contact.name).join(Contact, col(Contact.id) == col(Urn.contact_id))
    return [(channel, name) for channel, name in session.exec(known) if channel in ("residents", "staff")]
