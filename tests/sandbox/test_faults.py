"""Flood limits, and everything that can be broken on purpose."""

import asyncio
import time

import aiogram.exceptions as gram_errors
import pytest
import telegram
import telegram.error as ptb_errors
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.client import SandboxClient, SandboxClientError


async def test_no_limits_unless_asked_for(gram: Bot, ana: int) -> None:
    """By default a bot may talk as fast as it likes."""
    for number in range(40):
        await gram.send_message(ana, str(number))


async def test_one_message_a_second_to_a_chat(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """The second message within a second is refused, and goes through after the wait that was asked for."""
    await hands.limits(enabled=True)
    await gram.send_message(ana, "one")
    with pytest.raises(gram_errors.TelegramRetryAfter) as refused:
        await gram.send_message(ana, "two")
    assert refused.value.retry_after == 1
    await asyncio.sleep(refused.value.retry_after)
    await gram.send_message(ana, "two")


async def test_so_many_messages_a_second_to_all(gram: Bot, hands: SandboxClient, ptb: telegram.Bot, sam: int) -> None:
    """A token's limit counts all its chats, and only its own."""
    people = [await hands.start(f"Person {number}") for number in range(6)]
    await hands.limits(enabled=True, per_second=4)
    results = await asyncio.gather(
        *(gram.send_message(one["chat"]["id"], "x") for one in people), return_exceptions=True
    )
    assert sum(isinstance(result, gram_errors.TelegramRetryAfter) for result in results) == 2
    await ptb.send_message(sam, "the other token is free")


async def test_a_storm_refuses_everything_until_it_is_over(
    gram: Bot, ana: int, hands: SandboxClient, ptb: telegram.Bot, sam: int
) -> None:
    """A bot that is shut out is told how long each time, and heard again when that is over; the others go on."""
    await hands.limits(bot="residents", shut=1.5)
    for _ in range(2):
        with pytest.raises(gram_errors.TelegramRetryAfter) as refused:
            await gram.send_message(ana, "hello?")
    assert 1 <= refused.value.retry_after <= 2
    await ptb.send_message(sam, "the other token is free")
    await asyncio.sleep(1.5)
    await gram.send_message(ana, "hello")


async def test_flood_on_demand(gram: Bot, ptb: telegram.Bot, ana: int, sam: int, hands: SandboxClient) -> None:
    """A bot can be told to wait, for all texts or for those with a word."""
    await hands.faults(bot="residents", flood={"times": 1, "retry_after": 7, "containing": "digest"})
    await gram.send_message(ana, "hello")
    with pytest.raises(gram_errors.TelegramRetryAfter, match="retry after 7") as refused:
        await gram.send_message(ana, "your digest")
    assert refused.value.retry_after == 7
    await gram.send_message(ana, "your digest")
    await hands.faults(bot="staff", flood={"times": 1, "retry_after": 3})
    with pytest.raises(ptb_errors.RetryAfter):
        await ptb.send_message(sam, "hello")


async def test_server_errors(gram: Bot, ptb: telegram.Bot, ana: int, sam: int, hands: SandboxClient) -> None:
    """Server errors come as often as ordered, or by chance, and spare what they don't name."""
    await hands.faults(fail={"times": 1, "status": 503})
    with pytest.raises(gram_errors.TelegramServerError):
        await gram.send_message(ana, "x")
    with pytest.raises(ptb_errors.NetworkError):
        await ptb.send_message(sam, "x")
    await gram.send_message(ana, "x")
    await hands.faults(fail={"probability": 1, "method": "sendLocation"})
    await gram.send_message(ana, "x")
    with pytest.raises(gram_errors.TelegramServerError):
        await gram.send_location(ana, 1, 2)
    await hands.mend()
    await gram.send_location(ana, 1, 2)


async def test_a_cut_connection_leaves_the_outcome_unknown(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """The bot sees a network error, the person has the message."""
    await hands.faults(cut={"times": 1})
    with pytest.raises(gram_errors.TelegramNetworkError):
        await gram.send_message(ana, "did it arrive?")
    assert [entry["text"] for entry in await hands.sent()] == ["did it arrive?"]
    await gram.send_message(ana, "again")


async def test_latency(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """Answers can be slow."""
    await hands.faults(latency=0.4)
    began = time.monotonic()
    await gram.send_message(ana, "x")
    assert time.monotonic() - began >= 0.4


async def test_the_same_update_twice(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """An update comes again under its own number although it was confirmed."""
    await hands.faults(duplicate=1)
    await hands.say("Ana", "once")
    [first] = await gram.get_updates()
    [again] = await gram.get_updates(offset=first.update_id + 1, timeout=1)
    assert again.update_id == first.update_id
    assert await gram.get_updates(offset=first.update_id + 1) == []


async def test_a_tap_comes_again_as_another(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """A re-sent tap has a new update_id and a new query."""
    button = InlineKeyboardButton(text="Vote", callback_data="vote:1")
    await gram.send_message(ana, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    await hands.faults(resend_taps=1)
    await hands.tap("Ana", "Vote")
    one, two = await gram.get_updates()
    assert one.callback_query.data == two.callback_query.data == "vote:1"
    assert one.update_id != two.update_id
    assert one.callback_query.id != two.callback_query.id


async def test_updates_out_of_order(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """Held-back updates come in reverse, and mending lets go of those that still wait."""
    await hands.faults(reorder=3)
    for text in ("one", "two", "three"):
        await hands.say("Ana", text)
    assert [update.message.text for update in await gram.get_updates()] == ["three", "two", "one"]
    await hands.faults(reorder=2)
    await hands.say("Ana", "four")
    assert len(await gram.get_updates()) == 3
    await hands.mend()
    assert (await gram.get_updates())[-1].message.text == "four"


async def test_orders_that_make_no_sense(hands: SandboxClient) -> None:
    """A mistyped fault is told, not ignored."""
    for order in ({"flod": {}}, {"fail": {"status": 200}}, {"bot": "nobody", "latency": 1}):
        with pytest.raises(SandboxClientError):
            await hands.faults(**order)
    with pytest.raises(SandboxClientError, match="per_second"):
        await hands.limits(per_second=0)
