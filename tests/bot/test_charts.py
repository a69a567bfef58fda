"""Charts take whatever people ask: long words, many options, any script, nobody who answered."""

import io
import warnings

import pytest
from PIL import Image

from bot.drawing.charts import Bar, bars

WIDTH = 1024


def _drawn(title: str, *rows: Bar) -> Image.Image:
    with warnings.catch_warnings():
        # A letter that no font has is a warning of matplotlib's, and a box in the picture.
        warnings.simplefilter("error")
        return Image.open(io.BytesIO(bars(title, rows, "#0b5394"))).convert("L")


@pytest.mark.parametrize(
    "words", ["每周一次", "हर हफ़्ते", "ทุกสัปดาห์", "매주", "🌳 Trees", "نعم، كل أسبوع", "$x^2$ and \\alpha", ""]
)
def test_any_script_is_written_or_numbered(words: str) -> None:
    """What no font here can write is a number, never a row of boxes; no sign means mathematics."""
    assert _drawn(words, Bar(words, 3, 0.75), Bar("Never", 1, 0.25)).width == WIDTH


def test_long_words_go_on_below_and_nothing_runs_out_of_the_picture() -> None:
    """Titles and answers are broken into lines, large numbers have room."""
    long = "How often do you go to a playground in your own neighbourhood or in the one next to it? " * 2
    picture = _drawn(long, Bar(long, 1_234_567, 1.0), Bar("Never", 0, 0.0))
    assert {picture.getpixel((WIDTH - 1, y)) for y in range(picture.height)} == {255}
    assert picture.height > _drawn("Short", Bar("Yes", 1, 1.0), Bar("No", 0, 0.0)).height


def test_many_options_and_nobody_at_all_are_drawn() -> None:
    """Twenty answers make a tall picture; where nobody answered the bars are empty."""
    rows = [Bar(f"Option {number}", 0, 0.0) for number in range(20)]
    assert _drawn("Twenty", *rows).height > 10 * _drawn("None").height
