"""Deciding: staff say what the city made of a consultation, in every language; who answered hears it."""

from backend.consultations import consultations
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from bot.topics.consultations import consultcard
from bot.topics.consultations.consultcard import Shown
from storage.people import Staff

_DICTATION = frozenset({Accepts.DICTATION})


def begin(turn: Turn, state: Shown) -> None:
    """Ask for the decision."""
    question = Question(paragraphs=[text("consulting-decide-what")], accepts=_DICTATION)
    turn.ask("consulting", "decision", state, question)


def answered(turn: Turn, state: Shown, member: Staff, answer: Answer) -> None:
    """The decision in the writer's language, then in the others; what is left out is told in the first."""
    language = next((one for one in turn.languages() if one not in {*state.decision, *state.passed}), turn.language)
    if answer.choice == "skip":
        state = state.model_copy(update={"passed": [*state.passed, language]})
    else:
        words = answer.message.text.strip()[:1000]
        state = state.model_copy(update={"decision": {**state.decision, language: words}})
    left = [one for one in turn.languages() if one not in {*state.decision, *state.passed}]
    if not left:
        consultations.decide(turn.session, state.consultation, state.decision, staff=member, now=turn.now)
        consultcard.show(turn, state.consultation, first=text("consulting-told"))
        return
    asked = text("compose-translate", words=state.decision[turn.language], language=text(f"language-{left[0]}"))
    skip = Choice(id="skip", label=text("compose-skip"))
    turn.ask("consulting", "decision", state, Question(paragraphs=[asked], choices=[skip], accepts=_DICTATION))
