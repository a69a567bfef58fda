"""References: proposals, questions and meetings are called by a letter and a number, the same in every language."""

import re
from enum import StrEnum

_LONGEST = 18
"""Digits that a database's whole number holds whatever they are."""
_WRITTEN = re.compile(rf"#?\s?(?P<letter>[a-z])?\s?-?(?P<number>[0-9]{{1,{_LONGEST}}})")


class Series(StrEnum):
    """The letter with which references of one sort begin."""

    PROPOSAL = "P"
    QUESTION = "Q"
    MEETING = "M"

    def of(self, number: int | str | None) -> str:
        """How people call the one with this number: "P12"."""
        return f"{self}{number}"

    def alone(self, words: str) -> int | None:
        """The number of a message that is a reference and nothing else: "p-12"."""
        found = _WRITTEN.fullmatch(words.strip().casefold())
        return int(found["number"]) if found and found["letter"] == self.casefold() else None

    def given(self, words: str) -> int | None:
        """The number that stands where only such a one is expected: "P12", "#12", "12"."""
        found = _WRITTEN.fullmatch(words.strip().casefold())
        return int(found["number"]) if found and found["letter"] in (None, self.casefold()) else None
