"""Enrolling voters at the desk: the code that their phone shows, the papers that staff see, and a record of the act."""

from pydantic import BaseModel, ConfigDict

from backend.errors import NotOnTheRoll, UnclearPapers
from backend.staff.actions import log_action
from backend.votes import onetime, roll, votes
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, Reply, Text, text
from bot.conversation.turn import Turn, notify
from bot.topics.votes import votewords
from nlp.reading import Act
from storage.asks import Ask
from storage.votes import Budget, Level


class Enrolling(BaseModel):
    """Whose phone showed a code, in which part of which vote; forgotten at its close."""

    model_config = ConfigDict(frozen=True)

    budget: int = 0
    contact: int = 0
    heading_id: int = 0


def command(turn: Turn, rest: str) -> None:
    """The command /enrol, alone or with the code that the voter's phone shows."""
    if rest.strip():
        _code(turn, rest)
        return
    running = (*votes.current(turn.session, turn.now), *votes.coming(turn.session))
    if not any(one.level is Level.L3 for one in running):
        turn.say(text("enrolling-no-vote"))
        return
    _ask_code(turn)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A code, papers, or what staff say to them."""
    votewords.forget(turn)
    if answer.choice == "cancel":
        turn.say(text("enrolling-cancelled"))
    elif ask.step == "code":
        _code(turn, answer.message.text)
    else:
        _papers(turn, Enrolling.model_validate(ask.state), answer.message.text)
    return True


def _ask_code(turn: Turn, *first: Text) -> None:
    question = Question(
        paragraphs=[*first, text("enrolling-code")], choices=[_cancel()], accepts=frozenset({Accepts.DICTATION})
    )
    turn.ask("enrolling", "code", Enrolling(), question)


def _code(turn: Turn, words: str) -> None:
    votewords.forget(turn)
    found = onetime.bearer(turn.session, words, now=turn.now)
    if found is None:
        _ask_code(turn, text("enrolling-code-unknown"))
        return
    budget, contact = found
    part = votes.headings_of(turn.session, budget)[0]
    _ask_papers(turn, Enrolling(budget=budget.id, contact=contact, heading_id=part.id), budget)


def _ask_papers(turn: Turn, state: Enrolling, budget: Budget, *first: Text) -> None:
    asked = text("enrolling-papers" if budget.has_roll else "enrolling-papers-no-roll", vote=Named(names=budget.names))
    question = Question(paragraphs=[*first, asked], choices=[_cancel()], accepts=frozenset({Accepts.DICTATION}))
    turn.ask("enrolling", "papers", state, question)


def _papers(turn: Turn, state: Enrolling, words: str) -> None:
    budget = turn.session.get_one(Budget, state.budget)
    try:
        roll.enrol_at_desk(turn.session, budget, state.contact, words)
    except UnclearPapers:
        _ask_papers(turn, state, budget, text("enrolling-unclear-papers"))
        return
    except NotOnTheRoll:
        _ask_papers(turn, state, budget, text("enrolling-not-on-roll"))
        return
    # That somebody was enrolled, by whom and when; not who: the log outlives the vote.
    log_action(turn.session, turn.staff, "voter-enrolled", f"budget:{budget.id}", now=turn.now)
    notify(turn.session, state.contact, Reply(paragraphs=[text("enrolling-welcome")]), now=turn.now)
    turn.say(text("enrolling-done", vote=Named(names=budget.names)))


def _cancel() -> Choice:
    return Choice(id="cancel", label=text("cancel"), means=Act.NO)
