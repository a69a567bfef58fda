"""The reports of one message in the making: asked about one by one, looked over and sent together."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from bot.conversation.ask import Answer, Question
from bot.conversation.form import Slot, Unusable
from bot.conversation.message import Point
from bot.conversation.reply import Named, Text, text
from bot.conversation.turn import Turn
from bot.topics.reports.draft import Draft
from nlp.reading import Place

_QUOTED = 80
"""Characters of its words by which a matter is named."""


class Held(BaseModel):
    """Words, a position and photos (media ids) of which it is not known yet which matter they are about."""

    model_config = ConfigDict(frozen=True)

    words: str
    point: Point | None
    photos: list[int]


class Bundle(BaseModel):
    """One draft for each matter of a message, usually one alone.

    `at` is the matter that is asked about, counted from 0. `later` are matters that are asked about when these are
    done. `held` is a correction that may be about any of them.
    """

    model_config = ConfigDict(frozen=True)

    matters: list[Draft]
    at: int = 0
    later: list[Draft] = []
    held: Held | None = None
    confirmed: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_before(cls, state: Any) -> Any:
        """A question that was put before there were bundles held one draft, and the words of what came next."""
        if not isinstance(state, dict) or "matters" in state:
            return state
        return {"matters": [state], "later": [{"words": words} for words in state.get("further", [])]}

    @property
    def current(self) -> Draft:
        """The matter that is asked about."""
        return self.matters[self.at]

    @property
    def is_single(self) -> bool:
        """Whether there is one matter only, which needs no naming."""
        return len(self.matters) == 1

    @property
    def is_filed(self) -> bool:
        """Whether it is an emergency that was filed at once and only waits for its place."""
        return self.current.number is not None

    def with_(self, **changes: object) -> "Bundle":
        """A copy with some values changed."""
        return self.model_copy(update=changes)

    def put(self, draft: Draft, at: int | None = None) -> "Bundle":
        """A copy with one matter changed: that which is asked about, or the one named by `at`."""
        where = self.at if at is None else at
        return self.with_(matters=[*self.matters[:where], draft, *self.matters[where + 1 :]])

    def keeping(self, *kept: int) -> "Bundle":
        """A copy with these matters only."""
        return self.with_(matters=[self.matters[index] for index in kept], at=0)


def each(slot: Slot[Draft]) -> Slot[Bundle]:
    """The slot of one matter, asked for whichever matter is asked about, and naming it where there are several."""

    def is_missing(turn: Turn, bundle: Bundle) -> bool:
        return not bundle.confirmed and slot.is_missing(turn, bundle.current)

    def asked(turn: Turn, bundle: Bundle) -> Question:
        question = slot.asked(turn, bundle.current)
        if bundle.is_single:
            return question
        return question.model_copy(update={"paragraphs": [named(turn, bundle), *question.paragraphs]})

    def filled(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle:
        try:
            return bundle.put(slot.filled(turn, bundle.current, answer))
        except Unusable as unusable:
            learnt = unusable.draft if isinstance(unusable.draft, Draft) else bundle.current
            raise Unusable(unusable.why, bundle.put(learnt)) from None

    return Slot(name=slot.name, is_missing=is_missing, asked=asked, filled=filled)


def turned(turn: Turn, bundle: Bundle, slots: list[Slot[Draft]]) -> Bundle:
    """The bundle turned to the first matter that lacks something; one that lacks its place is told another's."""
    if bundle.is_single or bundle.confirmed:
        return bundle
    for index, draft in enumerate(bundle.matters):
        if any(slot.is_missing(turn, draft) for slot in slots):
            told = draft.with_(elsewhere=_elsewhere(bundle, index) or draft.elsewhere)
            return bundle.put(told, index).with_(at=index)
    return bundle


def _elsewhere(bundle: Bundle, index: int) -> Place | None:
    """The place of the matter before, else of the first one after that has one."""
    others = [*reversed(bundle.matters[:index]), *bundle.matters[index + 1 :]]
    return next((draft.place for draft in others if draft.place is not None), None)


def named(turn: Turn, bundle: Bundle) -> Text:
    """Which matter a question is about: its number, and its service or its words."""
    return label(turn, bundle, bundle.at)


def label(turn: Turn, bundle: Bundle, index: int) -> Text:
    """A matter by its number and its service, or its words while the service is not known."""
    draft = bundle.matters[index]
    if draft.service is None:
        return text("matter-in-words", position=index + 1, words=" ".join(draft.words.split())[:_QUOTED])
    return text("matter", position=index + 1, service=Named(names=turn.city.service(draft.service).name))
