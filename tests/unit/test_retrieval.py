"""How written answers are found: what is quoted, what is refused, and that phrasings and lexicon do no harm."""

import tomllib
from collections import defaultdict
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from backend.questions import weighing
from backend.questions.answers import Answer, Unanswered
from backend.questions.evidence import SIGNS
from backend.questions.retrieval import Retriever
from backend.questions.weighing import Known, learnt
from backend.words import lexicon
from backend.words.things import tokens_of


def answer(code: str, question: str, *also: str, text: str = "See the page.") -> Answer:
    """An answer in English alone."""
    ways = {"en": list(also)} if also else {}
    return Answer(
        code=code, source="page", date=date(2025, 1, 1), question={"en": question}, also=ways, text={"en": text}
    )


MATTRESS = answer("mattress", "How do I get rid of a mattress?", "throw out an old mattress", "mattress pickup")
DOG = answer("dog", "Must my dog be on a leash?", "off leash dogs", "can my dog run free")
CITY = [MATTRESS, DOG, answer("heat", "My landlord gives me no heat, what are the rules?", "heating broken in my flat")]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("how can I throw out my old mattress?", "mattress"),
        ("comment me débarrasser d'un vieux matelas ?", "mattress"),
        ("¿mi perro tiene que ir con correa?", "dog"),
        ("how do I get rid of a matress", "mattress"),
        ("where can I buy a mattress", None),
        ("when is the next election", None),
        ("dog", None),
        ("???", None),
        ("", None),
    ],
)
def test_a_city_with_few_phrasings_is_served(asked: str, code: str | None) -> None:
    """In any language and mistyped; what is to be done with a thing decides, and a thing alone is not enough."""
    quoted = Retriever(CITY).look_up(asked).quote
    assert (quoted.code if quoted else None) == code


def test_phrasings_do_not_make_an_answer_fit_everything() -> None:
    """Words that stand in one phrasing of many are no reason to quote it."""
    chatty = [
        f"my {who} says the old mattress has to go" for who in ("landlord", "doctor", "mayor", "sister", "lawyer")
    ]
    long = MATTRESS.model_copy(update={"also": {"en": [*MATTRESS.also["en"], *chatty]}})
    for asked in ("who is the mayor", "my landlord sells the house", "I need a lawyer", "find me a doctor"):
        assert Retriever([long, *CITY[1:]]).look_up(asked).quote is None


def test_what_is_known_to_have_no_answer_is_not_answered() -> None:
    """A neighbouring question of which the city knows that nothing is written is nobody's quote, in any language."""
    sale = Unanswered(
        code="sale",
        department="sanitation",
        question={"en": "Where can I sell a mattress?"},
        also={"en": ["mattress for sale"]},
    )
    retriever = Retriever([*CITY, sale])
    for asked in ("I want to sell an old mattress", "¿dónde vendo un colchón?"):
        found = retriever.look_up(asked)
        assert (found.quote, found.near, found.unanswered) == (None, (), sale)
    assert retriever.look_up("how can I throw out my old mattress?").quote == MATTRESS


def test_a_city_without_answers_knows_nothing() -> None:
    """No answers, no quotes, no suggestions."""
    assert Retriever([]).find("how do I get rid of a mattress") == []


def test_the_weights_are_what_the_signs_stand_for() -> None:
    """The file has every sign, and none counts against what it stands for."""
    shipped = weighing.load()
    assert len(shipped.signs) == len(SIGNS)
    assert (shipped.signs * np.array(list(SIGNS.values())) >= 0).all()
    assert weighing.text_of(shipped) == weighing.FILE.read_text(encoding="utf-8")


def test_weights_are_learnt_from_what_tells_answers_apart() -> None:
    """A sign that the right answers have gains weight; one that tells nothing does not."""
    rows = np.zeros((2, len(SIGNS)))
    told, empty = rows.copy(), rows.copy()
    told[0, 0] = 1.0
    first, second, none = np.array([True, False]), np.array([False, True]), np.array([False, False])
    lessons = [Known(told, first, covered=True), Known(told[::-1], second, covered=True)]
    found = learnt([*lessons, Known(empty, none, covered=False)] * 20)
    assert found.probabilities(told)[0] > 0.9
    assert found.probabilities(empty).sum() < 0.1
    assert (found.signs[1:] == 0).all()


@pytest.mark.parametrize("group", ["matter", "deed"])
def test_the_lexicon_names_each_phrase_once(group: str) -> None:
    """A phrase under two names would silently be the last one's; one of small words alone would never be found."""
    raw = tomllib.loads((Path(lexicon.__file__).parent / "ask.toml").read_text(encoding="utf-8"))
    small = {word for words in raw["small"].values() for word in words}
    names = defaultdict(set)
    for name, phrases in raw[group].items():
        for phrase in phrases:
            tokens = tokens_of(phrase)
            names[" ".join(token for token in tokens if token not in small) + "*" * phrase.endswith("*")].add(name)
    assert names.pop("", None) is None
    assert {phrase: found for phrase, found in names.items() if len(found) > 1} == {}
