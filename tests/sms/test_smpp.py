"""Kannel as it is used with an aggregator, over SMPP: what the network refuses, loses, or has no time for."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import smpp34

from bot.conversation.turn import House
from storage.database import Database
from storage.phones import TextState
from tests.rim.waiting import until
from tests.sms.conftest import SECRET, Hall, kannel_settings, opened
from tests.sms.kannel_box import KannelBox
from tests.town import free_port

ANA = "16175550101"


@dataclass
class Centre:
    """An SMSC that does with texts what it is told: a receipt's state, or the status of a refusal."""

    port: int
    plan: list[str | int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    esme: smpp34.Esme | None = None

    async def serve(self) -> None:
        """Answer Kannel until cancelled."""
        server = smpp34.Server("127.0.0.1", self.port, system_id="CENTRE")
        await server.start()
        try:
            while True:
                match await server.next():
                    case smpp34.Esme() as esme:
                        self.esme = esme
                    case smpp34.SubmitSmEvent() as text:
                        await self._take(text)
        finally:
            await server.stop()

    async def _take(self, text: smpp34.SubmitSmEvent) -> None:
        todo = self.plan.pop(0) if self.plan else "DELIVRD"
        if isinstance(todo, int):
            text.reject(todo)
            return
        name = f"m{len(self.texts)}"
        self.texts.append(bytes(text.short_message).decode("latin-1"))
        text.accept(message_id=name)
        receipt = f"id:{name} sub:001 dlvrd:001 submit date:2611222100 done date:2611222100 stat:{todo} err:000 text:"
        await asyncio.sleep(0.2)
        await self.say("4040", receipt, source=text.destination_addr, esm_class=4)

    async def say(self, to: str, words: str, *, source: str = ANA, esm_class: int = 0) -> None:
        """Let a phone, or the network itself, send something to the town."""
        assert self.esme is not None
        raw = words.encode("ascii")
        await self.esme.deliver_sm(
            to, raw, source_addr=source, source_addr_ton=1, source_addr_npi=1, esm_class=esm_class
        )


@pytest.fixture
async def town(
    kannel_installed: None, boston: House, sqlite: Database, tmp_path: Path
) -> AsyncIterator[tuple[Hall, Centre]]:
    """A city hall and a Kannel bound to an SMSC."""
    port, centre = free_port(), Centre(free_port())
    serving = asyncio.create_task(centre.serve())
    async with (
        KannelBox(tmp_path / "kannel", f"http://127.0.0.1:{port}/kannel/mo", SECRET, centre.port) as box,
        opened(boston, sqlite, port, **kannel_settings(box)) as hall,
    ):
        await until(lambda: centre.esme is not None, 20)
        yield hall, centre
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


async def test_a_report_over_smpp(town: tuple[Hall, Centre]) -> None:
    """There and back, delivered by the network's own receipts."""
    hall, centre = town
    await centre.say("4040", "Pothole at 32 Church St")
    await until(lambda: len(centre.texts) == 1, 20)
    await centre.say("4040", "1")
    await until(lambda: [row.state for row in hall.sent()] == [TextState.DELIVERED] * 2, 20)
    assert "Report 1001 saved" in centre.texts[1]


@pytest.mark.parametrize(
    ("fate", "state"),
    [
        ("UNDELIV", TextState.FAILED),
        ("EXPIRED", TextState.FAILED),
        (smpp34.ESME_RINVDSTADR, TextState.REFUSED),  # type: ignore[attr-defined]  # made when imported
    ],
)
async def test_what_does_not_arrive(town: tuple[Hall, Centre], fate: str | int, state: TextState) -> None:
    """The network's failures stand in the ledger."""
    hall, centre = town
    centre.plan.append(fate)
    await centre.say("4040", "hello")
    await until(lambda: [row.state for row in hall.sent()] == [state], 20)


async def test_a_network_that_asks_for_patience(town: tuple[Hall, Centre]) -> None:
    """Throttled is no failure: Kannel tries again, and the text arrives once."""
    hall, centre = town
    centre.plan.append(smpp34.ESME_RTHROTTLED)  # type: ignore[attr-defined]
    await centre.say("4040", "hello")
    await until(lambda: len(hall.sent()) == 1 and hall.sent()[0].state is TextState.DELIVERED, 40)
    assert len(centre.texts) == 1
