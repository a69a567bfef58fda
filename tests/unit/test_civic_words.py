"""Words of the dialogue: titles cut from messages, similar ideas, written answers, masking."""

from pathlib import Path

import pytest

from backend.proposals import similar_evaluation
from backend.questions import answers, answers_evaluation
from backend.words import ideas
from bot.app import ROOT
from bot.conversation.masking import public
from bot.conversation.turn import House
from bot.topics.proposals.pitch import pitched
from nlp.gist import SUMMARY, TITLE, gist

EVALUATION = ROOT / "tests" / "evaluation"


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "It would be great to have a bike rack near the library", "A bike rack near the library"),
        (
            "en",
            "Hi, could you please put benches along Elm Street? My mother needs them.",
            "Put benches along Elm Street",
        ),
        ("en", "More trees on Elm Street, please!", "More trees on Elm Street"),
        ("en", "It would be great", "It would be great"),
        ("fr", "Bonjour, il faudrait une aire de jeux au parc, car rien n'est fait.", "Une aire de jeux au parc"),
        ("fr", "Pourquoi ne pas planter des arbres place Viarme ?", "Planter des arbres place Viarme"),
        ("es", "¿Por qué no ponen más papeleras en la playa?", "Más papeleras en la playa"),
        ("es", "Hola, sería genial tener un aparcabicis", "Un aparcabicis"),
    ],
)
def test_titles_are_cut_out(language: str, said: str, title: str) -> None:
    """The thing itself, without how people begin."""
    assert gist(said, language).title == title


@pytest.mark.parametrize("said", ["", "   ", "???", "🚲", "x" * 5000, "a b " * 2000, "ﬁ\u0301 İstanbul ß", "1. 2. 3."])
def test_nothing_is_invented(said: str) -> None:
    """Whatever was written: the title and the summary are cut from it and as long as they may be."""
    for language in ("en", "fr", "es", "pt", "xx"):
        cut = gist(said, language)
        assert len(cut.title) <= TITLE
        assert len(cut.summary) <= SUMMARY
        for word in cut.title.rstrip("…").split():
            assert word.casefold() in said.casefold() or word[1:] in said


def test_directions_and_areas_tell_ideas_apart() -> None:
    """More and fewer are not the same, nor are two parts of the city."""
    more, fewer = ideas.idea("More parking spaces downtown"), ideas.idea("Remove the cameras at the station")
    assert ideas.same(more, fewer) < ideas.LIKELY
    here, there = ideas.idea("A dog park", area="Roslindale"), ideas.idea("A dog park", area="Brighton")
    assert ideas.same(here, there) == 0.0
    assert ideas.same(here, ideas.idea("Un parc à chiens", area="Roslindale")) >= ideas.LIKELY


def test_similar_proposals_are_recognised() -> None:
    """As well as the documentation says, within a language and across."""
    found = similar_evaluation.evaluate(EVALUATION / "similar.jsonl")
    assert found["pairs"] >= 300
    assert found["all"]["precision"] >= 0.95
    assert found["all"]["recall"] >= 0.9


def test_answers_are_quoted_or_refused() -> None:
    """What is covered is quoted rightly, what is not covered is refused; also in the words of somebody else."""
    found = answers_evaluation.evaluate(EVALUATION / "answers.jsonl", ROOT / "cities")
    other = answers_evaluation.evaluate(EVALUATION / "answers_other_hand.jsonl", ROOT / "cities")
    assert sum(found["answers"].values()) >= 60
    assert found["covered"] >= 200
    assert other["covered"] + other["uncovered"] == 150
    for measured in (found, other):
        assert measured["quoted_right"] >= 0.85
        assert measured["quoted_wrong"] <= 0.02
        assert measured["refused"] >= 0.95


def test_personal_data_is_masked(boston: House) -> None:
    """In the words, the title and the summary of what everybody will read."""
    words = "We need a bench, call me at 617-555-0101 or write ana@example.org"
    pitch = pitched(boston.city, words, boston.reader.read(words))
    for said in (pitch.words, pitch.title, pitch.summary):
        assert "555" not in said
        assert "example" not in said
    assert public("nothing here", boston.reader.read("nothing here")) == "nothing here"


def test_the_folder_of_answers_is_checked(tmp_path: Path) -> None:
    """A file that is no TOML, a stray key, a missing source: each is named."""
    folder = tmp_path / "answers"
    folder.mkdir()
    for content, fault in (
        ("[[answers", "can't be read"),
        ("other = 1", "only [[answers]] and [[unanswered]] belong"),
        ('[[unanswered]]\ncode = "a"\ndepartment = "x"\nquestion = { en = "May I?" }', "'a' names the department 'x'"),
        ('[[unanswered]]\ncode = "a"\nquestion = { fr = "Puis-je ?" }', "'a' has no question in 'en'"),
        ('[[unanswered]]\ncode = "a"\ntext = { en = "Yes." }', "question"),
        ('[[answers]]\ncode = "a"\ndate = 2025-01-01\nquestion = {}\ntext = {}', "source"),
    ):
        (folder / "one.toml").write_text(content)
        [said] = answers.faults(tmp_path, ["en"], [])
        assert fault in said
