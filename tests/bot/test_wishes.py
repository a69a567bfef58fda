"""What people say of summaries, in the words of strangers: read as it is meant, and nothing else taken for it."""

from pathlib import Path

import pytest

from bot.digest import wishes

_FOLDER = Path(__file__).parent / "wishes"
_PHRASES = [
    (path.stem, *line.split(": ", 1))
    for path in sorted(_FOLDER.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def _meant(phrase: str, language: str) -> str:
    wish = wishes.read(phrase, [language])
    if wish.summary and wish.frequency is not None:
        return wish.frequency.value
    told = {"metres": wish.metres is not None, "leave": wish.leave, "follow": wish.follow, "quiet": wish.quiet}
    told |= {"less": wish.less, "more": wish.more}
    return next((name for name, is_meant in told.items() if is_meant), "nothing")


@pytest.mark.parametrize(("language", "meaning", "phrase"), _PHRASES)
def test_a_phrase_is_read_as_it_is_meant(language: str, meaning: str, phrase: str) -> None:
    """How often, what to follow, when to be silent."""
    assert _meant(phrase, language) == meaning


@pytest.mark.parametrize(
    ("phrase", "language", "hours"),
    [
        ("quiet from 9 pm to 8 am", "en", (21, 8)),
        ("don't write to me between 22:00 and 7:00", "en", (22, 7)),
        ("please don't disturb me after 9 pm and before 8 am", "en", (21, 8)),
        ("silence de 21 h à 8 h", "fr", (21, 8)),
        ("pas de messages de 22 h à 7 h", "fr", (22, 7)),
        ("silencio de 21 a 8", "es", (21, 8)),
        ("no me molesten de 9 de la noche a 8 de la mañana", "es", (21, 8)),
        ("no me manden nada entre las 10 de la noche y las 7 de la mañana", "es", (22, 7)),
        ("summary every friday at 6", "en", (18,)),
        ("summary on mondays at 8 am", "en", (8,)),
        ("un resumen los lunes a las 8", "es", (8,)),
        ("un résumé le lundi à 8h", "fr", (8,)),
    ],
)
def test_hours_are_those_that_are_said(phrase: str, language: str, hours: tuple[int, ...]) -> None:
    """Morning and evening are told apart, in each language's way."""
    assert wishes.read(phrase, [language]).hours == hours


@pytest.mark.parametrize(
    ("phrase", "metres"),
    [("500 m around here", 500), ("everything within 1000 feet of here", 305), ("1 mile around me", 1609),
     ("20 km around me", 2000), ("near me", 300)],
)  # fmt: skip
def test_lengths_are_read_in_any_unit(phrase: str, metres: int) -> None:
    """As metres, no wider than what lies around a place."""
    assert wishes.read(phrase, ["en"]).metres == metres
