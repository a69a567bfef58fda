"""A report in the making: what is known so far, and what a message adds to it."""

from pydantic import BaseModel, ConfigDict

from bot.conversation.message import Point
from nlp import decision
from nlp.reading import Place, Precision, Reading

SURE = decision.SURE
"""Probability from which a service or a place is taken without asking."""
_GUESSED = 0.3
"""Probability up to which a street is only the nearest in spelling to one that the city does not have."""
DESCRIPTION_LIMIT = 4000
"""Characters of a description (Open311 GeoReport v2)."""


class Draft(BaseModel):
    """All that a report needs; None and empty mean that it is not known yet.

    `services` and `places` are what could be meant, best first, `elsewhere` is the place of another matter of the
    same message, or of what was reported just before. `changing` is set while the resident wants to change something.
    `number` is set when the report was filed at once, as an emergency, and only lacks its place. `anonymous` is the
    wish not to be named. `declined` are reports of others that it is not about, `joins` the one that it is. `taken`
    is where a picture says that it was taken, and nobody has been asked about it yet. `referral` is what was kept of
    it as a matter of another body's, `body` that body's code, `ours` is set when the writer insists that it is the
    city's.
    """

    model_config = ConfigDict(frozen=True)

    words: str = ""
    service: str | None = None
    services: list[str] = []
    place: Place | None = None
    places: list[Place] = []
    elsewhere: Place | None = None
    photos: list[int] = []
    attributes: dict[str, str] = {}
    urgent: bool = False
    anonymous: bool = False
    all_services: bool = False
    changing: bool = False
    number: int | None = None
    declined: list[int] = []
    joins: int | None = None
    taken: Point | None = None
    referral: int | None = None
    body: str | None = None
    ours: bool = False

    @property
    def is_to_send(self) -> bool:
        """Whether it is to become a report: not filed already, and not part of somebody else's."""
        return self.number is None and self.joins is None

    def with_(self, **changes: object) -> "Draft":
        """A copy with some values changed; at another place, or of another service, it joins nothing any more."""
        changed = self.model_copy(update=changes)
        moved = (changed.place, changed.service) != (self.place, self.service)
        return changed.model_copy(update={"joins": None}) if moved else changed

    def telling(self, more: str) -> "Draft":
        """A copy with what was said before and now as one description."""
        return self.with_(words="\n".join(part for part in (self.words, more.strip()) if part)[:DESCRIPTION_LIMIT])


def begun(words: str, reading: Reading) -> Draft:
    """A draft from the first words, with everything that they already say."""
    draft = Draft(words=words[:DESCRIPTION_LIMIT], urgent=reading.danger)
    return with_place(with_service(draft, reading), reading)


def with_service(draft: Draft, reading: Reading) -> Draft:
    """Take over the service that a message names: alone when it is sure, else the likeliest to choose from.

    Of services that are hardly likelier than any, none is taken over.
    """
    ranked = sorted(reading.services.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < decision.FAINT:
        return draft
    best, probability = ranked[0]
    if probability >= SURE:
        return draft.with_(service=best, services=[code for code, _ in ranked[:3]], attributes={})
    return draft.with_(service=None, services=[code for code, _ in ranked[:3]], all_services=False)


def with_place(draft: Draft, reading: Reading) -> Draft:
    """Take over the place that a message names: a sure one alone, else what it could be."""
    if not reading.places:
        return draft
    best = reading.places[0]
    rivals = [place for place in reading.places[1:] if place.confidence >= best.confidence - 0.2]
    sure = best.is_enough and best.inside and best.confidence >= SURE and not rivals
    return draft.with_(place=best if sure else None, places=reading.places[:4])


def nearest_streets(draft: Draft) -> list[Place]:
    """Streets that are spelt most like one that the city does not have."""
    return [place for place in draft.places if place.precision is Precision.STREET and place.confidence <= _GUESSED]


def known_street(draft: Draft) -> str | None:
    """The street that was named without saying where on it."""
    named = [place for place in draft.places if place.confidence > _GUESSED]
    streets = {place.street for place in named if place.precision is Precision.STREET}
    return streets.pop() if len(streets) == 1 else None
