"""Masking: no personal data is left, and nothing else is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.masking import MASK, masked
from nlp.reader import Reader
from nlp.reading import PersonalKind, PersonalSpan

NAMES = ["Peter Miller", "Ana", "Juan Pérez", "Élodie Dupont", "O’Brien", "Li Wang"]
DATA = ["617 555 0123", "+33 6 12 34 56 78", "(617) 555-0199", "ana.b+c@mail.example.org", "AB-123-CD", "ABC 1234"]
WORDS = ["there", "is", "trash", "in front of", "32 Church St", "le", "lampadaire", "hay", "Light", "since 2024", "***"]


def _is_in(span: PersonalSpan, text: str) -> bool:
    """Whether a span can still be read: a name as a word, all else anywhere."""
    if span.kind is not PersonalKind.NAME:
        return span.text in text
    return re.search(rf"(?<!\w){re.escape(span.text)}(?!\w)", text) is not None


@given(st.lists(st.sampled_from([*DATA, *WORDS, *(f"my neighbour {name}" for name in NAMES), *NAMES]), max_size=12))
def test_no_span_is_left(reader: Reader, pieces: list[str]) -> None:
    """Whatever was found is nowhere in the masked text, also where it stands twice."""
    text = " ".join(pieces)
    spans = reader.personal(text)
    assert [span for span in spans if _is_in(span, masked(text, spans))] == []


@given(st.text(max_size=200))
def test_any_text_is_masked(reader: Reader, text: str) -> None:
    """No text makes it fail, and a text without personal data stays as it is."""
    spans = reader.personal(text)
    assert [span for span in spans if _is_in(span, masked(text, spans))] == []
    assert spans or masked(text, spans) == text


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("My neighbour Peter Miller dumps trash. Miller laughs.", f"My neighbour {MASK} dumps trash. {MASK} laughs."),
        ("mi vecina Ana grita, llame al 617 555 0123", f"mi vecina {MASK} grita, llame al {MASK}"),
        ("mon voisin était là, AB-123-CD", f"mon voisin était là, {MASK}"),
        ("my neighbor Li leaves the Light on", f"my neighbor {MASK} leaves the Light on"),
        ("my neighbor dumps trash at 32 Church St", "my neighbor dumps trash at 32 Church St"),
    ],
)
def test_what_is_masked(reader: Reader, text: str, public: str) -> None:
    """Names wherever they stand, numbers and plates; not what a neighbour does, nor addresses."""
    assert masked(text, reader.personal(text)) == public


def test_what_is_known_is_masked_later_too(reader: Reader) -> None:
    """A name told in the first message is not public in the second."""
    known = reader.personal("my neighbour Peter Miller")
    assert masked("Miller did it again", [], known) == f"{MASK} did it again"
