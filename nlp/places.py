"""The places that a text names, put together from streets, house numbers, crossings and areas."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nlp.corners import CornerFinder
from nlp.crossings import Crossings
from nlp.mentions import HOUSE_NUMBER, Mention, StreetIndex, Wording
from nlp.reading import Place, Precision
from nlp.streetgrammar import ARTICLES, Key
from nlp.words import Told

MOST_CANDIDATES = 5
MOST_GUESSES = 4
AMBIGUOUS = 0.6
"""How much less sure each of several candidates is than a single one."""

SUFFIXES = frozenset({"bis", "ter", "quater", "a", "b", "c"})
_RANKS = {Precision.ADDRESS: 0, Precision.INTERSECTION: 1, Precision.STREET: 2, Precision.AREA: 3}
_NUMBER_GAP = re.compile(r"[\s,#]*")
_MARK_GAP = re.compile(r"[\s,.#°º:]*")


class Findings(NamedTuple):
    """What a text says of places; `spans` are the parts of the cleaned text that name them."""

    places: list[Place]
    unknown_street: str | None
    spans: list[tuple[int, int]]


class HouseNumber(NamedTuple):
    """A house number as written, its value, and the words from `first` up to `last` of number and street."""

    text: str
    value: int
    first: int
    last: int


class PlaceFinder:
    """Reads places in free text."""

    def __init__(self, index: StreetIndex, crossings: Crossings, areas: Mapping[Key, str]) -> None:
        self._index = index
        self._grammar = index.grammar
        self._corners = CornerFinder(crossings, index.grammar)
        self._areas = areas
        self._longest_area: dict[str, int] = {}
        for area in areas:
            self._longest_area[area[0]] = max(self._longest_area.get(area[0], 0), len(area))

    def search(self, text: Told) -> Findings:
        """The places of a text, best first."""
        found = text.words
        wording = Wording(text.text, found, self._grammar.keys(found))
        mentions = self._index.find(wording)
        guesses, unknown = self._index.guess(wording, mentions)
        mentions = sorted([*mentions, *guesses], key=lambda mention: mention.first) or self._untyped(wording)
        areas = self._areas_in(wording, mentions)
        places = self._assembled(wording, mentions, [area for _, _, area in areas])
        places = places or [*self._offers(wording, unknown), *self._bare_areas(wording, areas)]
        phrases = [(mention.first, mention.last) for mention in (*mentions, *unknown)]
        phrases += [(first, last) for first, last, _ in areas]
        spans = [(found[first].start, found[last - 1].end) for first, last in phrases]
        unknown_street = wording.part(unknown[0].first, unknown[0].last) if unknown and not mentions else None
        return Findings(places[:MOST_CANDIDATES], unknown_street, spans)

    def _assembled(self, wording: Wording, mentions: Sequence[Mention], areas: Sequence[str]) -> list[Place]:
        narrowed = [self._narrowed(mention, areas) for mention in mentions]
        numbers = [self._number(wording, mention) for mention in narrowed]
        exact = [
            place
            for mention, number in zip(narrowed, numbers, strict=True)
            if number
            for place in _addresses(wording, mention, number)
        ]
        unnumbered = [mention for mention, number in zip(narrowed, numbers, strict=True) if not number]
        exact = exact or list(self._corners.find(wording, unnumbered, areas))
        return sorted(
            exact or _streets(wording, unnumbered), key=lambda place: (-place.confidence, _RANKS[place.precision])
        )

    @staticmethod
    def _narrowed(mention: Mention, areas: Sequence[str]) -> Mention:
        there = tuple(street for street in mention.streets if street.area in areas)
        return mention._replace(streets=there) if there else mention

    def _number(self, wording: Wording, mention: Mention) -> HouseNumber | None:
        return self._number_before(wording, mention) or self._number_after(wording, mention)

    def _number_before(self, wording: Wording, mention: Mention) -> HouseNumber | None:
        position = mention.first - 1
        while position > 0 and wording.words[position].text in ARTICLES and mention.first - position < 3:
            position -= 1
        if position < 0 or not _NUMBER_GAP.fullmatch(wording.gap(position)):
            return None
        suffix = position > 0 and wording.words[position].text in SUFFIXES and not wording.gap(position - 1).strip()
        position -= bool(suffix)
        match = HOUSE_NUMBER.fullmatch(wording.words[position].text)
        if not match:
            return None
        last = position + 1 + bool(suffix)
        if position > 0 and wording.gap(position - 1) == "-" and wording.words[position - 1].text.isdigit():
            position, last = position - 1, position
            match = HOUSE_NUMBER.fullmatch(wording.words[position].text)
        return _house_number(wording, match, position, last, (position, mention.last))

    def _number_after(self, wording: Wording, mention: Mention) -> HouseNumber | None:
        position = mention.last
        marked = position < len(wording.words) and wording.words[position].text in self._grammar.number_marks
        position += marked
        if position >= len(wording.words) or not _MARK_GAP.fullmatch(wording.gap(position - 1)):
            return None
        marked = marked or any(mark in wording.gap(position - 1) for mark in "#°º")
        match = HOUSE_NUMBER.fullmatch(wording.words[position].text)
        following = wording.words[position + 1 : position + 2]
        suffix = bool(following) and following[0].text in {"bis", "ter", "quater"}
        ends = position + 1 + suffix >= len(wording.words) or wording.gap(position + suffix).strip()
        if not match or not (marked or ends) or (following and following[0].text in self._grammar.units):
            return None
        return _house_number(wording, match, position, position + 1 + suffix, (mention.first, position + 1 + suffix))

    def _untyped(self, wording: Wording) -> list[Mention]:
        """A house number before a misspelt name without its type; taken only if that street has such a number."""
        ordinary = self._grammar.units | self._grammar.not_names | self._grammar.common
        numbers = [p for p, word in enumerate(wording.words[:-1]) if HOUSE_NUMBER.fullmatch(word.text)]
        for position in numbers[:MOST_GUESSES]:
            match = HOUSE_NUMBER.fullmatch(wording.words[position].text)
            name = wording.words[position + 1].text
            if not match or len(name) < 5 or not name.isalpha() or name in ordinary:
                continue
            key, score = self._index.near.nearest_of_all(name)
            streets = self._index.streets(key) if key else ()
            spots = [street.spot(int(match[1])) for street in streets]
            if score > 0.75 and any(spot and spot.sureness >= 0.8 for spot in spots):
                return [Mention(position + 1, position + 2, streets, score * 0.8)]
        return []

    def _areas_in(self, wording: Wording, mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
        taken = {position for mention in mentions for position in range(mention.first, mention.last)}
        found: list[tuple[int, int, str]] = []
        for first, word in enumerate(wording.keys):
            longest = self._longest_area.get(word)
            for last in range(min(first + longest, len(wording.keys)), first, -1) if longest else ():
                name = self._areas.get(wording.keys[first:last])
                free = not (found and first < found[-1][1]) and not taken.intersection(range(first, last))
                if name and free and (last - first > 1 or wording.is_capital(first) or len(wording.keys[first]) > 4):
                    found.append((first, last, name))
                    break
        return found

    @staticmethod
    def _bare_areas(wording: Wording, areas: Sequence[tuple[int, int, str]]) -> Iterator[Place]:
        for first, last, name in areas:
            yield Place(text=wording.part(first, last), precision=Precision.AREA, area=name, confidence=0.8)

    def _offers(self, wording: Wording, unknown: Sequence[Mention]) -> Iterator[Place]:
        for mention in unknown[:1]:
            kinds = [key for key in wording.keys[mention.first : mention.last] if key in self._grammar.types]
            text = wording.part(mention.first, mention.last)
            for key in self._index.near.candidates(wording.keys[mention.first : mention.last], kinds[0]):
                name = self._index.streets(key)[0].name
                yield Place(text=text, precision=Precision.STREET, street=name, confidence=0.25)


def _house_number(
    wording: Wording, match: re.Match[str] | None, first: int, last: int, span: tuple[int, int]
) -> HouseNumber | None:
    if match is None or int(match[1]) == 0:
        return None
    return HouseNumber(wording.part(first, last), int(match[1]), *span)


def _addresses(wording: Wording, mention: Mention, number: HouseNumber) -> Iterator[Place]:
    """The candidates for a house number: where it is known, else where it fits, else the address as text alone."""
    place = Place(
        text=wording.part(min(number.first, mention.first), max(number.last, mention.last)),
        precision=Precision.ADDRESS, street=mention.streets[0].name, number=number.text,
    )  # fmt: skip
    spots = [(street, spot) for street in mention.streets if (spot := street.spot(number.value))]
    chosen = [(street, spot) for street, spot in spots if spot.sureness == 1.0] or spots
    chosen.sort(key=lambda pair: (-pair[1].sureness, -len(pair[0].known_numbers)))
    for street, spot in chosen[:MOST_CANDIDATES]:
        sureness = 0.95 * mention.sureness * spot.sureness * (AMBIGUOUS if len(chosen) > 1 else 1)
        yield place.model_copy(update={
            "street": street.name, "area": street.area or None, "lat": spot.lat, "lon": spot.lon,
            "confidence": round(sureness, 3),
        })  # fmt: skip
    if not chosen:
        # Far from every number that is known; where none is known at all, the writer will know.
        numbered = any(street.known_numbers for street in mention.streets)
        area = mention.streets[0].area if len(mention.streets) == 1 else None
        sureness = 0.95 * mention.sureness * (0.3 if numbered else 0.8)
        yield place.model_copy(update={"area": area or None, "confidence": round(sureness, 3)})


def _streets(wording: Wording, mentions: Sequence[Mention]) -> Iterator[Place]:
    """The streets by name alone, the surest only: a message may name hundreds."""
    sure = [round(0.9 * one.sureness * (AMBIGUOUS if len(one.streets) > 1 else 1), 3) for one in mentions]
    surest = sorted(zip(sure, mentions, strict=True), key=lambda pair: -pair[0])
    for confidence, mention in surest[:MOST_CANDIDATES]:
        streets = sorted(mention.streets, key=lambda street: -len(street.known_numbers))
        for street in streets[:MOST_CANDIDATES]:
            yield Place(
                text=wording.part(mention.first, mention.last), precision=Precision.STREET, street=street.name,
                area=street.area or None, confidence=confidence,
            )  # fmt: skip
