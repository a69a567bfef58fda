"""How residents take part: `participation.toml` of a city folder, which a city may do without."""

import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

FILE = "participation.toml"
_Positive = Annotated[int, Field(gt=0)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Level(_Part):
    """For how many people a proposal is: `area` is for one part of the city, every other code for all of it.

    `threshold` is the number of supporters that obliges the city to answer, `days` the window to find them.
    """

    code: str
    name: dict[str, str]
    threshold: _Positive
    days: _Positive


class Topic(_Part):
    """What a proposal is about; `kinds` are members of `nlp.kinds.Kind`, the first topic takes what fits no other."""

    code: str = Field(pattern="^[a-z0-9_]{1,30}$")
    name: dict[str, str]
    department: str
    kinds: list[str] = []
    keywords: dict[str, list[str]] = {}


class Cluster(_Part):
    """When reports of a service become a pattern: so many, so near, within so many days."""

    service: str
    reports: _Positive
    metres: Annotated[int, Field(gt=0, le=2000)]
    days: _Positive


class Participation(_Part):
    """The rules of taking part. Without topics a city takes no proposals.

    `answer_days` count from the reached threshold; `reminder_days` are days before that date on which staff are
    reminded. `question_hours` are working hours in which a question that was passed on is answered.
    """

    prescreening: bool = False
    answer_days: _Positive = 30
    reminder_days: list[_Positive] = [7, 1]
    question_hours: _Positive = 24
    comment_length: _Positive = 300
    proposals_a_day: _Positive = 5
    levels: list[Level] = []
    topics: list[Topic] = []
    clusters: list[Cluster] = []

    def level(self, code: str) -> Level:
        """The level with this code; raises KeyError."""
        return next((level for level in self.levels if level.code == code), None) or _unknown(code)

    def topic(self, code: str) -> Topic:
        """The topic with this code; raises KeyError."""
        return next((topic for topic in self.topics if topic.code == code), None) or _unknown(code)

    def level_of(self, area: str | None) -> Level:
        """The level of a proposal for this area, or for the whole city."""
        own = next((level for level in self.levels if level.code == "area"), None)
        whole = next((level for level in self.levels if level.code != "area"), None)
        chosen = (own if area else whole) or own or whole
        return chosen or _unknown("area")

    def cluster(self, service: str) -> Cluster | None:
        """When reports of this service become a pattern, if they ever do."""
        return next((cluster for cluster in self.clusters if cluster.service == service), None)


def _unknown(code: str) -> Any:
    raise KeyError(code)


def read(folder: Path, faults: list[str]) -> dict[str, Any]:
    """The file of a city folder as a part of the raw city; nothing where the city does without."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        return {"participation": tomllib.loads(path.read_text(encoding="utf-8"))}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{FILE} can't be read: {error}")
        return {}
