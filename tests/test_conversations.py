"""Every transcript, played on SQLite and on PostgreSQL."""

from dataclasses import replace
from pathlib import Path

import pytest

from backend.staffrules import StaffRules
from bot.conversation.turn import House
from storage.database import Database
from storage.people import Role
from tests import transcript
from tests.conftest import Clock
from tests.tally.ballotdays import hold_vote

FOLDER = Path(__file__).parent / "conversations"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_conversation(
    path: Path, database: Database, clock: Clock, boston: House, nantes: House, pytestconfig: pytest.Config
) -> None:
    """What the city answers is what the transcript says, line by line."""
    script = transcript.read(path)
    house = with_rules({"boston": boston, "nantes": nantes}[script.city], script.rules)
    house = transcript.with_participation(house, script)
    stage = transcript.Stage(database, house, clock, plain=script.plain)
    for name, opened in script.surveys:
        stage.survey(FOLDER / "surveys" / f"{name}.toml", opened=opened)
    roles = {"staff": Role.DISPATCHER, "admin": Role.ADMIN}
    for exchange in {exchange.who: exchange for exchange in script.exchanges if exchange.role in roles}.values():
        stage.enrol(exchange.who, roles[exchange.role])
    if script.vote:
        hold_vote(database, script.vote, clock(), "EUR" if script.city == "nantes" else "USD")
    heard = []
    for exchange in script.exchanges:
        heard.append(stage.play(exchange))
        if not pytestconfig.getoption("--record"):
            assert transcript.matches(exchange.heard, heard[-1]), _difference(exchange, heard[-1])
    if pytestconfig.getoption("--record"):
        path.write_text(transcript.written(script, heard), encoding="utf-8")


def with_rules(house: House, rules: dict[str, int]) -> House:
    """A house whose city has other rules of the staff's work."""
    if not rules:
        return house
    staff = StaffRules.model_validate(house.city.staff.model_dump() | rules)
    return replace(house, city=house.city.model_copy(update={"staff": staff}))


def _difference(exchange: transcript.Exchange, heard: list[tuple[str, str]]) -> str:
    expected = "\n".join(f"  {who}: {line}" for who, line in exchange.heard)
    really = "\n".join(f"  {who}: {line}" for who, line in heard)
    return f"\n{exchange.who}> {exchange.line[:200]}\nexpected\n{expected}\nheard\n{really}"
