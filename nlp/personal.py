"""Personal data in a message: phones, e-mails, plates and names, as spans to mask."""

import re
from collections.abc import Iterable, Iterator, Sequence

from nlp.beginnings import Beginnings
from nlp.pack import Pack
from nlp.reading import PersonalKind, PersonalSpan
from nlp.words import Word, words

MOST_CHARACTERS = 20_000
"""What is looked through; a message is never longer."""

FEWEST_DIGITS = 8
"""Digits of a phone number; those with a + or brackets may have one less."""

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\w/#.-])(?:\+\d{1,3}[\s.-]?|00\d{2}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,5}(?![\w/])"
)
_PHONE_BEGINS = re.compile(r"[+(\d]")
_DATE = re.compile(r"(?:\d{1,2}[.-]\d{1,2}[.-]\d{2,4}|\d{4}-\d{2}-\d{2})")
_NAME = r"(?-i:[^\W\d_a-zà-öø-ÿœ][\w'’-]+)"


class PersonalReader:
    """Finds personal data in all of a city's languages."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        told = [pack.personal for pack in packs if pack.personal is not None]
        before = _either([text for held in told for text in held.names_after])
        plates = _either([text for held in told for text in held.plates_after])
        shapes = "|".join(dict.fromkeys(shape for held in told for shape in held.plate_shapes))
        particle = r"(?:\s+(?:de|da|do|del|la|van|von|le))?"
        self._named = re.compile(rf"\b(?:{before})[:.,]?\s+({_NAME}(?:{particle}\s+{_NAME}){{0,2}})", re.IGNORECASE)
        self._plate = re.compile(rf"(?<![\w-])(?-i:{shapes})(?![\w-])") if shapes else None
        self._names = Beginnings([[text for held in told for text in held.names_after]])
        # A plate may follow without a space, a name never does.
        self._before_plates = tuple({words(text)[0].text for held in told for text in held.plates_after})
        self._told = re.compile(
            rf"\b(?:{plates})\W{{0,3}}((?=[\w -]{{0,9}}\d)[A-Z0-9][A-Z0-9 -]{{2,9}})(?!\w)", re.IGNORECASE
        )

    def find(self, text: str, found: Sequence[Word] | None = None) -> list[PersonalSpan]:
        """The spans in a text from left to right; offsets count characters of the text as it was sent.

        `found` are its words where they are known.
        """
        text = text[:MOST_CHARACTERS]
        kept: list[PersonalSpan] = []
        spans = self._all(text, words(text) if found is None else found)
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return kept

    def _all(self, text: str, found: Sequence[Word]) -> Iterator[PersonalSpan]:
        if "@" in text:
            for match in _EMAIL.finditer(text):
                yield _span(PersonalKind.EMAIL, match, 0)
        for match in _after(_PHONE, text, (begin.start() for begin in _PHONE_BEGINS.finditer(text))):
            digits = sum(character.isdigit() for character in match.group())
            fewest = FEWEST_DIGITS - 1 if match.group()[0] in "+(" else FEWEST_DIGITS
            if fewest <= digits <= 15 and not _DATE.fullmatch(match.group()):
                yield _span(PersonalKind.PHONE, match, 0)
        for match in _after(self._told, text, (w.start for w in found if w.text.startswith(self._before_plates))):
            yield _span(PersonalKind.PLATE, match, 1)
        for match in self._plate.finditer(text) if self._plate else ():
            yield _span(PersonalKind.PLATE, match, 0)
        for match in _after(self._named, text, (word.start for _, word in self._names(found))):
            yield _span(PersonalKind.NAME, match, 1)


def _span(kind: PersonalKind, match: re.Match[str], group: int) -> PersonalSpan:
    return PersonalSpan(kind=kind, start=match.start(group), end=match.end(group), text=match.group(group))


def _after(pattern: re.Pattern[str], text: str, begins: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at one of these places, which are found sooner than by trying every place."""
    end = 0
    for begin in begins:
        if begin >= end and (match := pattern.match(text, begin)):
            yield match
            end = match.end()


def _either(texts: Sequence[str]) -> str:
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in ordered) or r"(?!)"
