"""Revising: staff change a draft, part by part: its texts, what a question takes, of whom it is asked."""

import re
from typing import Any

from pydantic import ValidationError

from backend.consultations import consultations
from backend.consultations.survey import WITH_OPTIONS, Survey
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Lines, Named, Text, text
from bot.conversation.turn import Turn
from bot.topics.consultations import composing, consultcard
from bot.topics.consultations.composing import Sketch
from storage.asks import Ask
from storage.consultations import Consultation, QuestionKind

_DICTATION = frozenset({Accepts.DICTATION})
_BOUNDED = (QuestionKind.CHOICES, QuestionKind.SCALE, QuestionKind.NUMBER)
_HEADS = ("title", "why", "use")
_NUMBER = re.compile(r"-?\d+")
_MOST_CONDITIONS = 40


def begin(turn: Turn, id: int) -> None:
    """Ask what is to be changed."""
    consultation = turn.session.get_one(Consultation, id)
    survey = consultations.survey_of(turn.session, consultation).model_dump(
        mode="json", by_alias=True, exclude_none=True
    )
    _choose(turn, Sketch(survey=survey, draft=id))


def _choose(turn: Turn, sketch: Sketch) -> None:
    parts = [Choice(id=head, label=text(f"revising-{head}")) for head in _HEADS]
    parts += [Choice(id=f"q:{one['code']}", label=Named(names=one["wording"])) for one in sketch.survey["questions"]]
    parts += [Choice(id=name, label=text(f"revising-{name}")) for name in ("add", "translate", "finish")]
    turn.ask("revising", "part", sketch, Question(paragraphs=[text("revising")], choices=parts, columns=1))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """What is changed, and how."""
    sketch = Sketch.model_validate(ask.state)
    words = answer.message.text.strip()
    match ask.step:
        case "part":
            return _part(turn, sketch, answer.choice or "")
        case "words":
            _reworded(turn, sketch, words)
        case "question":
            _on_question(turn, sketch, answer.choice or "")
        case "condition":
            _conditioned(turn, sketch, answer.choice or "")
        case _:
            _bounded(turn, sketch, words)
    return True


def _part(turn: Turn, sketch: Sketch, choice: str) -> bool:
    if choice in _HEADS:
        _ask_words(turn, sketch.model_copy(update={"gap": choice}))
    elif choice.startswith("q:"):
        _ask_what(turn, sketch.model_copy(update={"gap": choice.removeprefix("q:")}))
    elif choice == "add":
        composing.ask_question(turn, sketch)
    elif choice == "translate":
        _keep(turn, sketch, about=composing.ALL)
    elif choice == "finish":
        consultcard.show(turn, sketch.draft)
    return bool(choice)


def _ask_words(turn: Turn, sketch: Sketch) -> None:
    names = composing.at(sketch.survey, sketch.gap)
    lines: list[Text] = [text("revising-now", words=Named(names=names))] if names else []
    asked = Question(paragraphs=[Lines(lines=[*lines, text("revising-words")])], accepts=_DICTATION)
    turn.ask("revising", "words", sketch, asked)


def _reworded(turn: Turn, sketch: Sketch, words: str) -> None:
    # What stood there in other languages translates words that are gone.
    names = composing.at(sketch.survey, sketch.gap)
    names.clear()
    names[turn.language] = words[: composing.LONGEST]
    _keep(turn, sketch, about=sketch.gap)


def _keep(turn: Turn, sketch: Sketch, *, about: str = composing.NOTHING) -> None:
    """Keep the change, after asking for the translations of what it is about."""
    composing.go_on(turn, sketch.model_copy(update={"about": about}))


def _question(sketch: Sketch) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in sketch.survey["questions"] if one["code"] == sketch.gap)
    return found


def _ask_what(turn: Turn, sketch: Sketch) -> None:
    question = _question(sketch)
    offered = ["wording", "optional" if question.get("required") else "required"]
    if question["kind"] in _BOUNDED:
        offered.append("bounds")
    if _conditions(sketch) or question.get("only_if"):
        offered.append("condition")
    if len(sketch.survey["questions"]) > 1:
        offered.append("remove")
    choices = [Choice(id=name, label=text(f"revising-{name}")) for name in offered]
    put = Question(paragraphs=[text("revising-now", words=Named(names=question["wording"]))], choices=choices)
    turn.ask("revising", "question", sketch, put)


def _on_question(turn: Turn, sketch: Sketch, choice: str) -> None:
    question = _question(sketch)
    match choice:
        case "wording":
            _ask_words(turn, sketch)
        case "required" | "optional":
            question["required"] = choice == "required"
            _keep(turn, sketch)
        case "bounds":
            turn.ask("revising", "bounds", sketch, _bounds_asked())
        case "condition":
            turn.ask("revising", "condition", sketch, _condition_asked(sketch))
        case _:
            _remove(sketch)
            _keep(turn, sketch)


def _bounds_asked(*, wrong: bool = False) -> Question:
    why = [text("revising-bounds-wrong")] if wrong else []
    return Question(paragraphs=[*why, text("revising-bounds-which")], accepts=_DICTATION)


def _bounded(turn: Turn, sketch: Sketch, words: str) -> None:
    numbers = [int(number) for number in _NUMBER.findall(words.replace("-", " "))]
    bounded = sketch.model_copy(deep=True)
    if len(numbers) == 2:
        _question(bounded).update(least=numbers[0], most=numbers[1])
    if len(numbers) == 2 and _is_whole(bounded):
        _keep(turn, bounded)
    else:
        turn.ask("revising", "bounds", sketch, _bounds_asked(wrong=True))


def _is_whole(sketch: Sketch) -> bool:
    try:
        Survey.model_validate(sketch.survey)
    except ValidationError:
        return False
    return True


def _conditions(sketch: Sketch) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Earlier questions with options, and each of these: what somebody may have answered before."""
    pairs = []
    for question in sketch.survey["questions"]:
        if question["code"] == sketch.gap:
            break
        if question["kind"] in WITH_OPTIONS:
            pairs += [(question, option) for option in question["options"]]
        elif question["kind"] == QuestionKind.YES_NO:
            pairs += [(question, {"code": code, "name": None}) for code in ("yes", "no")]
    return pairs


def _condition_asked(sketch: Sketch) -> Question:
    choices = [
        Choice(
            id=f"{question['code']}:{option['code']}",
            label=text(
                "revising-if",
                question=Named(names=question["wording"]),
                option=Named(names=option["name"]) if option["name"] else text(f"answer-{option['code']}"),
            ),
        )
        for question, option in _conditions(sketch)[:_MOST_CONDITIONS]
    ]
    choices.append(Choice(id="none", label=text("revising-if-none")))
    return Question(paragraphs=[text("revising-if-which")], choices=choices, columns=1)


def _conditioned(turn: Turn, sketch: Sketch, choice: str) -> None:
    question = _question(sketch)
    question.pop("only_if", None)
    if choice != "none":
        earlier, _, code = choice.partition(":")
        question["only_if"] = {"question": earlier, "is": [code]}
    _keep(turn, sketch)


def _remove(sketch: Sketch) -> None:
    """Take a question out; what was asked only of some because of it is asked of all."""
    left = [one for one in sketch.survey["questions"] if one["code"] != sketch.gap]
    for one in left:
        if one.get("only_if", {}).get("question") == sketch.gap:
            del one["only_if"]
    sketch.survey["questions"] = left
