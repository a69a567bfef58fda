"""Composing: staff write a consultation in the chat, text by text, then in the city's other languages."""

from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

from backend.consultations import consultations
from backend.consultations.survey import Survey, missing
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Text, text
from bot.conversation.turn import Turn
from bot.topics.consultations import consultcard
from nlp.reading import Act
from storage.asks import Ask
from storage.consultations import QuestionKind

_DICTATION = frozenset({Accepts.DICTATION})
_DAYS = (3, 7, 14, 30)
_WITH_OPTIONS = ("choice", "choices", "ranking")
LONGEST = 600
"""Characters of a text: more does not fit a phone."""


ALL, NOTHING = "*", ""
"""Translations of what are asked for: of everything, of nothing, or of the text that is named."""


class Sketch(BaseModel):
    """A survey in the making, as `backend.survey.Survey` takes it, and the text that is asked for.

    `draft` is the consultation that it changes; `passed` are translations that are left out; `about` says of which
    texts translations are asked for.
    """

    model_config = ConfigDict(frozen=True)

    draft: int = 0
    survey: dict[str, Any] = {}
    question: dict[str, Any] = {}
    gap: str = ""
    language: str = ""
    passed: list[str] = []
    about: str = ALL

    def having(self, **parts: Any) -> "Sketch":
        """A copy with parts of the survey set."""
        return self.model_copy(update={"survey": {**self.survey, **parts}})


def begin(turn: Turn) -> None:
    """Ask for the first text."""
    _ask(turn, "title", Sketch(), text("compose-title"))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """One more part of the survey."""
    sketch = Sketch.model_validate(ask.state)
    words = answer.message.text.strip()[:LONGEST]
    match ask.step:
        case "title":
            _ask(turn, "why", sketch.having(title=_said(turn, words)), text("compose-why"))
        case "why":
            _ask(turn, "use", sketch.having(why=_said(turn, words)), text("compose-use"), _skip())
        case "use":
            ask_question(turn, sketch if answer.choice == "skip" else sketch.having(use=_said(turn, words)))
        case "question":
            _ask_kind(turn, sketch.model_copy(update={"question": {"wording": _said(turn, words)}}))
        case "kind":
            _kind_chosen(turn, sketch, answer.choice or "")
        case "options":
            _options_written(turn, sketch, answer.message.text)
        case "more":
            _more(turn, sketch, wanted=answer.choice == "more")
        case "closes":
            closes = turn.now + timedelta(days=int(answer.choice or _DAYS[1]))
            go_on(turn, sketch.having(closes=closes.isoformat()))
        case _:
            _translated(turn, sketch, words, answer.choice)
    return True


def _said(turn: Turn, words: str) -> dict[str, str]:
    return {turn.language: words}


def _ask(turn: Turn, step: str, sketch: Sketch, asked: Text, choices: list[Choice] | None = None) -> None:
    question = Question(paragraphs=[asked], choices=choices or [], accepts=_DICTATION)
    turn.ask("composing", step, sketch, question)


def ask_question(turn: Turn, sketch: Sketch) -> None:
    """Ask for one more question."""
    _ask(turn, "question", sketch, text("compose-question"))


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
    question = {"code": _free_code(asked), **sketch.question, **more}
    choices = [
        Choice(id="more", label=text("compose-more")),
        Choice(id="enough", label=text("compose-enough"), means=Act.NO),
    ]
    kept = sketch.having(questions=[*asked, question]).model_copy(update={"question": {}})
    if sketch.draft:
        kept = kept.model_copy(update={"about": question["code"]})
    put = Question(paragraphs=[text("compose-kept", count=len(asked) + 1)], choices=choices)
    turn.ask("composing", "more", kept, put)


def _more(turn: Turn, sketch: Sketch, *, wanted: bool) -> None:
    if wanted:
        ask_question(turn, sketch)
    elif sketch.draft:
        go_on(turn, sketch)
    else:
        _ask_closes(turn, sketch)


def _free_code(asked: list[dict[str, Any]]) -> str:
    taken = {one["code"] for one in asked}
    return next(code for number in range(1, len(asked) + 2) if (code := f"q{number}") not in taken)


def _ask_closes(turn: Turn, sketch: Sketch) -> None:
    choices = [Choice(id=str(days), label=text("compose-days", count=days)) for days in _DAYS]
    turn.ask("composing", "closes", sketch, Question(paragraphs=[text("compose-closes")], choices=choices))


def go_on(turn: Turn, sketch: Sketch) -> None:
    """Ask for the next translation, or keep the draft."""
    survey = Survey.model_validate(sketch.survey)
    gaps = missing(survey, turn.city.languages)
    for language in turn.city.languages:
        for gap in gaps.get(language, []):
            if _is_asked(sketch, language, gap):
                _ask_translation(turn, sketch, language, gap)
                return
    zone, staff, now = turn.city.zone, turn.staff, turn.now
    if sketch.draft:
        revised = survey.model_dump(mode="json", by_alias=True)
        kept = consultations.revise(turn.session, sketch.draft, zone, staff=staff, now=now, **revised)
    else:
        kept = consultations.draft(turn.session, survey, zone, staff=staff, now=now)
    consultcard.show(turn, kept.id)


def _is_asked(sketch: Sketch, language: str, gap: str) -> bool:
    if f"{language}:{gap}" in sketch.passed or language in sketch.passed:
        return False
    return sketch.about in (ALL, gap) or (sketch.about != NOTHING and gap.startswith(f"{sketch.about}."))


def _ask_translation(turn: Turn, sketch: Sketch, language: str, gap: str) -> None:
    original = at(sketch.survey, gap)
    words = original.get(turn.language) or next(iter(original.values()), "")
    spoken = text(f"language-{language}")
    choices = [*_skip(), Choice(id="skip-all", label=text("compose-skip-all", language=spoken))]
    asked = text("compose-translate", words=words, language=spoken)
    _ask(turn, "translate", sketch.model_copy(update={"gap": gap, "language": language}), asked, choices)


def _translated(turn: Turn, sketch: Sketch, words: str, left_out: str | None) -> None:
    if left_out == "skip-all":
        sketch = sketch.model_copy(update={"passed": [*sketch.passed, sketch.language]})
    elif left_out:
        sketch = sketch.model_copy(update={"passed": [*sketch.passed, f"{sketch.language}:{sketch.gap}"]})
    else:
        at(sketch.survey, sketch.gap)[sketch.language] = words
    go_on(turn, sketch)


def at(survey: dict[str, Any], gap: str) -> dict[str, str]:
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
