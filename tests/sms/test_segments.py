"""Counting and cutting: every segment legal, the text whole after joining, the bill as the gateways write it."""

import unicodedata

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.sms import gsm7
from bot.channels.sms.plain import LANGUAGES, plainly
from bot.channels.sms.segments import Encoding, clusters, length, segmented

GSM, UCS = Encoding.GSM7, Encoding.UCS2
SIGN = "\U0001f6a7"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
CASES = [
    ("", 0, GSM, 1),
    ("Hello", 5, GSM, 1),
    ("A" * 160, 160, GSM, 1),
    ("A" * 161, 161, GSM, 2),
    ("A" * 306, 306, GSM, 2),
    ("A" * 307, 307, GSM, 3),
    ("€" * 80, 160, GSM, 1),
    ("€" * 81, 162, GSM, 2),
    ("A" * 159 + "€", 161, GSM, 2),
    ("A" * 152 + "€" * 9, 170, GSM, 2),
    ("A" * 152 + "€" * 10, 172, GSM, 2),
    ("A" * 151 + "€" * 154, 459, GSM, 4),
    ("á", 1, UCS, 1),
    ("Ж" * 70, 70, UCS, 1),
    ("Ж" * 71, 71, UCS, 2),
    ("Ж" * 134, 134, UCS, 2),
    ("Ж" * 135, 135, UCS, 3),
    (SIGN * 35, 70, UCS, 1),
    (SIGN * 36, 72, UCS, 2),
    (SIGN * 66, 132, UCS, 2),
    (SIGN * 67, 134, UCS, 3),
    (SIGN * 68, 136, UCS, 3),
    ("Ж" * 66 + SIGN * 34, 134, UCS, 3),
    ("line1\r\nline2", 12, GSM, 1),
    ("line1\nline2", 11, GSM, 1),
    ("tab\tx", 5, UCS, 1),
    ("ç", 1, UCS, 1),
    ("Ç", 1, GSM, 1),
    ("àèìòùñ¿¡ü", 9, GSM, 1),
    ("“quotes” – dash…", 16, UCS, 1),
    ("a\u00a0b", 3, UCS, 1),
    (FAMILY, 11, UCS, 1),
    ("\U0001f1f2\U0001f1fd", 4, UCS, 1),
    ("\u00e91", 2, GSM, 1),
    ("e\u03011", 3, UCS, 1),
    ("\f", 2, GSM, 1),
    ("`", 1, UCS, 1),
    ("[]{}|^~\\€", 18, GSM, 1),
    ("@", 1, GSM, 1),
    ("_", 1, GSM, 1),
]

phrases = st.text(max_size=400) | st.text(
    alphabet="Ab €~éá\u0301\u200d\U0001f3fd" + SIGN + "\U0001f1f2\U0001f468", max_size=400
)


@pytest.mark.parametrize("case", range(len(CASES)), ids=lambda number: f"case {number + 1}")
def test_the_reference_table(case: int) -> None:
    """Units, encoding and segments are those that a gateway bills."""
    text, units, encoding, segments = CASES[case]
    found = segmented(text)
    assert (found.units, found.encoding, found.segments) == (units, encoding, segments)


@given(phrases)
def test_any_text_goes_through_in_legal_segments(text: str) -> None:
    """Whatever Unicode comes in: each part has room, and joined they are what was to be said."""
    found = segmented(text)
    assert "".join(found.parts) == found.text == text
    room = {GSM: (160, 153), UCS: (70, 67)}[found.encoding][found.segments > 1]
    for part in found.parts:
        assert length(part, found.encoding) <= room
        assert part.encode("utf-16-le").decode("utf-16-le") == part
        assert found.encoding is UCS or gsm7.fits(part)


@given(phrases)
def test_no_cut_goes_through_a_letter(text: str) -> None:
    """A mark stays with its letter, a joined emoji whole, as long as it fits into a part at all."""
    found = segmented(text)
    longest = max((length(cluster, found.encoding) for cluster in clusters(text)), default=0)
    if found.encoding is UCS and longest <= 67:
        for part in found.parts[1:]:
            assert unicodedata.category(part[0]) not in {"Mn", "Me", "Mc"}
            assert part[0] != "\u200d"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Mn", "Me", "Mc", "Cf", "Sk", "So"]), max_size=400))
def test_another_counter_agrees(text: str) -> None:
    """`smsutil` counts the same wherever nothing is kept together beyond surrogate pairs."""
    if text:
        theirs = smsutil.split(text)
        assert segmented(text).segments == len(theirs.parts)


def test_half_a_character_is_replaced() -> None:
    """A lone surrogate can't go on the air."""
    assert segmented("a\ud83d").text == "a?"


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("es", "¿Dónde es? Tendrá «noticias» pronto…", '¿Donde es? Tendra "noticias" pronto...'),
        ("fr", "✅ Merci. Ça sera « réparé » bientôt – à l’œuvre", 'Merci. Ça sera "réparé" bientot - à l\'oeuvre'),
        ("en", "🚧 Report 1001: “done” – thanks 👍🏽", 'Report 1001: "done" - thanks'),
        ("fr", "e\u0301te\u0301", "été"),
        ("pt", "N.º 5, coração", "N.o 5, coracao"),
        ("en", "Cars on Улица Ленина – now", "Cars on Улица Ленина – now"),
        ("vi", "Đường bị hỏng", "Đường bị hỏng"),
        ("en", "[a] €5", "[a] €5"),
    ],
)
def test_all_or_nothing(language: str, text: str, plain: str) -> None:
    """The whole text fits afterwards, or nothing was changed."""
    assert plainly(text, language) == plain


@given(phrases, st.sampled_from([*sorted(LANGUAGES), "vi"]))
def test_plain_or_as_it_was(text: str, language: str) -> None:
    """Either all of it is in the small alphabet, or it is the text, normalised."""
    plain = plainly(text, language)
    assert gsm7.fits(plain) or plain == unicodedata.normalize("NFC", text)
    assert plainly(plain, language) == plain
