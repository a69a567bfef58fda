"""Rules of the staff's own work, said in the city folder."""

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class StaffRules(BaseModel):
    """`[staff]` of city.toml.

    An act that more than `four_eyes_above` residents would be told of needs a second person, who has `approval_hours`
    to decide.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    four_eyes_above: Annotated[int, Field(gt=0)] = 25
    approval_hours: Annotated[int, Field(gt=0, le=24 * 30)] = 48

    @property
    def approval_life(self) -> timedelta:
        """How long a proposed act can be approved."""
        return timedelta(hours=self.approval_hours)
