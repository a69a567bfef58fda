"""Texts: complete in every language, and rendered without a word missing."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import LOCALES
from bot.conversation import locale_check
from bot.conversation.rendering import numbered, payload, render
from bot.conversation.reply import Choice, Lines, Moment, Named, Reply, text
from bot.conversation.turn import House


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A copy of all texts, to be broken."""
    shutil.copytree(LOCALES, tmp_path / "locales")
    return tmp_path / "locales"


def test_a_missing_text_is_found(locales: Path) -> None:
    """A text that one language lacks is named."""
    (locales / "fr" / "emergency.ftl").write_text("emergency = Appelez :\n", encoding="utf-8")
    assert locale_check.faults(locales) == ["emergency-helped is missing in fr", "emergency-line is missing in fr"]


def test_a_wrong_variable_is_found(locales: Path) -> None:
    """A variable that one language calls otherwise is named, in the short form too."""
    path = locales / "es" / "report.ftl"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Aviso { $number } guardado", "Aviso guardado"), encoding="utf-8"
    )
    assert locale_check.faults(locales) == [
        "report-saved.sms has other variables in es than in en, or stands in one only"
    ]


def test_broken_fluent_and_idle_texts_are_found(locales: Path) -> None:
    """What is not Fluent, stands twice or is never said is named."""
    for language in ("en", "fr", "es"):
        with (locales / language / "report.ftl").open("a", encoding="utf-8") as file:
            file.write("\nnobody-says-this = Hm\nsend = Again\n")
    with (locales / "en" / "report.ftl").open("a", encoding="utf-8") as file:
        file.write("\nbroken = { $x\n")
    faults = "\n".join(locale_check.faults(locales))
    assert "nobody-says-this is a text that nobody says" in faults
    assert "en/report.ftl has send a second time" in faults
    assert "not Fluent" in faults


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Thursday, March 5"), ("fr", "jeudi 5 mars"), ("es", "jueves 5 de marzo")]
)
def test_dates_are_written_as_people_write_them(boston: House, language: str, words: str) -> None:
    """A date stands in the reader's language and the city's time zone."""
    moment = Moment(at=datetime(2026, 3, 6, 3, 0, tzinfo=UTC))
    assert words in boston.texts.render(text("follow-promise", due=moment), language)


def test_a_short_form_is_used_where_there_is_one(boston: House) -> None:
    """The `.sms` form is shorter; a text without one is said in full."""
    saved = text("report-saved", number="1001", due="Friday")
    assert boston.texts.render(saved, "en", short=True) == "Thank you. Report 1001 saved. Answer by Friday."
    assert boston.texts.render(text("cancelled"), "en", short=True) == "Cancelled. Nothing was sent."


def test_names_of_the_city_come_in_the_readers_language(boston: House) -> None:
    """A name from the city folder is chosen by language, the first one standing in for a missing one."""
    assert boston.texts.label(Choice(id="x", label=Named(names={"en": "Light", "fr": "Lumière"})), "fr") == "Lumière"
    assert boston.texts.label(Choice(id="x", label=Named(names={"en": "Light"})), "es") == "Light"


def test_choices_become_rows_and_numbers(boston: House) -> None:
    """Buttons stand in rows and name their ask; plain text numbers them."""
    reply = Reply(
        paragraphs=[text("cancelled"), Lines(lines=[text("send"), text("change")])],
        choices=[Choice(id=str(number), label=f"Choice {number}") for number in range(3)],
        ask=7,
    )
    rendered = render(reply, boston.texts, "en")
    assert rendered.text == "Cancelled. Nothing was sent.\n\nSend\nChange"
    assert [[label for label, _ in row] for row in rendered.buttons] == [["Choice 0", "Choice 1"], ["Choice 2"]]
    assert rendered.buttons[0][0][1] == "a:7:0"
    assert numbered(rendered).endswith("1. Choice 0\n2. Choice 1\n3. Choice 2")


def test_a_payload_that_telegram_would_refuse_is_refused_here() -> None:
    """A button's payload is at most 64 bytes."""
    with pytest.raises(ValueError, match="too long"):
        payload(2**62, "x" * 60)
