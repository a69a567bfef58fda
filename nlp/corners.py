"""Which of the streets in a text meet, and where: said to meet, named with one between others, or only near by."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from nlp.crossings import Crossings
from nlp.mentions import Mention, Wording
from nlp.reading import Place, Precision
from nlp.street import Box
from nlp.streetgrammar import ARTICLES, StreetGrammar

BETWEEN = frozenset({"between", "entre"})
SAID, BLOCK, NEAR_BY = 0.95, 0.75, 0.45
"""How sure two streets are that are said to meet, a block between two others, and two that only stand near each other:
those are offered and not taken (70 % of them within 150 m)."""

NEAR_WORDS = 3
"""Words between two streets that may still mean one place."""

MOST_STREETS = 4
MOST_MENTIONS = 12
"""Streets of a text that are looked at: whoever names more means no corner, and pairs grow with the square."""

LONGEST_BLOCK = 600.0
"""Metres between two corners that a message may call one block."""


class CornerFinder:
    """Reads corners in the streets that a text names."""

    def __init__(self, crossings: Crossings, grammar: StreetGrammar) -> None:
        self._crossings = crossings
        self._grammar = grammar

    def find(self, wording: Wording, mentions: Sequence[Mention], areas: Sequence[str]) -> Iterator[Place]:
        """The corners, those that are said to be one first."""
        mentions = mentions[:MOST_MENTIONS]
        block = self._block(wording, mentions, areas)
        if block:
            yield block
            return
        explicit = [pair for pair in pairwise(mentions) if self._meets(wording, *pair)]
        for pair in explicit:
            yield from self._crossings.places(wording, *pair, areas, sureness=SAID)
        bounds = {one for pair in pairwise(mentions) if self._word_before(wording, pair[0]) in BETWEEN for one in pair}
        joined = {mention for pair in explicit for mention in pair}
        for one, other in combinations(mentions[:MOST_STREETS], 2):
            if not {one, other} <= joined and not {one, other} & bounds and self._is_near(wording, one, other):
                yield from self._crossings.places(wording, one, other, areas, sureness=NEAR_BY, known_only=True)

    def _block(self, wording: Wording, mentions: Sequence[Mention], areas: Sequence[str]) -> Place | None:
        """Find "Elm between Oak and Pine" as the middle of two corners that are known and near each other."""
        for one, other in pairwise(mentions):
            if self._word_before(wording, one) not in BETWEEN:
                continue
            for street in (mention for mention in mentions if mention not in (one, other)):
                ends = [
                    next(
                        iter(self._crossings.places(wording, street, end, areas, sureness=BLOCK, known_only=True)), None
                    )
                    for end in (one, other)
                ]
                if ends[0] and ends[1]:
                    return _middle(wording, (street, one, other), ends[0], ends[1])
        return None

    @staticmethod
    def _word_before(wording: Wording, mention: Mention) -> str:
        position = mention.first - 1
        while position > 0 and wording.words[position].text in {*ARTICLES, "the"}:
            position -= 1
        return wording.words[position].text if position >= 0 else ""

    def _meets(self, wording: Wording, one: Mention, other: Mention) -> bool:
        if self._word_before(wording, one) in BETWEEN:
            return False
        gap = wording.text[wording.words[one.last - 1].end : wording.words[other.first].start]
        between = [word.text for word in wording.words[one.last : other.first] if word.text not in {*ARTICLES, "the"}]
        symbol = any(symbol in gap for symbol in "&@/+")
        return " ".join(between) in self._grammar.crossing or (not between and (symbol or len(wording.words) <= 8))

    def _is_near(self, wording: Wording, one: Mention, other: Mention) -> bool:
        """Whether two streets stand close together in one sentence, neither only giving a direction."""
        gap = wording.text[wording.words[one.last - 1].end : wording.words[other.first].start]
        between = [word.text for word in wording.words[one.last : other.first]]
        before = [word.text for word in wording.words[max(0, one.first - 2) : one.first]]
        if len(between) > NEAR_WORDS or set(".!?;\n") & set(gap.replace("St.", "").replace("Ave.", "")[1:]):
            return False
        return not self._grammar.toward & {*between, *before}


def _middle(wording: Wording, mentions: Sequence[Mention], one: Place, other: Place) -> Place | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    box = Box(min(one.lat, other.lat), max(one.lat, other.lat), min(one.lon, other.lon), max(one.lon, other.lon))
    if box.diagonal > LONGEST_BLOCK:
        return None
    text = wording.part(min(mention.first for mention in mentions), max(mention.last for mention in mentions))
    return Place(
        text=text, precision=Precision.INTERSECTION, street=one.street, cross=one.cross, area=one.area,
        lat=round((one.lat + other.lat) / 2, 6), lon=round((one.lon + other.lon) / 2, 6),
        confidence=round(min(one.confidence, other.confidence), 3),
    )  # fmt: skip
