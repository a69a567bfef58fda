"""Themes: what is said alike stands together, with words that were really said, whatever the order."""

import random

from backend.consultations.themes import themes

_BENCHES = ["More benches in the park please", "There should be benches to sit on", "We need benches", "benches, shade"]
_TREES = ["Plant more trees", "Trees along the street", "please plant trees", "Street trees!", "We want trees"]
_LONE = ["The swimming pool closes too early"]


def test_what_is_alike_stands_together_with_its_number() -> None:
    """Two themes and a lone voice, largest first."""
    found = themes([*_BENCHES, *_TREES, *_LONE])
    assert [theme.count for theme in found] == [5, 4, 1]
    assert [{*theme.examples} <= {*said} for theme, said in zip(found, (_TREES, _BENCHES, _LONE), strict=True)] == [
        True
    ] * 3


def test_the_order_of_the_answers_changes_nothing() -> None:
    """Who answered first is no better heard."""
    texts = [*_BENCHES, *_TREES, *_LONE]
    shuffled = random.Random(3).sample(texts, len(texts))
    assert themes(shuffled) == themes(texts)


def test_examples_are_verbatim_and_said_once() -> None:
    """The same sentence twice counts twice and is shown once."""
    (theme,) = themes(["More trees", "More trees"])
    assert (theme.count, theme.examples) == (2, ["More trees"])


def test_nothing_said_is_no_theme() -> None:
    """Blank answers are no voices."""
    assert themes(["", "  "]) == []
