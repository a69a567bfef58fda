"""Proving who may vote: a shared telephone number, the code or papers that the roll knows, or the desk."""

from backend.errors import NotOnTheRoll
from backend.votes import onetime, roll
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.phones import PHONES
from bot.conversation.reply import Text, text
from bot.conversation.turn import Turn
from bot.topics.votes.ballot import AtPart, Paper
from storage.asks import Ask
from storage.roll import Purpose
from storage.votes import Level


def is_proven(turn: Turn, paper: Paper) -> bool:
    """Whether it is known as whom a contact votes; a phone says so itself, and is believed once it confirms."""
    try:
        roll.identity_of(turn.session, paper.budget, turn.contact.id)
    except NotOnTheRoll:
        return paper.budget.level is Level.L1 and turn.urn.channel in PHONES
    return True


def ask(turn: Turn, paper: Paper, numbers: str = "", *first: Text) -> None:
    """Ask for what this vote takes as proof; `numbers` are kept till then."""
    state = AtPart(heading_id=paper.heading.id, numbers=numbers)
    match paper.budget.level:
        case Level.L1:
            question = Question(paragraphs=[*first, text("vote-phone")], wants_phone=True)
            turn.ask("vote", "phone", state, question)
        case Level.L3:
            _ask_desk(turn, paper, state)
        case _:
            question = Question(paragraphs=[*first, text("vote-code")], accepts=frozenset({Accepts.DICTATION}))
            turn.ask("vote", "code", state, question)


def _ask_desk(turn: Turn, paper: Paper, state: AtPart) -> None:
    code = onetime.issue(turn.session, paper.budget, turn.contact.id, Purpose.DESK, now=turn.now)
    minutes = int(onetime.LIFE.total_seconds() // 60)
    told = text("vote-desk", code=f"{code[:3]} {code[3:]}", minutes=minutes)
    turn.ask("vote", "desk", state, Question(paragraphs=[told]), standing=True)


def typed(turn: Turn, asked: AtPart, answer: Answer) -> bool:
    """Take a code or papers; True when they prove somebody. Wrong ones are counted, so they are no refusal."""
    paper = Paper(turn.session, asked.heading_id)
    try:
        roll.prove_by_code(turn.session, paper.budget, turn.contact.id, answer.message.text, now=turn.now)
    except NotOnTheRoll:
        ask(turn, paper, asked.numbers, text("vote-refused-not-on-roll"))
        return False
    return True


def shared(turn: Turn, asked: Ask | None) -> AtPart | None:
    """Take a shared telephone number; returns the part that it was asked for, None when that is told instead."""
    if asked is None:
        turn.say(text("vote-phone-unasked"))
        return None
    part = AtPart.model_validate(asked.state)
    paper = Paper(turn.session, part.heading_id)
    if turn.message.phone is None:
        ask(turn, paper, part.numbers, text("vote-phone-of-another"))
        return None
    roll.prove_phone(turn.session, paper.budget, turn.contact.id, turn.message.phone)
    turn.settle(asked)
    return part
