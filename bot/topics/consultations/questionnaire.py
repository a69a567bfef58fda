"""How each kind of question is put in the chat, and how what somebody taps or types answers it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from backend.consultations.survey import Item, Value
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.fitting import folded
from bot.conversation.form import Unusable
from bot.conversation.phones import takes_pictures
from bot.conversation.places import address_of
from bot.conversation.reply import Choice, Lines, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from nlp.reading import Act
from storage.consultations import QuestionKind

SKIP, DONE = "_skip", "_done"
_NUMBERS = re.compile(r"\d+")
_AMOUNT = re.compile(r"-?\d+(?:[.,]\d+)?")
_WIDE = 24
"""Characters of a label from which buttons stand alone in their row."""

_SAID: Mapping[str, Text] = MappingProxyType(
    {"yes": text("answer-yes"), "no": text("answer-no"), "abstain": text("answer-abstain")}
)
_MEANS = MappingProxyType({"yes": Act.YES, "no": Act.NO})


def put(turn: Turn, item: Item, head: list[Paragraph], chosen: list[str]) -> Question:
    """The question as it is put; `chosen` are the options picked so far where several are."""
    choices = [*_choices(item, chosen), *_endings(item, chosen)]
    wide = any(len(turn.label(choice)) > _WIDE for choice in choices)
    columns = 1 if wide else 5 if item.kind is QuestionKind.SCALE else 2
    hint = _hint(turn, item)
    paragraphs = [*head, text("consult-question", words=Named(names=item.wording)), *([hint] if hint else [])]
    if item.kind is QuestionKind.RANKING and chosen:
        paragraphs.append(Lines(lines=[_ranked(item, rank, code) for rank, code in enumerate(chosen, start=1)]))
    return Question(
        paragraphs=paragraphs, choices=choices, accepts=_ACCEPTS.get(item.kind, _ITEMS), columns=columns,
        counts=item.kind in _COUNTED,
    )  # fmt: skip


_COUNTED = frozenset({QuestionKind.SCALE, QuestionKind.NUMBER, QuestionKind.PLACE, QuestionKind.TEXT})
_ITEMS = frozenset({Accepts.WORDS, Accepts.NUMBER})
_ACCEPTS: Mapping[QuestionKind, frozenset[Accepts]] = MappingProxyType(
    {
        QuestionKind.TEXT: frozenset({Accepts.DICTATION}),
        QuestionKind.NUMBER: frozenset({Accepts.DICTATION}),
        QuestionKind.PLACE: frozenset({Accepts.PLACE}),
        QuestionKind.PHOTO: frozenset({Accepts.PHOTO}),
    }
)


def _choices(item: Item, chosen: list[str]) -> list[Choice]:
    match item.kind:
        case QuestionKind.YES_NO:
            return [Choice(id=code, label=_SAID[code], means=_MEANS.get(code)) for code in item.codes]
        case QuestionKind.SCALE:
            least, most = item.bounds
            return [Choice(id=str(step), label=str(step)) for step in range(int(least), int(most) + 1)]
        case QuestionKind.CHOICES:
            return [_option(item, code, marked=code in chosen) for code in item.codes]
        case QuestionKind.RANKING:
            return [_option(item, code) for code in item.codes if code not in chosen]
        case _:
            return [_option(item, code) for code in item.codes]


def _option(item: Item, code: str, *, marked: bool = False) -> Choice:
    name = Named(names=next(option.name for option in item.options if option.code == code))
    return Choice(id=code, label=text("option-chosen", option=name) if marked else name)


def _endings(item: Item, chosen: list[str]) -> list[Choice]:
    several = item.kind in (QuestionKind.CHOICES, QuestionKind.RANKING)
    done = [Choice(id=DONE, label=text("options-done"))] if several and len(chosen) >= item.bounds[0] > 0 else []
    # "I have none" is what people write where a picture is asked for.
    means = Act.NO if item.kind is QuestionKind.PHOTO else None
    skip = [] if item.required or chosen else [Choice(id=SKIP, label=text("answer-skip"), means=means)]
    return done + skip


def labels(choices: list[Choice]) -> Lines:
    """Choices as numbered lines, where they are read and not tapped."""
    return Lines(lines=[text("option-ranked", rank=n, option=one.label) for n, one in enumerate(choices, start=1)])


def _hint(turn: Turn, item: Item) -> Text | None:
    least, most = item.bounds
    match item.kind:
        case QuestionKind.CHOICES:
            return text("hint-choices", least=int(least), most=int(most))
        case QuestionKind.SCALE:
            return text("hint-scale", least=int(least), most=int(most))
        case QuestionKind.PHOTO if not takes_pictures(turn.session, turn.urn):
            return text("hint-no-photo")
        case QuestionKind.RANKING | QuestionKind.PLACE | QuestionKind.PHOTO | QuestionKind.TEXT | QuestionKind.NUMBER:
            return text(f"hint-{item.kind.value}")
        case _:
            return None


def _ranked(item: Item, rank: int, code: str) -> Text:
    name = next(option.name for option in item.options if option.code == code)
    return text("option-ranked", rank=rank, option=Named(names=name))


def value(turn: Turn, item: Item, answer: Answer) -> Value:
    """What a tap or words say; raises Unusable with the text that says why they say nothing."""
    if answer.choice == SKIP:
        return {"skipped": True}
    if answer.choice is not None:
        return {"number": float(answer.choice)} if item.kind is QuestionKind.SCALE else {"codes": [answer.choice]}
    return _TYPED.get(item.kind, _options_typed)(turn, item, answer)


def _options_typed(turn: Turn, item: Item, answer: Answer) -> Value:
    """Numbers of the list ("1, 3") or names of options."""
    words = answer.message.text
    numbers = [int(found) for found in _NUMBERS.findall(words)]
    if numbers and all(1 <= number <= len(item.codes) for number in numbers):
        return {"codes": [item.codes[number - 1] for number in dict.fromkeys(numbers)]}
    named = [(place, code) for code in item.codes if (place := _place_of(turn, item, code, words)) >= 0]
    if not named:
        raise Unusable(text("answer-no-such-option"))
    return {"codes": [code for _, code in sorted(named)]}


def _place_of(turn: Turn, item: Item, code: str, words: str) -> int:
    label = turn.label(Choice(id=code, label=_SAID[code])) if code in _SAID else turn.label(_option(item, code))
    return f" {folded(words)} ".find(f" {folded(label)} ")


def _scale_typed(_turn: Turn, _item: Item, answer: Answer) -> Value:
    return {"number": _amount(answer)}


def _amount(answer: Answer) -> float:
    found = _AMOUNT.findall(answer.message.text)
    if len(found) != 1:
        raise Unusable(text("answer-no-number"))
    return float(found[0].replace(",", "."))


def _words_typed(_turn: Turn, _item: Item, answer: Answer) -> Value:
    return {"words": answer.message.text.strip()[:2000]}


def _place_given(turn: Turn, _item: Item, answer: Answer) -> Value:
    point = answer.message.point
    places = [turn.house.gazetteer.locate(point.lat, point.lon)] if point is not None else answer.reading.places
    found = next((place for place in places if place.lat is not None and (place.is_enough or point is not None)), None)
    if found is None:
        raise Unusable(text("place-not-understood", words=answer.message.text.strip()[:80]))
    spot: dict[str, Any] = {"lat": found.lat, "lon": found.lon, "address": address_of(found)}
    return {"place": spot}


def _photo_given(turn: Turn, _item: Item, _answer: Answer) -> Value:
    return {"media": turn.photos()}


_TYPED: Mapping[QuestionKind, Callable[[Turn, Item, Answer], Value]] = MappingProxyType(
    {
        QuestionKind.SCALE: _scale_typed,
        QuestionKind.NUMBER: _scale_typed,
        QuestionKind.TEXT: _words_typed,
        QuestionKind.PLACE: _place_given,
        QuestionKind.PHOTO: _photo_given,
    }
)


def told(item: Item, said: Value) -> Text:
    """A question and what somebody answered, as a line."""
    question = Named(names=item.wording)
    if "voted" in said:
        return text("said-statements", question=question, count=said["voted"])
    if said.get("skipped"):
        return text("said-nothing", question=question)
    return text("said", question=question, answer=answer_told(item, said))


def answer_told(item: Item, said: Value) -> Named | Text | str:
    """An answer in words."""
    if codes := said.get("codes"):
        names = {option.code: Named(names=option.name) for option in item.options}
        return _joined([names.get(code) or _SAID[code] for code in codes])
    if (number := said.get("number")) is not None:
        return f"{number:g}"
    if said.get("media"):
        return text("said-photo")
    place = said.get("place") or {}
    return text("said-words", words=str(said.get("words") or place.get("address") or "")[:200])


def _joined(options: list[Named | Text]) -> Named | Text:
    joined = options[0]
    for option in options[1:]:
        joined = text("said-and", first=joined, second=option)
    return joined
