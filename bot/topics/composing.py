"""Composing: staff write a consultation in the chat, text by text, then in the city's other languages."""

from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

from backend import consultations
from backend.survey import Survey, missing
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Text, text
from bot.conversation.turn import Turn
from bot.topics import consulting
from nlp.reading import Act
from storage.asks import Ask
from storage.consultations import QuestionKind

_DICTATION = frozenset({Accepts.DICTATION})
_DAYS = (3, 7, 14, 30)
_WITH_OPTIONS = ("choice", "choices", "ranking")
_LONGEST = 600


class Sketch(BaseModel):
    """A survey in the making, as `backend.survey.Survey` takes it, and the text that is asked for."""

    model_config = ConfigDict(frozen=True)

    survey: dict[str, Any] = {}
    question: dict[str, Any] = {}
    gap: str = ""
    language: str = ""
    passed: list[str] = []

    def having(self, **parts: Any) -> "Sketch":
        """A copy with parts of the survey set."""
        return self.model_copy(update={"survey": {**self.survey, **parts}})


def begin(turn: Turn) -> None:
    """Ask for the first text."""
    _ask(turn, "title", Sketch(), text("compose-title"))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """One more part of the survey."""
    sketch = Sketch.model_validate(ask.state)
    words = answer.message.text.strip()[:_LONGEST]
    match ask.step:
        case "title":
            _ask(turn, "why", sketch.having(title=_said(turn, words)), text("compose-why"))
        case "why":
            _ask(turn, "use", sketch.having(why=_said(turn, words)), text("compose-use"), _skip())
        case "use":
            known = sketch if answer.choice == "skip" else sketch.having(use=_said(turn, words))
            _ask(turn, "question", known, text("compose-question"))
        case "question":
            _ask_kind(turn, sketch.model_copy(update={"question": {"wording": _said(turn, words)}}))
        case "kind":
            _kind_chosen(turn, sketch, answer.choice or "")
        case "options":
            _options_written(turn, sketch, answer.message.text)
        case "more":
            if answer.choice == "more":
                _ask(turn, "question", sketch, text("compose-question"))
            else:
                _ask_closes(turn, sketch)
        case "closes":
            closes = turn.now + timedelta(days=int(answer.choice or _DAYS[1]))
            _go_on(turn, sketch.having(closes=closes.isoformat()))
        case _:
            _translated(turn, sketch, words, left_out=answer.choice == "skip")
    return True


def _said(turn: Turn, words: str) -> dict[str, str]:
    return {turn.language: words}


def _ask(turn: Turn, step: str, sketch: Sketch, asked: Text, choices: list[Choice] | None = None) -> None:
    question = Question(paragraphs=[asked], choices=choices or [], accepts=_DICTATION)
    turn.ask("composing", step, sketch, question)


def _skip() -> list[Choice]:
    return [Choice(id="skip", label=text("compose-skip"))]


def _ask_kind(turn: Turn, sketch: Sketch) -> None:
    choices = [Choice(id=kind.value, label=text(f"kind-{kind.value.replace('_', '-')}")) for kind in QuestionKind]
    turn.ask("composing", "kind", sketch, Question(paragraphs=[text("compose-kind")], choices=choices))


def _kind_chosen(turn: Turn, sketch: Sketch, kind: str) -> None:
    chosen = sketch.model_copy(update={"question": {**sketch.question, "kind": kind}})
    if kind in _WITH_OPTIONS:
        _ask(turn, "options", chosen, text("compose-options"))
    elif kind == QuestionKind.STATEMENTS:
        _ask(turn, "options", chosen, text("compose-statements"))
    else:
        _add(turn, chosen)


def _options_written(turn: Turn, sketch: Sketch, words: str) -> None:
    lines = [line.strip(" -•\t")[:200] for line in words.splitlines() if line.strip()]
    if sketch.question["kind"] == QuestionKind.STATEMENTS:
        _add(turn, sketch, statements=[_said(turn, line) for line in lines])
    elif len(lines) < 2:
        _ask(turn, "options", sketch, text("compose-options-two"))
    else:
        options = [{"code": f"o{number}", "name": _said(turn, line)} for number, line in enumerate(lines[:20], start=1)]
        _add(turn, sketch, options=options)


def _add(turn: Turn, sketch: Sketch, **more: Any) -> None:
    asked = sketch.survey.get("questions", [])
    question = {"code": f"q{len(asked) + 1}", **sketch.question, **more}
    choices = [
        Choice(id="more", label=text("compose-more")),
        Choice(id="enough", label=text("compose-enough"), means=Act.NO),
    ]
    kept = sketch.having(questions=[*asked, question]).model_copy(update={"question": {}})
    put = Question(paragraphs=[text("compose-kept", count=len(asked) + 1)], choices=choices)
    turn.ask("composing", "more", kept, put)


def _ask_closes(turn: Turn, sketch: Sketch) -> None:
    choices = [Choice(id=str(days), label=text("compose-days", count=days)) for days in _DAYS]
    turn.ask("composing", "closes", sketch, Question(paragraphs=[text("compose-closes")], choices=choices))


def _go_on(turn: Turn, sketch: Sketch) -> None:
    """Ask for the next translation, or keep the draft."""
    survey = Survey.model_validate(sketch.survey)
    gaps = missing(survey, turn.city.languages)
    for language in turn.city.languages:
        for gap in gaps.get(language, []):
            if f"{language}:{gap}" not in sketch.passed:
                _ask_translation(turn, sketch, language, gap)
                return
    consultation = consultations.draft(turn.session, survey, turn.city.zone, staff=turn.staff, now=turn.now)
    consulting.show(turn, consultation.id)


def _ask_translation(turn: Turn, sketch: Sketch, language: str, gap: str) -> None:
    original = _at(sketch.survey, gap)
    words = original.get(turn.language) or next(iter(original.values()), "")
    asked = text("compose-translate", words=words, language=text(f"language-name-{language}"))
    _ask(turn, "translate", sketch.model_copy(update={"gap": gap, "language": language}), asked, _skip())


def _translated(turn: Turn, sketch: Sketch, words: str, *, left_out: bool) -> None:
    if left_out:
        sketch = sketch.model_copy(update={"passed": [*sketch.passed, f"{sketch.language}:{sketch.gap}"]})
    else:
        _at(sketch.survey, sketch.gap)[sketch.language] = words
    _go_on(turn, sketch)


def _at(survey: dict[str, Any], gap: str) -> dict[str, str]:
    """The texts at a place that `backend.survey.missing` names, by language."""
    head, _, part = gap.partition(".")
    if head in ("title", "why", "use"):
        found: dict[str, str] = survey[head]
        return found
    question = next(one for one in survey["questions"] if one["code"] == head)
    if not part:
        found = question["wording"]
    elif part.isdecimal():
        found = question["statements"][int(part) - 1]
    else:
        found = next(option["name"] for option in question["options"] if option["code"] == part)
    return found

