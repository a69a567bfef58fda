"""Personal data in a message: phones, e-mails, plates and names, as spans to mask."""

import re
from collections.abc import Iterable, Iterator, Sequence

from nlp.pack import Pack
from nlp.reading import PersonalKind, PersonalSpan
from nlp.words import fold, words

MOST_CHARACTERS = 20_000
"""What is looked through; a message is never longer."""

FEWEST_DIGITS = 8
"""Digits of a phone number; those with a + or brackets may have one less."""

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\w/#.-])(?:\+\d{1,3}[\s.-]?|00\d{2}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,5}(?![\w/])"
)
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
        # A plate may follow without a space, a name never does.
        self._before_names = re.compile(rf"{_beginning([text for held in told for text in held.names_after])}\b")
        self._before_plates = re.compile(_beginning([text for held in told for text in held.plates_after]))
        self._told = re.compile(
            rf"\b(?:{plates})\W{{0,3}}((?=[\w -]{{0,9}}\d)[A-Z0-9][A-Z0-9 -]{{2,9}})(?!\w)", re.IGNORECASE
        )

    def find(self, text: str) -> list[PersonalSpan]:
        """The spans in a text from left to right; offsets count characters of the text as it was sent."""
        text = text[:MOST_CHARACTERS]
        kept: list[PersonalSpan] = []
        for span in sorted(self._all(text), key=lambda span: (span.start, -span.end)):
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return kept

    def _all(self, text: str) -> Iterator[PersonalSpan]:
        if "@" in text:
            for match in _EMAIL.finditer(text):
                yield _span(PersonalKind.EMAIL, match, 0)
        for match in _PHONE.finditer(text):
            digits = sum(character.isdigit() for character in match.group())
            fewest = FEWEST_DIGITS - 1 if match.group()[0] in "+(" else FEWEST_DIGITS
            if fewest <= digits <= 15 and not _DATE.fullmatch(match.group()):
                yield _span(PersonalKind.PHONE, match, 0)
        folded = fold(text)
        for match in _after(self._told, text, self._before_plates.finditer(folded)):
            yield _span(PersonalKind.PLATE, match, 1)
        for match in self._plate.finditer(text) if self._plate else ():
            yield _span(PersonalKind.PLATE, match, 0)
        for match in _after(self._named, text, self._before_names.finditer(folded)):
            yield _span(PersonalKind.NAME, match, 1)


def _span(kind: PersonalKind, match: re.Match[str], group: int) -> PersonalSpan:
    return PersonalSpan(kind=kind, start=match.start(group), end=match.end(group), text=match.group(group))


def _beginning(texts: Sequence[str]) -> str:
    """What finds, in a folded text, the first word of each of these."""
    return rf"\b(?:{_either(sorted({words(text)[0].text for text in texts}))})"


def _after(pattern: re.Pattern[str], text: str, begun: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches that begin where one of these does, which are found sooner than by trying every place."""
    end = 0
    for beginning in begun:
        if beginning.start() >= end and (match := pattern.match(text, beginning.start())):
            yield match
            end = match.end()


def _either(texts: Sequence[str]) -> str:
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in ordered) or r"(?!)"
