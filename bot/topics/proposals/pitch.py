"""A proposal in the making: what is known so far, cut out of what its author wrote."""

from pydantic import BaseModel, ConfigDict

from backend.city.city import City
from backend.city.participation import Participation, Topic
from backend.proposals.proposals import NewProposal
from backend.words import ideas
from backend.words.ideas import Idea
from backend.words.things import tokens_of
from bot.conversation.masking import public
from bot.conversation.places import address_of, kept_place
from nlp.gist import gist
from nlp.reading import Place, Precision, Reading
from storage.proposals import Proposal

_SURE = 0.5
"""Confidence from which a place is taken over; what is wrong on the card can be changed."""
_KIND = 0.3
"""Probability of a kind of matter from which it decides the topic."""
WORDS_LIMIT = 4000
"""Characters of a proposal that are kept."""


class Pitch(BaseModel):
    """All that a proposal needs; `different` is set once its author has said that it is none of the similar ones.

    `supports` is the proposal that they chose to support instead, `number` the one that staff gave back and that is
    handed in again, `cluster` the pattern of reports that it comes from. `changing` names what is to be asked for anew.
    """

    model_config = ConfigDict(frozen=True)

    words: str = ""
    language: str = "en"
    title: str = ""
    summary: str = ""
    topic: str = ""
    place: Place | None = None
    photos: list[int] = []
    different: bool = False
    supports: int | None = None
    changing: str = ""
    number: int | None = None
    cluster: int | None = None
    confirmed: bool = False

    def with_(self, **changes: object) -> "Pitch":
        """A copy with some values changed."""
        return self.model_copy(update=changes)

    @property
    def area(self) -> str | None:
        """The part of the city that it is for."""
        return self.place.area if self.place else None

    @property
    def address(self) -> str:
        """The place as it is kept, without the area where that is all there is."""
        return address_of(self.place) if self.place else ""

    def idea(self) -> Idea:
        """The pitch as it is compared with proposals."""
        point = None
        if self.place is not None and self.place.lat is not None and self.place.lon is not None:
            point = (self.place.lat, self.place.lon)
        return ideas.idea(f"{self.title}. {self.words}", address=self.address, area=self.area, point=point)

    def new(self) -> NewProposal:
        """The pitch as it is handed in."""
        return NewProposal(
            title=self.title,
            summary=self.summary,
            words=self.words,
            language=self.language,
            topic=self.topic,
            address=self.address,
            area=self.area,
            lat=self.place.lat if self.place else None,
            lon=self.place.lon if self.place else None,
            photos=self.photos,
        )


def pitched(city: City, words: str, reading: Reading) -> Pitch:
    """A pitch from somebody's words, with everything that they say already; `reading` is of these words."""
    kept = public(words, reading)[:WORDS_LIMIT]
    cut = gist(kept, reading.language)
    topic = topic_of(city.participation, kept, reading)
    place = place_in(reading)
    return Pitch(
        words=kept, language=reading.language, title=cut.title, summary=cut.summary, topic=topic.code, place=place
    )


def of(proposal: Proposal) -> Pitch:
    """A proposal that staff gave back, to be changed and handed in again."""
    place = None
    if proposal.address or proposal.area:
        place = kept_place(proposal.address, proposal.area, lat=proposal.lat, lon=proposal.lon)
        place = place.model_copy(update={"precision": Precision.STREET if place.text else Precision.AREA})
    kept = proposal.model_dump(include={"words", "language", "title", "summary", "topic", "photos"})
    return Pitch(**kept, place=place, number=proposal.id, different=True)


def place_in(reading: Reading) -> Place | None:
    """The place that words name: one spot, a street, or a part of the city; none outside of it."""
    inside = [place for place in reading.places if place.inside and place.confidence >= _SURE]
    if not inside:
        return _area_in(reading)
    best = inside[0]
    rivals = [place for place in inside[1:] if place.street == best.street and place.area != best.area]
    # A street that runs through several parts of the city belongs to none of them.
    return best.model_copy(update={"area": None, "lat": None, "lon": None}) if rivals else best


def _area_in(reading: Reading) -> Place | None:
    """The part of the city in which all lies that uncertain words could mean."""
    areas = {place.area for place in reading.places if place.inside}
    if len(areas) != 1 or (area := areas.pop()) is None or tokens_of(area)[0] not in tokens_of(reading.text):
        return None
    return Place(text=area, precision=Precision.AREA, area=area)


def topic_of(rules: Participation, words: str, reading: Reading) -> Topic:
    """What a proposal is about: by the city's own keywords, else by the kind of matter, else the first topic."""
    said = f" {' '.join(tokens_of(words))} "
    named = {topic.code: _named(topic, said) for topic in rules.topics}
    # Of as many words of two topics the first one is the thing itself: "a bike rack near the library".
    best = max(rules.topics, key=lambda topic: (named[topic.code], _share(topic, reading)))
    return best if named[best.code][0] or _share(best, reading) >= _KIND else rules.topics[0]


def _named(topic: Topic, said: str) -> tuple[int, int]:
    """How many of a topic's keywords were said, and minus the place of the first."""
    keywords = {" ".join(tokens_of(word)) for each in topic.keywords.values() for word in each}
    found = [said.index(f" {word} ") for word in keywords if f" {word} " in said]
    return len(found), -min(found, default=len(said))


def _share(topic: Topic, reading: Reading) -> float:
    return sum(probability for kind, probability in reading.kinds.items() if kind.value in topic.kinds)
