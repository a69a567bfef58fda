"""Parts of `agora evaluate` that measure the city's business: written answers and similar proposals."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from backend.proposals import similar_evaluation
from backend.questions import answers_evaluation
from nlp.evaluation.result import Bench, Result

CITIES = Path(__file__).parent.parent / "cities"
_REFUSED, _QUOTED = 0.95, 0.85
"""What is asked of the answers: uncovered questions refused, covered ones quoted rightly."""
LESSONS = (
    "answers.jsonl",
    "answers_other_hand.jsonl",
    "answers_seen.jsonl",
    "answers_indirect.jsonl",
    "answers_plain.jsonl",
    "answers_any_city.jsonl",
    "answers_stranger.jsonl",
)
"""Files of questions from which the weights of the retrieval are learnt."""
_QUESTIONS = {
    "answers.jsonl": "own hand",
    "answers_other_hand.jsonl": "another hand",
    "answers_seen.jsonl": "another hand, once kept apart",
    "answers_indirect.jsonl": "own hand, indirect, once kept apart",
    "answers_plain.jsonl": "own hand, plain, once kept apart",
    "answers_any_city.jsonl": "a third hand, of any city",
    "answers_stranger.jsonl": "a stranger, who knew the titles only",
    "answers_stranger_apart.jsonl": "the same stranger, kept apart",
    "answers_blind.jsonl": "own hand, kept apart",
}
"""Files of questions by who wrote them: the hand that wrote the lexicon, or one that had read only the answers. On
those kept apart nothing was ever bettered."""
_SHOWN = 25
"""Mistakes that are listed."""


def answers(bench: Bench) -> Result:
    """Questions answered from what the city has written, and refused where nothing is."""
    result = Result("Answers from the city's own words")
    for file, hand in _QUESTIONS.items():
        path = bench.tests / file
        if path.is_file():
            _answered(result, path, hand)
        else:
            result.absent.append(path.name)
    return result


def _answered(result: Result, path: Path, hand: str) -> None:
    found = answers_evaluation.evaluate(path, CITIES)
    on = f"{found['covered']} covered questions, {sum(found['answers'].values())} answers"
    result.add(f"{hand}: right answer ranked first", found["right_first"], on)
    result.add(f"{hand}: right answer quoted first", found["quoted_right"], on, _QUOTED)
    result.add(f"{hand}: right answer quoted or offered", found["offered_right"], on)
    result.add(f"{hand}: wrong answer quoted", found["quoted_wrong"], on)
    uncovered = f"{found['uncovered']} uncovered questions"
    result.add(f"{hand}: uncovered questions refused", found["refused"], uncovered, _REFUSED)
    for language, share in found["by_language"].items():
        result.add(f"{hand}: dealt with rightly in {language}", share, "both kinds")
    result.tables[f"mistakes, {hand}"] = [_mistake(one) for one in found["wrong"][:_SHOWN]]


def _mistake(one: Mapping[str, Any]) -> str:
    return f"{one['question']!r}: wanted {one['answer'] or 'a refusal'}, quoted {one['quoted'] or 'nothing'}"


def similar(bench: Bench) -> Result:
    """Proposals that ask for the same, within a language and across languages."""
    result = Result("Similar proposals")
    path = bench.tests / "similar.jsonl"
    if not path.is_file():
        result.absent.append(path.name)
        return result
    found = similar_evaluation.evaluate(path)
    for which in ("all", "within", "across"):
        figures = found[which]
        for name in ("precision", "recall"):
            result.add(f"{name}, {which}", figures[name], f"{figures['pairs']} pairs")
    result.tables["mistakes"] = [
        f"{'missed' if one['same'] else 'wrongly shown'}: {one['one']!r} / {one['other']!r}"
        for one in found["wrong"][:_SHOWN]
    ]
    return result


PARTS: Mapping[str, Callable[[Bench], Result]] = {"answers": answers, "similar": similar}
"""The parts by name."""
