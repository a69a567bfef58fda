"""The page with the phones."""

from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.sim.attaching import sample_names
from bot.sandbox.sms.network import Network
from bot.sandbox.wire import Json

PAGE = Path(__file__).parent / "page"


@dataclass(frozen=True)
class Offers:
    """What the page offers: places to send, words to begin with, a note for those who don't know what to type.

    `places` are (name, latitude, longitude). `suggestions` and `notices` are by the bot's alias; a notice is a text
    that is sent when it is tapped, as an invitation code is.
    """

    places: tuple[tuple[str, float, float], ...] = ()
    suggestions: dict[str, list[str]] = field(default_factory=dict)
    notices: dict[str, str] = field(default_factory=dict)


class PageDoor:
    """Serves the page and tells it what to show first."""

    def __init__(self, sandbox: Sandbox, offers: Offers, network: Network | None = None) -> None:
        self._sandbox = sandbox
        self._network = network
        self._offers = offers

    def routes(self) -> list[web.AbstractRouteDef]:
        """The addresses of the page."""
        return [web.get("/", self._index), web.get("/sim/page", self._begin), web.static("/page", PAGE)]

    async def _index(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def _begin(self, _: web.Request) -> web.Response:
        bots: list[Json] = [
            {"alias": alias, "title": account.bot.title, "username": account.bot.username}
            for alias, account in self._sandbox.accounts.items()
        ]
        return web.json_response(
            {
                "bots": bots,
                "people": [{"name": who.name, "language": who.language} for who in self._sandbox.people],
                "pictures": sample_names(),
                "places": self._offers.places,
                "suggestions": self._offers.suggestions,
                "notices": self._offers.notices,
                "keypads": self._keypads(),
            }
        )

    def _keypads(self) -> Json | None:
        """The number that keypad phones write to, and whether their network works as it should."""
        if self._network is None:
            return None
        return {"number": self._network.access.sender, "faults": self._network.faults.model_dump()}
