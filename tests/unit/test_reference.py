"""References: P12, Q7, M3, however people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.reference import Series


@given(st.sampled_from(Series), st.integers(min_value=0, max_value=10**18 - 1))
def test_what_is_called_so_is_found(series: Series, number: int) -> None:
    """A reference leads back to its number, and to nothing of another sort."""
    written = series.of(number)
    assert series.alone(written) == series.given(written) == series.given(f"#{number}") == number
    assert all(other.alone(written) is None and other.given(written) is None for other in Series if other is not series)


@pytest.mark.parametrize(
    ("words", "alone", "given"),
    [
        (" p-12 ", 12, 12),
        ("#P 12", 12, 12),
        ("12", None, 12),
        ("", None, None),
        ("P", None, None),
        ("P12 please", None, None),
        ("P٣", None, None),
        ("P" + "9" * 19, None, None),
    ],
)
def test_how_people_write_them(words: str, alone: int | None, given: int | None) -> None:
    """In small letters, with a dash; a bare number only where one is expected; nothing that no database holds."""
    assert (Series.PROPOSAL.alone(words), Series.PROPOSAL.given(words)) == (alone, given)
