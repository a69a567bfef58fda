"""Trying Agora out: the sandbox of a city, with whom it knows already and what one might say."""

import base64

import phonenumbers
from aiohttp import web
from pydantic import SecretStr
from sqlmodel import Session, col, select

from backend.city.city import City
from backend.staff import staff
from bot.channels.sms.settings import SmsSettings
from bot.sandbox import bots, server
from bot.sandbox.feed import Feed
from bot.sandbox.sms.network import Network
from bot.wallclock import now
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.people import Role


def sandbox_of(city: City, database: Database, network: Network) -> web.Application:
    """The sandbox with a city's two bots and keypad phones; its staff phones are offered an invitation."""
    with database.transaction() as session:
        code = staff.invite(session, Role.DISPATCHER, None, now=now())
        acquainted = _acquainted(session)
    return server.create(
        [bots.residents(title=city.name), bots.staff(title=f"{city.name} Staff")],
        samples=[(place.name, place.lat, place.lon) for place in city.tryout.places],
        suggestions={"residents": city.tryout.messages},
        notices={"staff": f"/start {code}"},
        acquainted=acquainted,
        network=network,
        # The sandbox forgets, the database does not: a number that was given before would be taken for a repetition.
        numbered_from=int(now().timestamp()),
    )


def _acquainted(session: Session) -> list[tuple[str, str]]:
    known = select(Urn.channel, Contact.name).join(Contact, col(Contact.id) == col(Urn.contact_id))
    return [(channel, name) for channel, name in session.exec(known) if channel in ("residents", "staff")]


def network_of(city: City) -> Network:
    """A telephone network with numbers of the city's country that nobody has."""
    return Network(lambda count: number_in(city.texting.region, count), Feed())


def number_in(region: str, count: int) -> str:
    """The n-th number of a series that is kept free for examples, or else looks like a mobile's there."""
    free = {"US": "+1617555010", "FR": "+3363998010"}.get(region)
    if free is None:
        kind = phonenumbers.PhoneNumberType.MOBILE
        example = phonenumbers.example_number_for_type(region, kind) or phonenumbers.PhoneNumber(country_code=1)
        free = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)[:-1]
    whole = free + "0"
    return f"{whole[:-2]}{(int(whole[-2:]) + count) % 100:02d}"


def texting_settings(url: str, network: Network) -> SmsSettings:
    """How the city finds the sandbox's gateway; its keys protect nothing, since its numbers are nobody's."""
    known = base64.urlsafe_b64encode(b"the sandbox keeps no secret 0000").decode()
    return SmsSettings(
        index_key=SecretStr(known),
        seal_keys=SecretStr(known),
        kannel_url=url,
        kannel_username=network.access.username,
        kannel_password=SecretStr(network.access.password),
        kannel_secret=SecretStr(network.access.secret),
        kannel_sender=network.access.sender,
    )
