"""What the Reader says of one message."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from nlp.kinds import Kind


class Act(StrEnum):
    """What the writer is doing with the message.

    `ANSWER` is what fits an open question and is neither a yes, a no nor a correction: a number, a place, a choice.
    """

    REPORT = "report"
    SUGGEST = "suggest"
    QUESTION = "question"
    STATUS = "status"
    VOTE = "vote"
    COMPLAINT_ABOUT_CITY = "complaint_about_city"
    TALK_TO_HUMAN = "talk_to_human"
    THANKS = "thanks"
    GREETING = "greeting"
    STOP = "stop"
    HELP = "help"
    CANCEL = "cancel"
    BACK = "back"
    START_OVER = "start_over"
    LANGUAGE = "language"
    OFF_TOPIC = "off_topic"
    YES = "yes"
    NO = "no"
    CORRECTION = "correction"
    ANSWER = "answer"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How exactly a place is known, from a surveyed number down to a bare street."""

    PIN = "pin"
    ADDRESS = "address"
    INTERSECTION = "intersection"
    LANDMARK = "landmark"
    STREET = "street"
    AREA = "area"


class Place(BaseModel):
    """A place that the words name, or that a pin shares.

    `lat` and `lon` are WGS 84 degrees; both are None when the place is not a point (a street alone never is).
    """

    model_config = ConfigDict(frozen=True)

    text: str
    precision: Precision
    street: str | None = None
    number: str | None = None
    cross: str | None = None
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    confidence: float = 1.0
    inside: bool = True

    @property
    def is_point(self) -> bool:
        """Whether a crew could be sent there."""
        return self.lat is not None and self.lon is not None

    @property
    def is_enough(self) -> bool:
        """Whether a crew would find it: a point, a street with a house number, or two streets that meet."""
        return self.is_point or (self.street is not None and (self.number is not None or self.cross is not None))


class TimeKind(StrEnum):
    """How a time stands to what is told: since then, so long ago, for so long, again and again, or just then."""

    SINCE = "since"
    AGO = "ago"
    LASTING = "lasting"
    REPEATED = "repeated"
    AT = "at"


class TimeSpan(BaseModel):
    """A time that the words name, `start` and `end` counting characters of the cleaned text.

    `moment` is in the zone of the message's own time; None when the words leave it open or nothing is known of it.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    start: int
    end: int
    kind: TimeKind
    moment: datetime | None = None


class PersonalKind(StrEnum):
    """What a span tells of a person."""

    PHONE = "phone"
    EMAIL = "email"
    PLATE = "plate"
    NAME = "name"


class PersonalSpan(BaseModel):
    """Personal data to mask; `start` and `end` count characters of the text as it was sent."""

    model_config = ConfigDict(frozen=True)

    kind: PersonalKind
    start: int
    end: int
    text: str


class Hints(BaseModel):
    """What the conversation already knows when a message arrives; `at` is the message's time in the city's zone.

    The language is only `presumed` as long as nothing was said in it.
    """

    model_config = ConfigDict(frozen=True)

    language: str | None = None
    presumed: bool = False
    at: datetime | None = None


class Reading(BaseModel):
    """One message, understood as well as the words allow.

    `kinds` and `acts` map to probabilities between 0 and 1, best first. `services` are the city's codes, or the
    labels of the tenant's own model where there is one. `places` are best first. `matters` are the parts of a
    message that holds several problems, empty when it holds one. `ordinal` is which of several it speaks of,
    counted from 1. `language_probability` is None when the words are too few to tell. `severity` holds names of the
    packs' severity lists (injured, blocked, child, wheelchair, night); `attributes` are the words that tell size,
    lane, pole or duration.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    language: str
    language_probability: float | None = None
    asked_language: str | None = None
    act: Act
    acts: dict[Act, float] = {}
    kinds: dict[Kind, float] = {}
    services: dict[str, float] = {}
    danger: bool = False
    places: list[Place] = []
    unknown_street: str | None = None
    matters: list[str] = []
    report_number: int | None = None
    choice_number: int | None = None
    ordinal: int | None = None
    times: list[TimeSpan] = []
    personal: list[PersonalSpan] = []
    severity: list[str] = []
    attributes: dict[str, str] = {}
