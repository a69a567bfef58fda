"""Texting: which phones the city answers, and how much it may spend on them, said in the city folder."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(gt=0)]
Region = Annotated[str, Field(pattern="^[A-Z]{2}$")]


class Texting(BaseModel):
    """`[texting]` of city.toml. Regions are ISO 3166-1; numbers without a country code are dialled in `region`.

    `countries` are those that are answered, none means all. `segments_a_day` is for one phone and `segments_a_month`
    for the town; `alarm` is the share of the month's budget (0 to 1) from which staff are warned. `segment_price` is in
    `currency` (ISO 4217), such as 0.0079; without it only segments are told.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    region: Region = "US"
    countries: list[Region] = []
    segments_a_day: Count = 40
    segments_a_month: Count = 50_000
    segments_a_broadcast: Count = 10_000
    alarm: Annotated[float, Field(gt=0, le=1)] = 0.8
    segment_price: Annotated[Decimal, Field(gt=0)] | None = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = "USD"
