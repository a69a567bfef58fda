"""Masking: what everybody will read holds nobody's telephone, address of mail or number plate."""

from nlp.reading import PersonalKind, Reading

MASK = "***"
_MASKED = frozenset({PersonalKind.PHONE, PersonalKind.EMAIL, PersonalKind.PLATE})
"""What is surely personal; names are left, for streets and schools bear them too."""


def public(words: str, reading: Reading) -> str:
    """Words for everybody's eyes; `reading` is of these very words, whose positions it counts."""
    for span in sorted(reading.personal, key=lambda span: -span.start):
        if span.kind in _MASKED and words[span.start : span.end] == span.text:
            words = f"{words[: span.start]}{MASK}{words[span.end :]}"
    return words
