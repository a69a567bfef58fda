"""A survey: what a consultation asks, as staff write it in the chat or in a file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.broadcasts.audience import Audience
from storage.consultations import QuestionKind

Names = dict[str, str]

WITH_OPTIONS = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.RANKING})
MOST_OPTIONS = 20
WIDEST_SCALE = 11


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Option(_Part):
    """One of the answers that are offered."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,20}$")]
    name: Names


class Condition(_Part):
    """Asked only of those who answered an earlier question with one of these codes."""

    question: str
    is_: Annotated[list[str], Field(alias="is", min_length=1)]


class Item(_Part):
    """One question.

    `least` and `most` bound how many options may be chosen, or the number that may be given, or the ends of the scale.
    `statements` are the city's own, for people to agree or disagree with.
    """

    code: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,20}$")]
    kind: QuestionKind
    wording: Names
    options: Annotated[list[Option], Field(max_length=MOST_OPTIONS)] = []
    least: float | None = None
    most: float | None = None
    required: bool = False
    only_if: Condition | None = None
    statements: list[Names] = []

    @property
    def codes(self) -> list[str]:
        """The codes with which it can be answered; empty where the answer is something else."""
        if self.kind is QuestionKind.YES_NO:
            return ["yes", "no", "abstain"]
        return [option.code for option in self.options]

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that is taken: options, or the number itself."""
        match self.kind:
            case QuestionKind.SCALE:
                return self.least if self.least is not None else 1, self.most if self.most is not None else 5
            case QuestionKind.NUMBER:
                least = self.least if self.least is not None else float("-inf")
                return least, self.most if self.most is not None else float("inf")
            case QuestionKind.CHOICES:
                return self.least if self.least is not None else 1, self.most or len(self.options)
            case _:
                return 1, 1

    @model_validator(mode="after")
    def _is_whole(self) -> "Item":
        for fault in _faults(self):
            raise ValueError(f"question {self.code}: {fault}")
        return self


def _faults(item: Item) -> Iterator[str]:
    least, most = item.bounds
    if item.kind in WITH_OPTIONS and len(item.options) < 2:
        yield "needs at least two options"
    if item.kind not in WITH_OPTIONS and item.options:
        yield f"a question of kind {item.kind.value} has no options"
    if len({*item.codes}) < len(item.codes):
        yield "two options have the same code"
    if item.statements and item.kind is not QuestionKind.STATEMENTS:
        yield "only a question of kind statements has statements"
    if least > most:
        yield f"at least {least:g} and at most {most:g} is nothing"
    if item.kind is QuestionKind.CHOICES and not 0 <= least <= most <= len(item.options):
        yield f"between {least:g} and {most:g} of {len(item.options)} options can't be chosen"
    if item.kind is QuestionKind.SCALE and (most - least + 1 > WIDEST_SCALE or least % 1 or most % 1):
        yield f"a scale has at most {WIDEST_SCALE} whole steps"


class Survey(_Part):
    """Everything that a consultation needs before it can be sent; times are in the city's zone where they name none."""

    title: Names
    why: Names
    use: Names = {}
    audience: Audience = Audience()
    opens: datetime | None = None
    closes: datetime
    reminders: list[datetime] = []
    questions: Annotated[list[Item], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _hangs_together(self) -> "Survey":
        seen: dict[str, Item] = {}
        for item in self.questions:
            if item.code in seen:
                raise ValueError(f"question {item.code}: there are two of them")
            # Only what was asked before can decide: so nobody is led in a circle.
            if item.only_if is not None and item.only_if.question not in seen:
                raise ValueError(
                    f"question {item.code}: depends on {item.only_if.question}, which does not come before it"
                )
            if item.only_if is not None and not {*item.only_if.is_} <= {*seen[item.only_if.question].codes}:
                raise ValueError(
                    f"question {item.code}: depends on an answer that {item.only_if.question} does not have"
                )
            seen[item.code] = item
        if self.opens is not None and self.opens >= self.closes:
            raise ValueError("it closes before it opens")
        return self


def missing(survey: Survey, languages: Sequence[str]) -> dict[str, list[str]]:
    """What is not translated yet: for each language, where in the survey; empty when nothing is missing."""
    gaps = {
        language: [where for where, names in _texts(survey) if not names.get(language, "").strip()]
        for language in languages
    }
    return {language: places for language, places in gaps.items() if places}


def _texts(survey: Survey) -> Iterator[tuple[str, Names]]:
    yield "title", survey.title
    yield "why", survey.why
    if survey.use:
        yield "use", survey.use
    for item in survey.questions:
        yield item.code, item.wording
        for option in item.options:
            yield f"{item.code}.{option.code}", option.name
        for number, statement in enumerate(item.statements, start=1):
            yield f"{item.code}.{number}", statement


Value = dict[str, Any]
"""An answer as it is kept: `codes`, `number`, `words`, `place`, `media`, or `skipped`."""


def unusable(item: Item, value: Value) -> str | None:
    """The message id that says why a value does not answer a question; None when it does."""
    if value.get("skipped"):
        return "answer-needed" if item.required else None
    return _CHECKS[item.kind](item, value)


def _chosen(item: Item, value: Value) -> str | None:
    codes, (least, most) = value.get("codes", []), item.bounds
    if not {*codes} <= {*item.codes} or len({*codes}) < len(codes):
        return "answer-no-such-option"
    if least <= len(codes) <= most:
        return None
    return "answer-only-one" if most == 1 else "answer-how-many"


def _ranked(item: Item, value: Value) -> str | None:
    # Leaving the last ones out is a ranking too; naming one twice is none.
    codes = value.get("codes", [])
    return None if codes and {*codes} <= {*item.codes} and len({*codes}) == len(codes) else "answer-no-such-option"


def _number(item: Item, value: Value) -> str | None:
    number, (least, most) = value.get("number"), item.bounds
    if number is None or not least <= number <= most or (item.kind is QuestionKind.SCALE and number % 1):
        return "answer-out-of-range"
    return None


def _given(part: str) -> Callable[[Item, Value], str | None]:
    def check(_item: Item, value: Value) -> str | None:
        given = value.get(part)
        return None if (given.strip() if isinstance(given, str) else given) else "answer-empty"

    return check


_CHECKS: Mapping[QuestionKind, Callable[[Item, Value], str | None]] = MappingProxyType({
    QuestionKind.CHOICE: _chosen,
    QuestionKind.CHOICES: _chosen,
    QuestionKind.YES_NO: _chosen,
    QuestionKind.RANKING: _ranked,
    QuestionKind.SCALE: _number,
    QuestionKind.NUMBER: _number,
    QuestionKind.TEXT: _given("words"),
    QuestionKind.PLACE: _given("place"),
    QuestionKind.PHOTO: _given("media"),
    QuestionKind.STATEMENTS: lambda _item, _value: None,
})  # fmt: skip
