"""Moderating: comments are read by staff before everybody can, and may be answered where everybody reads it."""

from pydantic import BaseModel, ConfigDict

from backend.proposals import comments, proposals
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Text, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from bot.topics.proposals.proposal_lines import called
from storage.asks import Ask
from storage.proposals import Proposal, ProposalComment

_DICTATION = frozenset({Accepts.DICTATION})


class Comment(BaseModel):
    """The comment that is looked at, and the city's answer as far as it was written."""

    model_config = ConfigDict(frozen=True)

    id: int
    texts: dict[str, str] = {}


def begin(turn: Turn) -> None:
    """Show the oldest comment that nobody has looked at."""
    waiting = comments.waiting(turn.session, limit=1)
    if not waiting:
        turn.say(text("moderating-none"))
        return
    proposal = proposals.find(turn.session, waiting[0].proposal_id)
    turn.ask("moderating", "card", Comment(id=waiting[0].id), card(proposal, waiting[0]), standing=True)


def card(proposal: Proposal, comment: ProposalComment) -> Question:
    """A comment with what staff can do about it."""
    paragraphs = [
        text("moderating-head", number=called(proposal), title=proposal.title),
        text(f"comment-{comment.side.value}", words=comment.words),
    ]
    choices = [Choice(id=act, label=text(f"moderating-{act}")) for act in ("show", "hide", "answer")]
    return Question(paragraphs=list(paragraphs), choices=choices, columns=3)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """What staff decided, or the words that it asked for."""
    about = Comment.model_validate(ask.state)
    match ask.step, answer.choice:
        case "card", "show":
            comments.show(turn.session, about.id, act_of(turn))
            _go_on(turn, text("moderating-shown"))
        case "card", "hide":
            turn.ask("moderating", "why", about, Question(paragraphs=[text("moderating-why")], accepts=_DICTATION))
        case "why", _:
            comments.hide(turn.session, about.id, answer.message.text, act_of(turn))
            _go_on(turn, text("moderating-hidden"))
        case "card", _:
            _next(turn, about)
        case _, "skip":
            _finish(turn, about)
        case _:
            language = _missing(turn, about)[0]
            _next(turn, about.model_copy(update={"texts": {**about.texts, language: answer.message.text.strip()}}))
    return True


def _missing(turn: Turn, about: Comment) -> list[str]:
    return [language for language in turn.languages() if language not in about.texts]


def _next(turn: Turn, about: Comment) -> None:
    missing = _missing(turn, about)
    if not missing:
        _finish(turn, about)
        return
    asked = text("moderating-words", language=text(f"language-{missing[0]}"))
    choices = [Choice(id="skip", label=text("moderating-enough"))] if about.texts else []
    turn.ask("moderating", "words", about, Question(paragraphs=[asked], choices=choices, accepts=_DICTATION))


def _finish(turn: Turn, about: Comment) -> None:
    proposal = comments.answer(turn.session, about.id, about.texts, act_of(turn))
    _go_on(turn, text("moderating-answered", number=called(proposal)))


def _go_on(turn: Turn, said: Text) -> None:
    """Say what was done, and show the next comment that waits: nobody has to ask for each of ten."""
    turn.say(said)
    if comments.waiting(turn.session, limit=1):
        begin(turn)
