"""Whatever arrives is read: any Unicode, twenty thousand characters, half characters, piled-up marks, floods."""

import gc
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp import readout
from nlp.reader import Reader
from nlp.reading import Hints, Reading
from nlp.words import MOST_CHARACTERS, clean

LONGEST = 20_000

PIECES = (
    "church st ", "a ", "😀", "👩🏽‍🚒", "🇫🇷", "rue de la zanzibar ", "1 ", "1", "1.", "1/", "é̸̡̢", "a" + "\u0301" * 30,
    "שלום ", "مرحبا ", "\u202e", "\u200f", "\u200d", "\x00\x07", "\x1b[31m", "\ufeff", "12 Washingtn ", "Zzzz Avenue ",
    "there is a pothole and ", "\ud83d", "\udc00\ud800", "no ", "-", "\n- hole", "@", "a@", "a@b.c ", "plate ",
    "my name is ", "+33 6 12 34 56 78 ", "12:30 ", "entre church st ( left lane ", "corner of Tremont and Boylston ",
    "fire not gas ", "since tuesday ", "every night at 3 ", "hace 3 días ", "ß", "İ", "ﬃ", "½", "１", "٣", "한", "ก",
    "x", "plate:", "中文", "A. ", "http://", "#1024 ", "{", "\\", "%s", "<b>", "\u2028", "\t", "\n", " ", "O'",
    "Rue ", "; ", "? ", "ª",
)  # fmt: skip
"""What texts are made of that broke something somewhere, here or elsewhere."""

ANY_CHARACTER = st.characters(exclude_categories=())
"""Half characters (lone surrogates) too: JSON carries them."""


def check(reading: Reading, text: str) -> None:
    """What holds for every Reading, whatever was written."""
    assert reading.text == text
    assert reading.language in {"en", "fr", "es"}
    for shares in (reading.acts, reading.kinds, reading.services):
        assert all(0 <= share <= 1 for share in shares.values())
        assert sum(shares.values()) <= 1.001
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
    for span in reading.personal:
        assert text[span.start : span.end] == span.text
    for time_span in reading.times:
        assert clean(text)[time_span.start : time_span.end] == time_span.text
    assert all(part.strip() for part in reading.matters)
    assert len(reading.matters) != 1
    assert json.loads(json.dumps(readout.fields(reading, "id")))["id"] == "id"


@given(st.text(ANY_CHARACTER, max_size=400), st.sampled_from([None, "en", "fr", "es"]))
@settings(max_examples=250, deadline=None)
def test_any_characters_are_read(reader: Reader, text: str, language: str | None) -> None:
    """No Unicode text makes the Reader fail, and what was written is kept."""
    check(reader.read(text, Hints(language=language)), text)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.integers(1, 40)), min_size=1, max_size=12), st.integers(1, 200))
@settings(max_examples=80, deadline=None)
def test_any_mixture_is_read(reader: Reader, parts: list[tuple[str, int]], times: int) -> None:
    """Nor does any mixture of what has broken something before, as long as a message can be."""
    text = ("".join(piece * count for piece, count in parts) * times)[:LONGEST]
    check(reader.read(text), text)


@pytest.mark.parametrize("piece", PIECES)
def test_a_flood_is_read(reader: Reader, piece: str) -> None:
    """Twenty thousand characters of one thing are read without backtracking.

    The bound is no measure (tests/benchmarks/reading.py measures): a pattern that backtracks takes a minute here.
    """
    text = (piece * LONGEST)[:LONGEST]
    # What other tests left behind is not collected on this one's time.
    gc.disable()
    begun = time.process_time()
    try:
        check(reader.read(text), text)
        assert time.process_time() - begun < 1.0
    finally:
        gc.enable()


@pytest.mark.parametrize("nothing", ["", " ", "\n", "\x00", "\u200b", "\ud83d", "😀", "???", "🕳️", "٠", "。"])
def test_what_says_nothing_means_nothing(reader: Reader, nothing: str) -> None:
    """No words, no problem: nothing is filed from a sign alone."""
    reading = reader.read(nothing)
    assert (reading.services, reading.places, reading.danger, reading.matters) == ({}, [], False, [])


def test_a_problem_under_a_flood_is_still_read(reader: Reader) -> None:
    """What comes first counts; what comes after the last character that is read is kept and not understood."""
    text = "Huge pothole at 32 Church St. " + "😀" * LONGEST
    reading = reader.read(text)
    assert next(iter(reading.kinds)) == "road_surface"
    assert reading.places[0].number == "32"
    assert reader.read("😀" * MOST_CHARACTERS + text).places == []


def test_marks_piled_on_letters_are_read_through(reader: Reader) -> None:
    """Zalgo is decoration: the words below it are the same."""
    plain = "Huge pothole at 32 Church St"
    piled = "".join(f"{letter}\u0336\u0321\u0322\u034f\u0489" for letter in plain)
    assert reader.read(piled).kinds == reader.read(plain).kinds
    assert reader.read(piled).places[0].street == "Church Street"
