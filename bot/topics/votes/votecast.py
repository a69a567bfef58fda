"""Casting: the ballot repeated in words, confirmed by a tap or, from a phone that must be proven, by a code."""

from backend.errors import IllegalBallot
from backend.votes import ballotbox, onetime, roll, voting
from backend.votes.onetime import Checked
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.phones import PHONES
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.votes import ballotview
from bot.topics.votes.ballot import AtPart, Basket, Paper
from nlp.reading import Act
from storage.asks import Ask
from storage.roll import Purpose
from storage.votes import Heading, Level

_MOST_PARTS = 10


def needs_code(turn: Turn, paper: Paper) -> bool:
    """Whether a ballot must be confirmed by a code: anybody can pretend to write from somebody's number."""
    return turn.urn.channel in PHONES and paper.budget.level is not Level.L0


def confirm(turn: Turn, paper: Paper, basket: Basket, *, instead: Basket, first: Text | None = None) -> None:
    """Repeat the ballot in words and ask; one that can't be cast is said to be so, and the one before stays."""
    try:
        paper.check(basket)
    except IllegalBallot as refused:
        ballotview.show(turn, paper, instead.with_(seen=None), text(refused.message_id, **refused.variables))
        return
    lines = Lines(lines=[text("vote-confirm"), *(paper.line(number, basket) for number in basket.picks)])
    paragraphs: list[Paragraph] = [*([first] if first else []), lines, paper.total(basket), text("vote-secrecy")]
    change = Choice(id="change", label=text("vote-change"), means=Act.NO)
    if needs_code(turn, paper):
        code = onetime.issue(turn.session, paper.budget, turn.contact.id, Purpose.PHONE, now=turn.now)
        paragraphs.append(text("vote-cast-by-code", code=code, minutes=int(onetime.LIFE.total_seconds() // 60)))
        question = Question(paragraphs=paragraphs, choices=[change], accepts=frozenset({Accepts.DICTATION}))
    else:
        cast = Choice(id="cast", label=text("vote-cast"), means=Act.YES)
        question = Question(paragraphs=paragraphs, choices=[cast, change])
    turn.ask("vote", "confirm", basket, question)


def confirmed(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The ballot is cast, changed, or its code was wrong; returns whether it was cast."""
    basket = Basket.model_validate(ask.state)
    paper = Paper(turn.session, basket.heading_id)
    if answer.choice == "change":
        ballotview.show(turn, paper, basket)
        return False
    ballotbox.check_open(paper.budget, turn.now)
    if needs_code(turn, paper):
        if answer.choice is not None or not _is_code(turn, paper, basket, answer):
            return False
        if paper.budget.level is Level.L1:
            roll.prove_phone(turn.session, paper.budget, turn.contact.id, number_of(turn))
    _cast(turn, paper, basket)
    return True


def _is_code(turn: Turn, paper: Paper, basket: Basket, answer: Answer) -> bool:
    """Whether the code is right; a wrong one is told so, and one that is over is followed by a new one."""
    words = answer.message.text
    checked = onetime.check(turn.session, paper.budget, turn.contact.id, Purpose.PHONE, words, now=turn.now)
    if checked is Checked.RIGHT:
        return True
    if checked is Checked.WRONG:
        turn.say(text("vote-code-wrong"))
        if turn.answering is not None:
            turn.keep(turn.answering)
    else:
        confirm(turn, paper, basket, instead=basket, first=text("vote-code-over"))
    return False


def number_of(turn: Turn) -> str:
    """By what the vote knows the phone that writes: the keyed hash of its number."""
    return turn.urn.address.partition(":")[2]


def _cast(turn: Turn, paper: Paper, basket: Basket) -> None:
    references, points = paper.references(basket), paper.points(basket)
    taken = voting.cast(turn.session, paper.heading, turn.contact.id, references, points, now=turn.now)
    said = "vote-cast-first" if taken.nth == 1 else "vote-cast-again"
    code = f"{taken.receipt[:5]} {taken.receipt[5:]}"
    paragraphs = [text(said, receipt=code, closes=Moment(at=paper.budget.closes_at, style="datetime"))]
    left = [] if basket.rest else _left(turn, paper)
    if left:
        paragraphs.append(text("vote-also"))
    choices = [Choice(id=f"h{one.id}", label=Named(names=one.names)) for one in left[:_MOST_PARTS]]
    # A question even where it asks nothing: what stands in it is forgotten at the close.
    question = Question(paragraphs=paragraphs, choices=choices)
    turn.ask("vote", "cast", AtPart(heading_id=paper.heading.id), question, standing=True)


def _left(turn: Turn, paper: Paper) -> list[Heading]:
    """The other parts in which this person may vote and has not."""
    mine = voting.open_to(turn.session, paper.budget, turn.contact.id)
    return [
        one for one in mine if one.id != paper.heading.id and not voting.has_voted(turn.session, one, turn.contact.id)
    ]
