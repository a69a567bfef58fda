"""The kill drill in its short form."""

from pathlib import Path

from tests.drills import kill


async def test_nothing_is_lost_and_nothing_doubled_when_the_process_is_killed(tmp_path: Path) -> None:
    """Twenty residents report while the process is killed twice: twenty reports, every message answered once."""
    figures = await kill.drill(20, 2, 7, tmp_path)
    assert kill.faults(figures) == []
