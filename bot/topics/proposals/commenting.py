"""Commenting: one short comment a person on a proposal, for or against; reading what others say, both sides in turn."""

from backend.proposals import comments
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.masking import public
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Paragraph, text
from bot.conversation.state import AboutProposal
from bot.conversation.turn import Turn
from bot.topics.proposals.proposal_lines import comment_lines
from storage.asks import Ask
from storage.proposals import Side

_PAGE = 3
"""Comments of each side on one page."""
_DICTATION = frozenset({Accepts.DICTATION})


def begin(turn: Turn, number: int) -> None:
    """Ask on which side a comment is."""
    sides = [Choice(id=side.value, label=text(f"comment-side-{side.value}")) for side in Side]
    question = Question(paragraphs=[text("comment-which", number=Series.PROPOSAL.of(number))], choices=sides)
    turn.ask("commenting", "side", AboutProposal(number=number), question)


def read(turn: Turn, number: int, *, offset: int = 0) -> None:
    """Show a page of comments, as many of each side."""
    rows = comments.balanced(turn.session, number, offset=offset, limit=_PAGE)
    counts = comments.counts(turn.session, number)
    head = text("comments-head", number=Series.PROPOSAL.of(number), pros=counts[Side.FOR], cons=counts[Side.AGAINST])
    paragraphs: list[Paragraph] = [Lines(lines=[head]), *comment_lines(rows)]
    seen = offset + _PAGE
    if seen >= max(counts.values()):
        turn.say(*paragraphs)
        return
    question = Question(paragraphs=paragraphs, choices=[Choice(id="more", label=text("comments-more"))])
    turn.ask("commenting", "more", AboutProposal(number=number, offset=seen), question, standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The side, the words, or the next page."""
    about = AboutProposal.model_validate(ask.state)
    match ask.step:
        case "more":
            read(turn, about.number, offset=about.offset)
        case "side" if answer.choice is not None:
            _ask_words(turn, about.model_copy(update={"side": answer.choice}))
        case "words":
            _write(turn, about, public(answer.message.text, answer.reading).strip())
        case _:
            return False
    return True


def _ask_words(turn: Turn, about: AboutProposal) -> None:
    limit = turn.city.participation.comment_length
    turn.ask("commenting", "words", about, Question(paragraphs=[text("comment-what", limit=limit)], accepts=_DICTATION))


def _write(turn: Turn, about: AboutProposal, words: str) -> None:
    limit = turn.city.participation.comment_length
    if len(words) > limit:
        asked = text("refused-comment-too-long", limit=limit, length=len(words))
        turn.ask("commenting", "words", about, Question(paragraphs=[asked], accepts=_DICTATION))
        return
    comments.write(
        turn.session,
        turn.city,
        about.number,
        Side(about.side),
        words,
        language=turn.language,
        contact_id=turn.contact.id,
        now=turn.now,
    )
    turn.say(text("comment-written", number=Series.PROPOSAL.of(about.number)))
