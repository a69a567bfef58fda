"""A person's hands on the sandbox, for tests and drills."""

import asyncio
import base64
from collections.abc import Iterable
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout

from bot.sandbox.wire import Json

RESIDENTS = "residents"


class SandboxClientError(Exception):
    """The sandbox did not do what was asked, and says why."""


class SandboxClient:
    """Speaks, taps and looks for people, over the control API; everything is JSON as the API gives it."""

    def __init__(self, base_url: str) -> None:
        self._base = base_url.rstrip("/")
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession(timeout=ClientTimeout(120))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def person(self, person: str, *, language: str | None = None) -> Json:
        """Open a phone for somebody, and say their Telegram user id."""
        return await self._order("person", person=person, language=language)

    async def start(self, person: str, *, bot: str = RESIDENTS, payload: str = "", language: str | None = None) -> Json:
        """Press Start."""
        return await self._order("start", person=person, bot=bot, payload=payload, language=language)

    async def say(self, person: str, text: str, *, bot: str = RESIDENTS, **more: Any) -> Json:
        """Send words; `reply_to`, `language` and `open` as the control API takes them."""
        return await self._order("say", person=person, bot=bot, text=text, **more)

    async def tap(
        self,
        person: str,
        label: str | None = None,
        *,
        bot: str = RESIDENTS,
        data: str | None = None,
        message_id: int | None = None,
    ) -> Json:
        """Tap a button by its label or its data, on the newest message that has it or on a given one."""
        return await self._order("tap", person=person, bot=bot, label=label, data=data, message_id=message_id)

    async def vote(self, person: str, message_id: int, options: list[int], *, bot: str = RESIDENTS) -> Json:
        """Choose options of one of Telegram's own polls."""
        return await self._order("vote", person=person, bot=bot, message_id=message_id, options=options)

    async def photo(
        self, person: str, data: bytes | None = None, *, bot: str = RESIDENTS, caption: str = "", **more: Any
    ) -> Json:
        """Send a picture, or a sample when there are no bytes; `sample` names one."""
        return await self._order("photo", person=person, bot=bot, caption=caption, base64=_encoded(data), **more)

    async def album(
        self, person: str, pictures: Iterable[bytes | str], *, bot: str = RESIDENTS, caption: str = ""
    ) -> list[Json]:
        """Send several pictures at once, each as bytes or as a sample's name."""
        pictures = list(pictures)
        samples = [picture for picture in pictures if isinstance(picture, str)]
        own = [_encoded(picture) for picture in pictures if isinstance(picture, bytes)]
        sent = await self._send("POST", "album", {
            "person": person, "bot": bot, "caption": caption, "samples": samples, "base64": own,
        })  # fmt: skip
        return list(sent)

    async def document(
        self, person: str, data: bytes, filename: str, *, bot: str = RESIDENTS, mime: str = "application/octet-stream"
    ) -> Json:
        """Send a file, untouched."""
        return await self._order(
            "document", person=person, bot=bot, base64=_encoded(data), filename=filename, mime=mime
        )

    async def location(
        self, person: str, lat: float, lon: float, *, bot: str = RESIDENTS, accuracy: float | None = None
    ) -> Json:
        """Send a place."""
        return await self._order("location", person=person, bot=bot, lat=lat, lon=lon, accuracy=accuracy)

    async def contact(self, person: str, phone: str, *, bot: str = RESIDENTS, name: str | None = None) -> Json:
        """Send a phone number, one's own unless a name is given."""
        return await self._order("contact", person=person, bot=bot, phone=phone, name=name)

    async def sticker(self, person: str, *, bot: str = RESIDENTS) -> Json:
        """Send a sticker."""
        return await self._order("sticker", person=person, bot=bot)

    async def voice(self, person: str, *, bot: str = RESIDENTS) -> Json:
        """Send a voice note."""
        return await self._order("voice", person=person, bot=bot)

    async def edit(self, person: str, message_id: int, text: str, *, bot: str = RESIDENTS) -> Json:
        """Change words that the person sent."""
        return await self._order("edit", person=person, bot=bot, message_id=message_id, text=text)

    async def react(self, person: str, message_id: int, emoji: str = "👍", *, bot: str = RESIDENTS) -> Json:
        """Put an emoji on a message."""
        return await self._order("react", person=person, bot=bot, message_id=message_id, emoji=emoji)

    async def block(self, person: str, *, bot: str = RESIDENTS) -> Json:
        """Want no more of the bot."""
        return await self._order("block", person=person, bot=bot)

    async def unblock(self, person: str, *, bot: str = RESIDENTS) -> Json:
        """Let the bot write again."""
        return await self._order("unblock", person=person, bot=bot)

    async def chat(self, person: str, *, bot: str = RESIDENTS) -> Json:
        """The chat as the phone has it: `messages`, `started`, `blocked`, `keyboard`, `commands`."""
        return dict(await self._send("GET", "chat", query={"person": person, "bot": bot}))

    async def transcript(self, person: str, *, bot: str = RESIDENTS) -> str:
        """The chat as plain text."""
        return str(await self._send("GET", "chat", query={"person": person, "bot": bot, "format": "text"}))

    async def sent(
        self, since: int = 0, *, wait: float = 0, bot: str | None = None, person: str | None = None
    ) -> list[Json]:
        """What the bots did after `since`; while that is nothing, wait for it."""
        query = {"since": str(since), "wait": str(wait)}
        query |= {name: value for name, value in (("bot", bot), ("person", person)) if value is not None}
        return list((await self._send("GET", "sent", query=query))["sent"])

    async def last(self) -> int:
        """The number of the last thing that a bot did."""
        return int((await self._send("GET", "sent", query={"since": "999999999"}))["last"])

    async def wait_for(
        self,
        person: str,
        text_contains: str = "",
        *,
        bot: str = RESIDENTS,
        since: int = 0,
        timeout: float = 10,  # noqa: ASYNC109 - the failure tells what was said instead
    ) -> Json:
        """The first thing that a bot did to somebody after `since` whose text contains these words."""
        clock = asyncio.get_running_loop().time
        until, seen = clock() + timeout, since
        while (left := until - clock()) > 0:
            for entry in await self.sent(seen, wait=min(left, 30), bot=bot, person=person):
                seen = entry["seq"]
                if text_contains in entry["text"]:
                    return entry
        said = await self.sent(since, bot=bot, person=person)
        raise SandboxClientError(
            f"{bot} did not say {text_contains!r} to {person} within {timeout} s, only {[one['text'] for one in said]}"
        )

    async def faults(self, **order: Any) -> Json:
        """Break `flood`, `fail`, `cut`, `latency`, `duplicate`, `resend_taps` or `reorder`, for one `bot` or all."""
        return dict(await self._send("POST", "faults", order))

    async def mend(self) -> None:
        """Break nothing any more."""
        await self._send("DELETE", "faults")

    async def limits(self, **order: Any) -> Json:
        """Set the flood limits: `enabled`, `per_second`, `per_chat`, or `shut` for seconds, for one `bot` or all."""
        return dict(await self._send("POST", "limits", order))

    async def reset(self) -> None:
        """Start anew, without people and chats."""
        await self._send("POST", "reset", {})

    async def state(self) -> Json:
        """Everything there is."""
        return dict(await self._send("GET", "state"))

    async def _order(self, order: str, /, **fields: Any) -> Json:
        given = {field: value for field, value in fields.items() if value is not None}
        return dict(await self._send("POST", order, given))

    async def _send(self, method: str, name: str, body: Json | None = None, query: dict[str, str] | None = None) -> Any:
        if self._session is None:
            raise SandboxClientError("use the client as an async context manager")
        async with self._session.request(method, f"{self._base}/sim/{name}", json=body, params=query) as answer:
            found = await answer.json() if answer.content_type == "application/json" else await answer.text()
            if answer.status >= 400:
                raise SandboxClientError(found["error"] if isinstance(found, dict) else str(found))
            return found


def _encoded(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()
