"""Stretches and what lies in them, compared with trying each."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.cover import Cover

STRETCH = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(STRETCH, max_size=8), STRETCH)
def test_a_cover_holds_and_touches_what_one_of_its_stretches_does(
    stretches: list[tuple[int, int]], one: tuple[int, int]
) -> None:
    """As every stretch by itself says."""
    first, last = one
    cover = Cover(stretches)
    assert cover.holds(first, last) == any(begin <= first and last <= end for begin, end in stretches)
    assert cover.touches(first, last) == any(begin < last and first < end for begin, end in stretches)
