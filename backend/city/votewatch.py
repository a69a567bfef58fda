"""What must happen in a vote before staff are told to look, said in the city folder. Alarms flag and never block."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Hour = Annotated[int, Field(ge=0, le=23)]
Count = Annotated[int, Field(gt=0)]


class VoteWatch(BaseModel):
    """`[vote_alarms]` of city.toml; night is from one hour to another of the city's clock, the second one not in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    night_from: Hour = 0
    night_to: Hour = 6
    burst_least: Count = 30
    """Ballots in a night hour below which it may be one meeting that ended late."""
    burst_times: Annotated[float, Field(ge=1)] = 3
    """So many times the median of the vote's earlier hours: a reminder to everybody brings about twice as many."""
    burst_hours: Count = 12
    """Earlier hours with ballots that a median needs to mean something; a vote may open at midnight."""
    same_least: Annotated[int, Field(ge=10)] = 10
    """Same lists in one batch below which it may be a family and its friends; of fewer than ten nothing may be told."""
    same_percent: Annotated[int, Field(gt=0, le=100)] = 50
    """Percent of its batch that one list must be: a well-known recommendation stays below."""
    same_choices: Count = 3
    """Choices from which a list is a pattern; one or two projects are often the same."""
    same_lists: Count = 100
    """Lists of that length that the ballot must allow, or many are the same by chance."""
    guesses: Count = 50
    """Wrong codes in an hour: ten people's tries. There must be more than ballots, too, as codes are mistyped."""

    @model_validator(mode="after")
    def _has_a_night(self) -> Self:
        if self.night_from == self.night_to:
            raise ValueError("night_from and night_to are the same hour: no hour would be night")
        return self

    def is_night(self, hour: int) -> bool:
        """Whether hardly anybody votes in this hour of the city's day."""
        if self.night_from < self.night_to:
            return self.night_from <= hour < self.night_to
        return hour >= self.night_from or hour < self.night_to
