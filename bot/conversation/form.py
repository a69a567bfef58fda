"""Form: typed slots that are asked for only while they are missing, in a fixed order, whatever was said when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Text, text
from bot.conversation.turn import Turn

D = TypeVar("D", bound=BaseModel)


class Unusable(Exception):
    """An answer can't be used; carries the text that says why, and what was learnt from it all the same."""

    def __init__(self, why: Text, draft: BaseModel | None = None) -> None:
        super().__init__(why.id)
        self.why = why
        self.draft = draft


class Cancelled(Exception):
    """The person wants to drop the whole form."""


class Elsewhere(Exception):
    """The matter is somebody else's and goes no further here; carries what is said then."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.id)
        self.said = said


class AnotherMatter(Exception):
    """An answer turns out to be about something else: the question stays open."""


@dataclass(frozen=True)
class Slot(Generic[D]):
    """One thing to know: whether it is missing, how it is asked, how an answer fills it.

    `filled` raises Unusable for an answer that does not do, AnotherMatter for what is none.
    """

    name: str
    is_missing: Callable[[Turn, D], bool]
    asked: Callable[[Turn, D], Question]
    filled: Callable[[Turn, D, Answer], D]


@dataclass(frozen=True)
class Form(Generic[D]):
    """Slots in the order in which they are asked, and what happens when none is missing.

    `turned` puts a draft into the shape in which what is missing is looked for. `left` goes on when the matter that was
    asked about turned out to be somebody else's.
    """

    topic: str
    draft: type[D]
    slots: Sequence[Slot[D]]
    finish: Callable[[Turn, D], None]
    turned: Callable[[Turn, D], D] = lambda _turn, draft: draft
    left: Callable[[Turn, D], None] = lambda _turn, _draft: None

    def go_on(self, turn: Turn, draft: D, *, first: Text | None = None) -> None:
        """Ask for the first missing slot, or finish; `first` is said before the question."""
        draft = self.turned(turn, draft)
        for slot in self.slots:
            if slot.is_missing(turn, draft):
                question = slot.asked(turn, draft)
                if first is not None:
                    question = question.model_copy(update={"paragraphs": [first, *question.paragraphs]})
                turn.ask(self.topic, slot.name, draft, question)
                return
        self.finish(turn, draft)

    def answered(self, turn: Turn, step: str, state: dict[str, object], answer: Answer) -> bool:
        """Fill the slot that was asked and go on; False when the message is about something else."""
        slot = next(slot for slot in self.slots if slot.name == step)
        draft = self.draft.model_validate(state)
        try:
            filled = slot.filled(turn, draft, answer)
        except Unusable as unusable:
            learnt = unusable.draft if isinstance(unusable.draft, self.draft) else draft
            self.go_on(turn, learnt, first=unusable.why)
        except AnotherMatter:
            return False
        except Cancelled:
            turn.say(text("cancelled"))
        except Elsewhere as elsewhere:
            turn.say(elsewhere.said)
            self.left(turn, draft)
        else:
            self.go_on(turn, filled)
        return True
