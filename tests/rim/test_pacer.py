"""The pacer, in a time of its own: evenly, chats apart, refusals obeyed."""

import asyncio
import heapq
from itertools import count, pairwise

import pytest

from bot.pacer import Pacer


class Time:
    """A clock that jumps to the next sleeper once everybody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def clock(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Sleep in this time."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._numbers), future))
        await future

    async def run(self, task: "asyncio.Future[object]") -> None:
        """Let time pass until a task is done."""
        while not task.done():
            for _ in range(5):
                await asyncio.sleep(0)
            if self._sleepers and not task.done():
                at, _, future = heapq.heappop(self._sleepers)
                self.now = max(self.now, at)
                if not future.done():
                    future.set_result(None)


@pytest.fixture
def time() -> Time:
    """A time that only passes when everybody sleeps."""
    return Time()


async def _turns(time: Time, pacer: Pacer, chats: list[str]) -> list[tuple[str, float]]:
    done: list[tuple[str, float]] = []

    async def one(chat: str) -> None:
        await pacer.turn(chat)
        done.append((chat, round(time.now, 3)))

    await time.run(asyncio.gather(*map(one, chats)))
    return done


def _pacer(time: Time, rate: float, gap: float) -> Pacer:
    return Pacer(rate, gap, clock=time.clock, sleep=time.sleep)


async def test_turns_come_evenly_and_in_order(time: Time) -> None:
    """Chats are served as they asked, one interval apart, without a burst at the start."""
    chats = [f"chat {number}" for number in range(30)]
    done = await _turns(time, _pacer(time, 10, 1), chats)
    assert [chat for chat, _ in done] == chats
    assert all(later - earlier >= 0.0999 for (_, earlier), (_, later) in pairwise(done))
    assert done[-1][1] == pytest.approx(2.9, abs=0.05)


async def test_rest_is_not_saved_up(time: Time) -> None:
    """After a quiet while the next turns are as far apart as ever."""
    pacer = _pacer(time, 10, 0)
    await _turns(time, pacer, ["a"])
    time.now = 100
    done = await _turns(time, pacer, ["b", "c", "d"])
    assert [at for _, at in done] == pytest.approx([100, 100.1, 100.2])


async def test_one_chat_has_its_own_gap(time: Time) -> None:
    """Messages to one chat are a gap apart, and others pass meanwhile."""
    done = await _turns(time, _pacer(time, 10, 1), ["a", "a", "a", "b", "c"])
    assert [at for chat, at in done if chat == "a"] == pytest.approx([0, 1, 2])
    assert {chat: at for chat, at in done if chat != "a"} == pytest.approx({"b": 0.1, "c": 0.2})


async def test_an_album_counts_for_all_its_pictures(time: Time) -> None:
    """What Telegram counts as several messages leaves room for as many."""
    pacer = _pacer(time, 10, 0)
    await time.run(asyncio.ensure_future(pacer.turn("a", 5)))
    assert await _turns(time, pacer, ["b"]) == [("b", 0.5)]


async def test_a_refusal_holds_one_chat_only(time: Time) -> None:
    """A chat that asked for patience gets it, and nobody else waits."""
    pacer = _pacer(time, 10, 1)
    pacer.hold("a", 30)
    assert pacer.held("a") == 30
    assert pacer.held("b") == 0
    assert await _turns(time, pacer, ["a", "b"]) == [("b", 0), ("a", 30)]


async def test_a_storm_of_refusals_holds_everybody_and_slows_down(time: Time) -> None:
    """Three chats refused within a second: the bot as a whole pauses, then goes at half its pace for a minute."""
    pacer = _pacer(time, 10, 0)
    for chat, seconds in (("a", 50), ("b", 3), ("c", 4)):
        pacer.hold(chat, seconds)
    assert pacer.held("d") == 3
    assert await _turns(time, pacer, ["d", "e", "f"]) == [("d", 3), ("e", 3.2), ("f", 3.4)]
    time.now = 100
    assert await _turns(time, pacer, ["d", "e"]) == [("d", 100), ("e", 100.1)]


async def test_refusals_far_apart_are_no_storm(time: Time) -> None:
    """Single chats may be refused now and then."""
    pacer = _pacer(time, 10, 0)
    for chat in "abcd":
        pacer.hold(chat, 5)
        time.now += 0.6
    assert pacer.held("e") == 0


async def test_the_channel_may_mean_everybody(time: Time) -> None:
    """One refusal is enough when the channel says that it is for all."""
    pacer = _pacer(time, 10, 0)
    pacer.hold("a", 7, everyone=True)
    assert pacer.held("b") == 7


async def test_who_gives_up_leaves_no_gap(time: Time) -> None:
    """A cancelled turn lets the next one pass."""
    pacer = _pacer(time, 10, 1)
    await _turns(time, pacer, ["a"])
    waiting = asyncio.ensure_future(pacer.turn("a"))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert await _turns(time, pacer, ["b"]) == [("b", 0.1)]


async def test_chats_of_old_are_forgotten(time: Time) -> None:
    """Memory does not grow with everybody who was ever written to."""
    pacer = _pacer(time, 1_000_000, 0.001)
    for number in range(10_500):
        await time.run(asyncio.ensure_future(pacer.turn(f"chat {number}")))
        time.now += 0.01
    assert len(pacer._chats) < 10_100


async def test_what_is_awaited_overtakes(time: Time) -> None:
    """Whoever waits for an answer goes before all that stand in line; who was let through already is through."""
    pacer, done = _pacer(time, 10, 0), []

    async def one(chat: str, *, awaited: bool) -> None:
        await pacer.turn(chat, awaited=awaited)
        done.append(chat)

    many = [one(f"many {number}", awaited=False) for number in range(4)]
    await time.run(asyncio.gather(*many, one("reply", awaited=True), one("next reply", awaited=True)))
    assert done == ["many 0", "reply", "next reply", "many 1", "many 2", "many 3"]


async def test_waking_up_late_is_made_good(time: Time) -> None:
    """A busy machine wakes sleepers late: the rate holds all the same, and no second has more than a twentieth more."""

    async def late(seconds: float) -> None:
        await time.sleep(seconds + 0.015)

    pacer, at = Pacer(20, 0, clock=time.clock, sleep=late), []

    async def one(number: int) -> None:
        await pacer.turn(f"chat {number}")
        at.append(time.now)

    await time.run(asyncio.gather(*(one(number) for number in range(200))))
    assert 199 / (at[-1] - at[0]) == pytest.approx(20, rel=0.01)
    assert max(sum(1 for other in at if moment <= other < moment + 1) for moment in at) <= 21


async def test_a_long_standstill_is_not_made_good(time: Time) -> None:
    """After a standstill the line goes on as evenly as ever, but for a twentieth of a second."""
    pacer = _pacer(time, 10, 0)
    waiting = asyncio.ensure_future(asyncio.gather(*(pacer.turn(f"chat {number}") for number in range(2))))
    await asyncio.sleep(0)
    time.now += 5
    await time.run(waiting)
    done = await _turns(time, pacer, ["a", "b", "c"])
    assert [later - earlier for (_, earlier), (_, later) in pairwise(done)] == pytest.approx([0.1, 0.1])


async def test_answers_are_not_slowed_down_by_a_storm(time: Time) -> None:
    """After the pause of a storm the many go slowly for a while, answers at the usual pace between them."""
    pacer, done = _pacer(time, 10, 0), []
    for chat in "abc":
        pacer.hold(chat, 3)

    async def one(chat: str, *, awaited: bool) -> None:
        await pacer.turn(chat, awaited=awaited)
        done.append((chat, round(time.now, 2)))

    answers = [one(f"answer {number}", awaited=True) for number in range(3)]
    await time.run(asyncio.gather(one("many", awaited=False), *answers, one("many too", awaited=False)))
    assert done == [("answer 0", 3.0), ("answer 1", 3.1), ("answer 2", 3.2), ("many", 3.6), ("many too", 3.8)]
