"""Every transcript, played on SQLite and on PostgreSQL."""

from pathlib import Path

import pytest

from bot.conversation.turn import House
from storage.database import Database
from tests import transcript
from tests.conftest import Clock
from tests.staging import staged

FOLDER = Path(__file__).parent / "conversations"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_conversation(
    path: Path, database: Database, clock: Clock, boston: House, nantes: House, pytestconfig: pytest.Config
) -> None:
    """What the city answers is what the transcript says, line by line."""
    script = transcript.read(path)
    stage = staged(script, database, clock, {"boston": boston, "nantes": nantes})
    heard = []
    for exchange in script.exchanges:
        heard.append(stage.play(exchange))
        if not pytestconfig.getoption("--record"):
            assert transcript.matches(exchange.heard, heard[-1]), _difference(exchange, heard[-1])
    if pytestconfig.getoption("--record"):
        path.write_text(transcript.written(script, heard), encoding="utf-8")


def _difference(exchange: transcript.Exchange, heard: list[tuple[str, str]]) -> str:
    expected = "\n".join(f"  {who}: {line}" for who, line in exchange.heard)
    really = "\n".join(f"  {who}: {line}" for who, line in heard)
    return f"\n{exchange.who}> {exchange.line[:200]}\nexpected\n{expected}\nheard\n{really}"
