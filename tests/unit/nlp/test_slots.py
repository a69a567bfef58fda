"""Phrases with alternatives and words that may be missing."""

import pytest

from nlp.phrasebook import Hit
from nlp.slots import SlotPhrases
from nlp.words import stems


def found(phrase: str, text: str) -> list[Hit]:
    """The hits of one phrase."""
    return SlotPhrases({"it": [phrase]}).find(stems(text))


def test_one_of_each_alternative_stands_there() -> None:
    """Any of them, and no other word."""
    assert found("fell/slid in/into (the) river/lake", "she slid into lake Como") == [Hit("it", 1, 4)]
    assert found("fell/slid in/into (the) river/lake", "he fell in the river") == [Hit("it", 1, 5)]
    assert found("fell/slid in/into (the) river/lake", "he fell near the river") == []


def test_the_longest_way_counts() -> None:
    """A word that may be missing is taken along where it stands."""
    assert found("smoke (coming) (out)", "smoke coming out") == [Hit("it", 0, 3)]
    assert found("(the) (old) bridge", "the old bridge")[0] == Hit("it", 0, 3)


def test_phrases_are_read_together_and_each_label_has_its_longest() -> None:
    """Phrases that begin alike, of one label and of two."""
    phrases = SlotPhrases(
        {"fall": ["fell (down) (the) stairs", "fell"], "down": ["fell down", "down the/a (old) stairs"]}
    )
    hits = phrases.find(stems("she fell down the old stairs"))
    assert sorted(hits) == [Hit("down", 1, 3), Hit("down", 2, 6), Hit("fall", 1, 2)]
    assert Hit("fall", 0, 4) in phrases.find(stems("fell down the stairs"))


def test_apostrophes_may_be_left_out() -> None:
    """A frightened thumb leaves them out."""
    assert found("can't breathe", "he cant breathe") == [Hit("it", 1, 3)]
    assert found("can't breathe", "he can't breathe") == [Hit("it", 1, 4)]


def test_a_phrase_without_a_word_is_refused() -> None:
    """It would stand everywhere."""
    with pytest.raises(ValueError, match="every word may be missing"):
        found("(the) (old)", "anything")
