"""Orders in words: what is one, in each language, and what is not."""

import pytest

from bot.orders import grammar

STAFF = ("merge", "split", "close", "give", "note", "ask", "write", "take", "start")
RESIDENTS = ("about", "withdraw")
LANGUAGES = ("en", "fr", "es")


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("close 1024, fixed this morning", "close", 1024, "fixed this morning"),
        ("Close #1024", "close", 1024, ""),
        ("1024 is fixed!", "close", 1024, ""),
        ("give 1031 to lighting", "give", 1031, "lighting"),
        ("please give report 1031 to Street Lighting.", "give", 1031, "Street Lighting"),
        ("note 1024: waiting for parts.", "note", 1024, "waiting for parts."),
        ("ask 1024: which pole?", "ask", 1024, "which pole?"),
        ("take 1024", "take", 1024, ""),
        ("clos le signalement n° 1024, réparé ce matin", "close", 1024, "réparé ce matin"),
        ("donne 1031 à l'éclairage", "give", 1031, "l'éclairage"),
        ("Prends 1024 s'il te plaît", None, 0, ""),
        ("demande à 1024 : quel poteau ?", "ask", 1024, "quel poteau ?"),
        ("cierra 1024, arreglado esta mañana", "close", 1024, "arreglado esta mañana"),
        ("Pasa el aviso 1031 a alumbrado", "give", 1031, "alumbrado"),
        ("nota 1024: faltan piezas", "note", 1024, "faltan piezas"),
        ("close 1024 and its duplicates, fixed this morning", "close", 1024, "fixed this morning"),
        ("clos 1024 et ses doublons, réparé ce matin", "close", 1024, "réparé ce matin"),
        ("cierra 1024 y sus duplicados", "close", 1024, ""),
        ("split 1031", "split", 1031, ""),
        ("1024", None, 0, ""),
        ("there is a pothole at 1024 Main Street", None, 0, ""),
        ("close the door", None, 0, ""),
        ("note 99999999999999999999: x", None, 0, ""),
    ],
)
def test_orders_of_staff(text: str, kind: str | None, number: int, rest: str) -> None:
    """Kind, number and the rest as it was written."""
    order = grammar.read(text, STAFF, LANGUAGES)
    assert (order and (order.kind, order.number, order.who or order.words)) == (kind and (kind, number, rest))


@pytest.mark.parametrize(
    "text",
    [
        "merge 1031 into 1024",
        "Please merge report 1031 with #1024.",
        "1031 is a duplicate of 1024",
        "fusionner 1031 avec 1024",
        "fusionne le signalement 1031 avec le 1024",
        "une 1031 con 1024",
        "une el aviso 1031 con el 1024",
    ],
)
def test_orders_to_merge(text: str) -> None:
    """Which report goes into which."""
    order = grammar.read(text, STAFF, LANGUAGES)
    assert order is not None
    assert (order.kind, order.number, order.other) == ("merge", 1031, 1024)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("about 1024: it got worse", "about"),
        ("à propos de 1024 : c'est pire", "about"),
        ("sobre el aviso 1024: está peor", "about"),
        ("I want to withdraw report 1024", "withdraw"),
        ("retirer le signalement 1024", "withdraw"),
        ("quiero retirar el aviso 1024", "withdraw"),
        ("close 1024", None),
    ],
)
def test_orders_of_residents(text: str, kind: str | None) -> None:
    """Residents close nothing; they write about a report or take it back."""
    order = grammar.read(text, RESIDENTS, LANGUAGES)
    assert (order.kind if order else None) == kind


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("fixed this morning", "done"),
        ("it belongs to the state", "not_ours"),
        ("doublon de 1003", "duplicate"),
        ("sin acceso, portón cerrado", "no_access"),
        ("unfixed", None),
        ("", None),
    ],
)
def test_reasons(words: str, reason: str | None) -> None:
    """A closing reason is known by its words, in every language."""
    assert grammar.reason(words, LANGUAGES) == reason


def test_a_language_without_orders_has_none() -> None:
    """A city may speak a language in which nobody has written orders."""
    assert grammar.read("take 1024", STAFF, ["xx"]) is None
