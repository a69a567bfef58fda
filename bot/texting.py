"""Text messages put together: the gateways that the environment names, their channel, and their doors."""

import asyncio
import hashlib
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from aiohttp import web

from backend.city.city import City
from bot.channels.arrival import PhoneHash
from bot.channels.sms import doors
from bot.channels.sms.gammu import Gammu
from bot.channels.sms.gateway import Gateway
from bot.channels.sms.inbound import Inbound, Rules
from bot.channels.sms.kannel import Kannel, KannelAccess
from bot.channels.sms.ledger import Ledger
from bot.channels.sms.modem_round import ModemRound
from bot.channels.sms.numbers import normalised
from bot.channels.sms.settings import SmsSettings
from bot.channels.sms.sms_channel import SmsChannel
from bot.channels.sms.twilio import Twilio, TwilioAccess
from bot.channels.sms.vault import Vault
from bot.intake import Intake
from bot.sandbox.sms.network import Network
from bot.wallclock import now
from storage.database import Database


@dataclass(frozen=True)
class Texting:
    """All that sends and receives text messages."""

    settings: SmsSettings
    database: Database
    city: City
    vault: Vault
    ledger: Ledger
    channel: SmsChannel
    network: Network | None = None

    def routes(self, intake: Intake, wake: Callable[[], None]) -> list[web.RouteDef]:
        """The addresses that gateways call."""
        reception = doors.Reception(self._inbound(intake), self.ledger, intake, wake)
        found: list[web.RouteDef] = []
        for gateway in self.channel.gateways.values():
            match gateway:
                case Kannel():
                    found += doors.of_kannel(gateway, reception)
                case Twilio():
                    found += doors.of_twilio(gateway, reception)
        return found

    def found_at(self, url: str) -> None:
        """Tell gateways on this machine where our doors are, unless they were told another address."""
        if self.network is not None:
            self.network.town = url
        for gateway in self.channel.gateways.values():
            if isinstance(gateway, Kannel):
                gateway.callback = (self.settings.callback_url or url).rstrip("/")

    def rounds(self, intake: Intake, wake: Callable[[], None]) -> list[Coroutine[None, None, None]]:
        """What must go on in the background for gateways that call nobody."""
        reception = doors.Reception(self._inbound(intake), self.ledger, intake, wake)
        modems = [gateway for gateway in self.channel.gateways.values() if isinstance(gateway, Gammu)]
        return [ModemRound(modem, reception).serve() for modem in modems]

    def _inbound(self, intake: Intake) -> Inbound:
        texting = self.city.texting
        own = [normalised(number, texting.region) for number in self.settings.own_numbers]
        rules = Rules(
            region=texting.region,
            countries=frozenset(texting.countries),
            own_numbers=frozenset(number.e164 for number in own if number is not None),
        )
        return Inbound(self.database, self.vault, intake, rules, now)


def create(settings: SmsSettings, database: Database, city: City, network: Network | None = None) -> Texting:
    """Everything for text messages, to be called on the event loop; raises ValueError for keys that are none.

    `network` is the sandbox's, where that plays the gateway.
    """
    asyncio.get_running_loop()
    vault = settings.vault()
    ledger = Ledger(database, vault, city, now)
    channel = SmsChannel(_gateways(settings), ledger)
    return Texting(settings, database, city, vault, ledger, channel, network)


def phone_hash(settings: SmsSettings, token: str, region: str) -> PhoneHash:
    """How a number that somebody shares on Telegram is known: as the same phone that writes by text message.

    Without text messages nothing else knows numbers, and the bot's `token` is key enough.
    """
    if settings.index_key is None:
        key = hashlib.sha256(b"agora phones" + token.encode()).digest()
        vault = Vault(key, [key])
    else:
        vault = settings.vault()

    def hashed(raw: str) -> str | None:
        number = normalised(raw if raw.startswith("+") else f"+{raw}", region)
        return vault.hash(number.e164) if number is not None else None

    return hashed


def _gateways(settings: SmsSettings) -> list[Gateway]:
    found: list[Gateway] = []
    if settings.kannel_url and settings.kannel_password and settings.kannel_secret:
        access = KannelAccess(
            url=settings.kannel_url.rstrip("/"),
            username=settings.kannel_username,
            password=settings.kannel_password.get_secret_value(),
            sender=settings.kannel_sender,
            secret=settings.kannel_secret.get_secret_value(),
        )
        found.append(Kannel(access, settings.kannel_prefixes))
    if settings.twilio_account and settings.twilio_token and settings.public_url:
        account = TwilioAccess(
            account=settings.twilio_account,
            token=settings.twilio_token.get_secret_value(),
            sender=settings.twilio_sender,
            public_url=settings.public_url.rstrip("/"),
            url=settings.twilio_url,
        )
        found.append(Twilio(account, settings.twilio_prefixes))
    if settings.gammu_database:
        found.append(Gammu(settings.gammu_database, settings.gammu_prefixes))
    return found
