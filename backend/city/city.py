"""A city, read from its folder: everything that differs between cities is data."""

from pathlib import Path
from typing import Annotated, Literal, Protocol, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from backend.city.bodies import Body
from backend.city.calendar import Calendar
from backend.city.limits import Limits
from backend.city.participation import Participation
from backend.city.replies import CannedReply
from backend.city.staffrules import StaffRules
from backend.city.texting import Texting
from backend.city.votewatch import VoteWatch

Names = dict[str, str]
"""A name in each of the city's languages, by ISO 639-1 code."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Coded(_Part):
    code: str


class _HasCode(Protocol):
    @property
    def code(self) -> str: ...


T = TypeVar("T", bound=_HasCode)


class Department(_Coded):
    """An office that answers for services."""

    name: Names


class Emergency(_Part):
    """A number to call and what for."""

    number: str
    name: Names


class AttributeValue(_Part):
    """One possible answer to an extra question (Open311 `values`)."""

    key: str
    name: Names


class Attribute(_Part):
    """An extra question of a service (Open311 GeoReport v2 service definition)."""

    code: str
    datatype: str = Field(pattern="^(string|number|text|singlevaluelist)$")
    required: bool = False
    question: Names
    values: list[AttributeValue] = []

    @model_validator(mode="after")
    def _a_list_has_values(self) -> "Attribute":
        if self.datatype == "singlevaluelist" and not self.values:
            raise ValueError(f"attribute {self.code}: a singlevaluelist needs values")
        return self


class Rule(_Part):
    """A threshold under which the city does not act, quoted when a report is closed for it."""

    code: str
    name: Names


class Service(_Coded):
    """Something residents can report (Open311 service).

    `promise_hours` counts from filing: every hour, or the working hours of the city's calendar only. Open reports
    within `duplicate_radius_m` may be about the same thing. Private reports are shown to nobody but their writer and
    staff, and never joined; where `anonymous` is true they may be sent without one's name. `kind` is a member of
    `nlp.kinds.Kind`. The first service that does not need a place takes what is for a person at city hall and fits
    nothing else.
    """

    kind: str
    name: Names
    keywords: dict[str, list[str]]
    department: str
    promise_hours: Annotated[int, Field(gt=0)]
    counts: Literal["hours", "working_hours"] = "hours"
    duplicate_radius_m: Annotated[int, Field(gt=0, le=2000)] = 250
    visibility: Literal["public", "private"] = "public"
    anonymous: bool = False
    needs_place: bool = True
    attributes: list[Attribute] = []
    rules: list[Rule] = []

    @property
    def is_private(self) -> bool:
        """Whether its reports are shown to nobody but their writer and staff."""
        return self.visibility == "private"


class Sample(_Part):
    """A place that a phone of the sandbox can share."""

    name: str
    lat: float
    lon: float


class Tryout(_Part):
    """What the sandbox suggests to somebody who tries the city out."""

    messages: list[str] = []
    places: list[Sample] = []


class City(_Part):
    """All that the desk needs to know of a city. Text maps hold every language in `languages`."""

    folder: Path
    name: str
    timezone: str
    languages: list[str] = Field(min_length=1)
    center: tuple[float, float]
    colour: str = Field(default="#0b6e99", pattern="^#[0-9a-f]{6}$")
    emergencies: list[Emergency] = Field(min_length=1)
    departments: list[Department] = Field(min_length=1)
    bodies: list[Body] = []
    services: list[Service] = Field(min_length=1)
    calendar: Calendar = Calendar()
    tryout: Tryout = Tryout()
    limits: Limits = Limits()
    replies: list[CannedReply] = []
    staff: StaffRules = StaffRules()
    participation: Participation = Participation()
    texting: Texting = Texting()
    vote_alarms: VoteWatch = VoteWatch()

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value!r} is not a time zone of the IANA database") from error
        return value

    @field_validator("services")
    @classmethod
    def _somebody_answers(cls, value: list[Service]) -> list[Service]:
        if all(service.needs_place for service in value):
            raise ValueError("no service has needs_place = false: messages for a person at city hall need one")
        return value

    @property
    def general(self) -> Service:
        """The service that takes what is for a person at city hall."""
        return next(service for service in self.services if not service.needs_place)

    @property
    def unsorted(self) -> Service:
        """The service for what fits no other, and goes out urgently all the same."""
        return next((service for service in self.services if service.kind == "other"), self.general)

    @property
    def zone(self) -> ZoneInfo:
        """The city's own time zone."""
        return ZoneInfo(self.timezone)

    def service(self, code: str) -> Service:
        """The service with this code; raises KeyError for one that the city does not have."""
        return _coded(self.services, code)

    def department(self, code: str) -> Department:
        """The department with this code; raises KeyError for an unknown one."""
        return _coded(self.departments, code)

    def body(self, code: str) -> Body:
        """The outside body with this code; raises KeyError for an unknown one."""
        return _coded(self.bodies, code)


def _coded(parts: list[T], code: str) -> T:
    for part in parts:
        if part.code == code:
            return part
    raise KeyError(code)
