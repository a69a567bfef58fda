"""Limits: how much one contact can write before the city stops listening, said in the city folder."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(gt=0)]


class Limits(BaseModel):
    """`[limits]` of city.toml.

    Reports in a day, messages in ten minutes, minutes in which the same text is one, broadcasts that one person gets in
    a week, and broadcasts and summaries together (summaries that are due beyond join the next).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reports_a_day: Count = 20
    messages_in_ten_minutes: Count = 60
    repeat_minutes: Count = 5
    broadcasts_a_week: Count = 3
    unasked_a_week: Count = 10
