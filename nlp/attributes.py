"""What the words already tell of a service's attributes and of how bad it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from nlp.beginnings import DIGITS, Beginnings
from nlp.pack import Pack
from nlp.phrasebook import Hit, by_end, ending
from nlp.reading import TimeKind, TimeSpan
from nlp.words import Told, Word, fold

LABEL = "severity:"

BEFORE = 3
"""Words before a hit within which a negation takes it back."""

_LASTING = (TimeKind.SINCE, TimeKind.LASTING, TimeKind.AGO)


class AttributeReader:
    """Finds severity, size, lane, pole number and duration in all of a city's languages."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        words = [pack.attributes for pack in packs if pack.attributes is not None]
        self.phrases: Mapping[str, list[str]] = {
            f"{LABEL}{name}": list(chain.from_iterable(pack.severity.get(name, []) for pack in packs))
            for name in dict.fromkeys(name for pack in packs for name in pack.severity)
        }
        sizes, lanes, poles, lengths = (
            [text for held in words for text in attrgetter(name)(held)]
            for name in ("sizes", "lanes", "poles", "lengths")
        )
        # The parentheses hold what is told of each.
        patterns = {
            "size": rf"\b(\d{{1,3}}(?:[.,]\d)?\s?(?:{_either(lengths)})\b|(?:{_either(sizes)})(?:\s+\w+){{1,3}})",
            "lane": rf"\b({_either(lanes)})\b",
            "pole": rf"\b(?:{_either(poles)})\s?(?:#|n°|no\.?|nº)?\s?(\d[\w-]{{0,9}})",
        }
        self._told = [(name, re.compile(pattern)) for name, pattern in patterns.items()]
        self._beginnings = Beginnings([[DIGITS, *sizes], lanes, poles])

    def severity(self, text: str, found: Sequence[Word], hits: Sequence[Hit], negations: Sequence[Hit]) -> list[str]:
        """The names of the severity lists that a text hits, in the order of the packs; not those it denies."""
        denied = by_end(negations)
        named = {
            hit.label.removeprefix(LABEL)
            for hit in hits
            if hit.label.startswith(LABEL) and not _is_denied(text, found, hit, denied)
        }
        return [name for label in self.phrases if (name := label.removeprefix(LABEL)) in named]

    def attributes(self, told: Told, times: Sequence[TimeSpan]) -> dict[str, str]:
        """Size, lane, pole and since, in the writer's own words, as far as they stand in a text."""
        matches: dict[str, re.Match[str]] = {}
        for number, word in self._beginnings(told.words):
            name, pattern = self._told[number]
            if name not in matches and (match := pattern.match(told.folded, word.start)):
                matches[name] = match
        found = {name: told.text[slice(*matches[name].span(1))] for name, _ in self._told if name in matches}
        if since := next((span.text for span in times if span.kind in _LASTING), None):
            found["since"] = since
        return found


def _is_denied(text: str, found: Sequence[Word], hit: Hit, negations: Sequence[Hit]) -> bool:
    """Whether one of the negations, in the order of their ends, stands up to three words before, in the same clause."""
    return any(
        not set(",.;:!?\n") & set(text[found[negation.last - 1].end : found[hit.first].start])
        for negation in ending(negations, hit.first - BEFORE, hit.first)
    )


def _either(texts: Iterable[str]) -> str:
    ordered = sorted({fold(text) for text in texts}, key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in ordered) or r"(?!)"
