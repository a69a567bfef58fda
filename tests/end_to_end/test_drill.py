"""The kill drill in its short form."""

from pathlib import Path

from tests.drills import broadcast, kill


async def test_nothing_is_lost_and_nothing_doubled_when_the_process_is_killed(tmp_path: Path) -> None:
    """Twenty residents report while the process is killed twice: twenty reports, every message answered once."""
    figures = await kill.drill(20, 2, 7, tmp_path)
    assert kill.faults(figures) == []


async def test_everybody_hears_a_broadcast_once_whatever_happens_meanwhile(tmp_path: Path) -> None:
    """Two hundred people, two kills, a storm and ten who chat: nobody is missed."""
    orders = broadcast.Orders(people=200, talkers=10, kills=2, storms=1, rate=27, seed=7)
    figures = await broadcast.drill(orders, tmp_path)
    assert broadcast.faults(figures) == []
