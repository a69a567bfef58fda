"""The conversations of every topic by text message: what a phone shows, and what it costs."""

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from bot.channels.terminal import PHONE
from bot.conversation.turn import House
from storage.database import Database
from tests import transcript
from tests.conftest import Clock
from tests.staging import staged

FOLDER = Path(__file__).parent / "conversations"
_COST = re.compile(r"\((\d) x (?:GSM-7|UCS-2)\)")
_FILED = re.compile(r"(?:Report|Signalement|Aviso) 10\d\d (?:saved|enregistré|guardado)")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_by_phone(
    path: Path, database: Database, clock: Clock, boston: House, nantes: House, pytestconfig: pytest.Config
) -> None:
    """What the phone shows is what the transcript says, each message within three segments."""
    script = transcript.read(path)
    stage = staged(script, database, clock, {"boston": boston, "nantes": nantes}, residents=PHONE)
    heard = []
    for exchange in script.exchanges:
        heard.append(stage.play(exchange))
        assert all(cost <= 3 for cost in _costs(line for _, line in heard[-1]))
        if not pytestconfig.getoption("--record"):
            assert transcript.matches(exchange.heard, heard[-1]), (exchange.line, exchange.heard, heard[-1])
    if pytestconfig.getoption("--record"):
        path.write_text(transcript.written(script, heard), encoding="utf-8")


def test_what_a_conversation_costs(capsys: pytest.CaptureFixture[str]) -> None:
    """The median report takes at most four outgoing segments, in every language; all are printed."""
    reports = defaultdict[str, list[int]](list)
    with capsys.disabled():
        print("\nsegments to residents per whole conversation")  # noqa: T201
        for path in sorted(FOLDER.glob("*.txt")):
            lines = [(who, line) for exchange in transcript.read(path).exchanges for who, line in exchange.heard]
            cost = sum(_costs(line for _, line in lines))
            print(f"  {cost:3d}  {path.stem}")  # noqa: T201
            for asked in _until_filed(path):
                reports[path.suffixes[0]].append(asked)
        for language, costs in reports.items():
            print(f"a report{language}: median {statistics.median(costs)} of {len(costs)}")  # noqa: T201
    assert {".en", ".fr", ".es"} <= reports.keys()
    assert all(statistics.median(costs) <= 4 for costs in reports.values())


def _until_filed(path: Path) -> Sequence[int]:
    """What each report cost, from its writer's first message to the number."""
    spent: dict[str, int] = defaultdict(int)
    filed = []
    for exchange in transcript.read(path).exchanges:
        for who, line in exchange.heard:
            spent[who] += sum(_costs([line]))
            if _FILED.search(line):
                filed.append(spent[who] + 1)
                spent[who] = -1
    return filed


def _costs(lines: Iterable[str]) -> list[int]:
    return [int(found[1]) for line in lines if (found := _COST.fullmatch(line))]
