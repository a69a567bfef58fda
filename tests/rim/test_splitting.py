"""Long texts are cut without losing a word."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.splitting import split, units

TEXTS = st.text(st.sampled_from("ab é😀\n .x"), max_size=300) | st.text(max_size=300)


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    """A text is as long as Telegram finds it."""
    assert units(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS, st.integers(2, 50))
def test_every_part_fits_and_nothing_is_lost(text: str, limit: int) -> None:
    """The parts hold all the words in order, and none is too long or blank."""
    parts = split(text, limit)
    assert all(part.strip() and units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.lists(st.text(st.sampled_from("abcé"), min_size=1, max_size=9), min_size=1), st.integers(20, 60))
def test_words_stay_whole(words: list[str], limit: int) -> None:
    """A word that fits into a part is never cut."""
    assert [word for part in split(" ".join(words), limit) for word in part.split()] == words


def test_it_cuts_between_paragraphs_first() -> None:
    """A paragraph's end is preferred to a line's, a line's to a word's."""
    assert split("one two\n\nthree\nfour five", 18) == ["one two\n\nthree", "four five"]
    assert split("aaaa bbbb cccc\ndddd eeee", 20) == ["aaaa bbbb cccc", "dddd eeee"]
    assert split("first part here\n\nsecond", 18) == ["first part here", "second"]


def test_a_stub_is_not_cut_off() -> None:
    """A short headline stays with what follows."""
    assert split("Hi\n\n" + "word " * 10, 30)[0].startswith("Hi\n\nword word")


def test_what_has_no_break_is_cut_hard() -> None:
    """Nonsense without a space comes in full parts, never through the middle of an emoji."""
    assert split("😀" * 5, 5) == ["😀😀", "😀😀", "😀"]


def test_a_short_text_is_one_part_and_a_blank_one_none() -> None:
    """What fits is left alone; nothing is not sent."""
    assert split(" hello ", 4096) == ["hello"]
    assert split(" \n ", 4096) == []
