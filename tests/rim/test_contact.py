"""A number shared by the real library's own button: it proves a phone only when it is its sender's."""

from collections.abc import AsyncIterator

import pytest

from bot.channels import residents
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Message
from bot.conversation.reply import Rendered
from bot.pacer import Pacer
from bot.sandbox.client import SandboxClient
from tests.rim.conftest import TOKENS


@pytest.fixture
async def asking(sandbox: str) -> AsyncIterator[TelegramChannel]:
    """The residents' channel of a city that knows numbers by a hash; here they are only turned around."""
    async with residents.connect(TOKENS["residents"], sandbox, Pacer(10_000, 0), lambda number: number[::-1]) as found:
        yield found


async def _newest(channel: TelegramChannel) -> Message:
    taken = [channel.take(raw) for raw in await channel.updates(0, 0)]
    assert taken[-1] is not None
    return taken[-1]


async def test_the_button_asks_for_the_number_and_the_senders_own_one_counts(
    asking: TelegramChannel, people: SandboxClient
) -> None:
    """The keyboard asks for a contact, not for words; what comes carries its sender's id."""
    await people.start("Ana")
    ana = f"telegram:{(await people.person('Ana'))['id']}"
    await asking.send(ana, Rendered(text="Your number?", phone_button="Share my number"), [])
    assert (await people.sent())[-1]["keyboard"] == [["Share my number"]]
    with pytest.raises(Exception, match="asks for a place or a number"):
        await people.tap("Ana", "Share my number")
    await people.contact("Ana", "+16175550100")
    shared = await _newest(asking)
    assert shared.phone == "+16175550100"[::-1]


async def test_somebody_elses_number_proves_nothing(asking: TelegramChannel, people: SandboxClient) -> None:
    """A contact from the address book, of somebody with or without the messenger."""
    await people.start("Ana")
    await people.contact("Ana", "+16175550199", name="Ben")
    other = await _newest(asking)
    assert (other.phone, other.unsupported) == (None, "contact")


async def test_another_members_id_in_a_contact_proves_nothing(asking: TelegramChannel) -> None:
    """Whoever forwards the contact of a member whose id it carries is not that member."""
    sender = {"id": 5_000_000_001, "is_bot": False, "first_name": "Ana"}
    contact = {"phone_number": "+16175550100", "first_name": "Ben", "user_id": 5_000_000_002}
    chat = {"id": sender["id"], "type": "private"}
    told = {"message_id": 1, "date": 1_700_000_000, "chat": chat, "from": sender, "contact": contact}
    for user_id, phone in ((5_000_000_002, None), (5_000_000_001, "+16175550100"[::-1])):
        taken = asking.take({"update_id": 42, "message": {**told, "contact": {**contact, "user_id": user_id}}})
        assert taken is not None
        assert taken.phone == phone
