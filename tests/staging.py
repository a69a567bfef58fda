"""A stage on which a transcript can be played: its city with its rules, surveys and vote, its staff enrolled."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from backend.city.staffrules import StaffRules
from bot.channels.terminal import RESIDENTS
from bot.conversation.turn import House
from storage.database import Database
from storage.people import Role
from tests import transcript
from tests.conftest import Clock
from tests.tally.ballotdays import hold_vote
from tests.transcript import Stage, Transcript

SURVEYS = Path(__file__).parent / "conversations" / "surveys"
_ROLES = {"staff": Role.DISPATCHER, "admin": Role.ADMIN}


def staged(
    script: Transcript, database: Database, clock: Clock, houses: Mapping[str, House], *, residents: str = RESIDENTS
) -> Stage:
    """Everything that stands above a transcript, done; `residents` is the channel by which they write."""
    house = transcript.with_participation(with_rules(houses[script.city], script.rules), script)
    stage = Stage(database, house, clock, residents=residents, plain=script.plain)
    for name, opened in script.surveys:
        stage.survey(SURVEYS / f"{name}.toml", opened=opened)
    for exchange in {exchange.who: exchange for exchange in script.exchanges if exchange.role in _ROLES}.values():
        stage.enrol(exchange.who, _ROLES[exchange.role])
    if script.vote:
        hold_vote(database, script.vote, clock(), "EUR" if script.city == "nantes" else "USD")
    return stage


def with_rules(house: House, rules: dict[str, int]) -> House:
    """A house whose city has other rules of the staff's work."""
    if not rules:
        return house
    staff = StaffRules.model_validate(house.city.staff.model_dump() | rules)
    return replace(house, city=house.city.model_copy(update={"staff": staff}))
