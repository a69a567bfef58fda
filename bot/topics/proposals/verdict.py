"""Verdict: the city's words on a proposal, written in its languages one by one, looked over, and sent."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from backend.proposals import proposals
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Named, Paragraph, Variable, text
from bot.conversation.turn import Turn
from nlp.reading import Act
from storage.proposals import ProposalStep

_NEED_WORDS = frozenset(
    {
        ProposalStep.RETURNED,
        ProposalStep.REJECTED,
        ProposalStep.ACCEPTED,
        ProposalStep.AMENDED,
        ProposalStep.MILESTONE,
    }
)
"""Steps that say nothing without words."""
_OFFICIAL = frozenset({ProposalStep.UNDER_CONSIDERATION, ProposalStep.ACCEPTED, ProposalStep.REJECTED})
_ONE_LANGUAGE = frozenset({ProposalStep.RETURNED})
"""What goes to one person only is written once."""


class Deciding(BaseModel):
    """A step on a proposal in the making: the version that was shown, the words by language, pictures, the office."""

    model_config = ConfigDict(frozen=True)

    number: int
    version: int | None = None
    step: ProposalStep | None = None
    texts: dict[str, str] = {}
    skipped: list[str] = []
    photos: list[int] = []
    office: str = ""


def begin(turn: Turn, deciding: Deciding) -> None:
    """Ask for the words in the first language that is missing, or show the whole."""
    language = _next(turn, deciding)
    if language is None:
        _preview(turn, deciding)
        return
    step = (deciding.step or ProposalStep.MILESTONE).value.replace("_", "-")
    known: dict[str, Variable] = {
        "number": Series.PROPOSAL.of(deciding.number),
        "language": text(f"language-{language}"),
    }
    first = not deciding.texts and not deciding.skipped
    asked = text(f"verdict-{step}" if first else "verdict-also", **known)
    choices = []
    if not first or deciding.step not in _NEED_WORDS:
        choices = [Choice(id="skip", label=text("verdict-skip" if not first else "verdict-no-words"), means=Act.NO)]
    question = Question(paragraphs=[asked], choices=choices, accepts=_ACCEPTS)
    turn.ask("council", "words", deciding, question)


_ACCEPTS = frozenset({Accepts.DICTATION, Accepts.PHOTO})


def _next(turn: Turn, deciding: Deciding) -> str | None:
    """The language to write in next: staff's own first, then the city's in their order."""
    if deciding.step in _ONE_LANGUAGE and deciding.texts:
        return None
    if deciding.skipped and not deciding.texts:
        return None
    return next((one for one in turn.languages() if one not in deciding.texts and one not in deciding.skipped), None)


def answered(turn: Turn, step: str, deciding: Deciding, answer: Answer, *, done: Callable[[Deciding], None]) -> None:
    """Take the words, or what was decided over the preview; `done` carries the step out."""
    if step == "preview":
        _decided(turn, deciding, answer, done)
    elif step == "office":
        begin_preview = deciding.model_copy(update={"office": answer.choice or ""})
        _preview(turn, begin_preview)
    else:
        _written(turn, deciding, answer)


def _written(turn: Turn, deciding: Deciding, answer: Answer) -> None:
    language = _next(turn, deciding) or turn.language
    photos = [*deciding.photos, *turn.photos()]
    words = answer.message.text.strip()
    if answer.choice is not None:
        begin(turn, deciding.model_copy(update={"skipped": [*deciding.skipped, language]}))
    elif words:
        begin(turn, deciding.model_copy(update={"texts": {**deciding.texts, language: words}, "photos": photos}))
    else:
        begin(turn, deciding.model_copy(update={"photos": photos}))


def _preview(turn: Turn, deciding: Deciding) -> None:
    official = deciding.step in _OFFICIAL
    readers = "verdict-preview-author" if deciding.step in _ONE_LANGUAGE else "verdict-preview"
    paragraphs: list[Paragraph] = [text(readers, number=Series.PROPOSAL.of(deciding.number))]
    if official:
        paragraphs.append(text("verdict-signed", office=_office(turn, deciding), signer=_signer(turn)))
    paragraphs += [
        text("verdict-in", language=text(f"language-{language}"), words=words)
        for language, words in deciding.texts.items()
    ]
    if not deciding.texts:
        paragraphs.append(text("verdict-without-words"))
    choices = [Choice(id="send", label=text("canned-send"), means=Act.YES)]
    if official:
        choices.append(Choice(id="office", label=text("verdict-other-office")))
    choices += [
        Choice(id="again", label=text("verdict-again")),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
    ]
    question = Question(paragraphs=paragraphs, choices=choices, photos=deciding.photos)
    turn.ask("council", "preview", deciding, question)


def _signer(turn: Turn) -> str:
    return turn.staff.name if turn.staff is not None else ""


def _office(turn: Turn, deciding: Deciding) -> Named | str:
    code = deciding.office or proposals.find(turn.session, deciding.number).department
    return Named(names=turn.city.department(code).name)


def _decided(turn: Turn, deciding: Deciding, answer: Answer, done: Callable[[Deciding], None]) -> None:
    match answer.choice:
        case "send":
            done(deciding)
        case "office":
            choices = [Choice(id=one.code, label=Named(names=one.name)) for one in turn.city.departments]
            turn.ask(
                "council", "office", deciding, Question(paragraphs=[text("verdict-which-office")], choices=choices)
            )
        case "again":
            begin(turn, deciding.model_copy(update={"texts": {}, "skipped": [], "photos": []}))
        case _:
            turn.say(text("verdict-dropped", number=Series.PROPOSAL.of(deciding.number)))
