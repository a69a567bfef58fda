"""Following: anybody can hear of every step of a report whose number they know."""

import re

from backend.reports import followers, issues
from bot.conversation.ask import Answer, Question
from bot.conversation.fitting import folded
from bot.conversation.reply import Choice, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn
from bot.orders import grammar
from storage.asks import Ask
from storage.requests import ServiceRequest

_NUMBER = re.compile(r"\b\d{1,19}\b")
_MOST_WORDS = 6
"""Words up to which a message can be nothing else: "please follow report number 1024"."""
_FOLLOW = Choice(id="follow", label=text("follow"))
_LEAVE = Choice(id="leave", label=text("follow-no-more"))


def asked(turn: Turn) -> bool:
    """Deal with "follow 1024" and "I don't want to follow 1024": an order, or a button's words typed."""
    languages = sorted(turn.city.languages, key=lambda language: language != turn.language)
    order = grammar.read(turn.message.text, ("leave", "follow"), languages)
    if order is not None:
        (_follow if order.kind == "follow" else _leave)(turn, issues.find(turn.session, order.number).id)
        return True
    words = folded(turn.message.text)
    numbers = _NUMBER.findall(words)
    if len(numbers) != 1 or len(words.split()) > _MOST_WORDS:
        return False
    # The longer one first: in French it contains the other.
    for choice, act in ((_LEAVE, _leave), (_FOLLOW, _follow)):
        if _names(turn, choice, words):
            act(turn, issues.shown_to(turn.session, int(numbers[0]), turn.contact.id).id)
            return True
    return False


def show(turn: Turn, lines: list[Text], request: ServiceRequest) -> None:
    """Show a report that was asked for by its number, with the button to follow it or to stop."""
    follower = followers.find(turn.session, request.id, turn.contact.id)
    if follower is not None and follower.own is not None:
        turn.say(*lines)
        return
    question = Question(paragraphs=list(lines), choices=[_LEAVE if follower else _FOLLOW])
    turn.ask("following", "offer", AboutReport(number=request.id), question, standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The button under a report."""
    number = AboutReport.model_validate(ask.state).number
    (_follow if answer.choice == _FOLLOW.id else _leave)(turn, number)
    return True


def _names(turn: Turn, choice: Choice, words: str) -> bool:
    labels = (turn.house.texts.label(choice, language) for language in turn.city.languages)
    return any(f" {folded(label)} " in f" {words} " for label in labels)


def _follow(turn: Turn, number: int) -> None:
    new = followers.follow(turn.session, number, contact_id=turn.contact.id, now=turn.now)
    turn.say(text("follow-begun" if new else "follow-already", number=str(number)))


def _leave(turn: Turn, number: int) -> None:
    follower = followers.find(turn.session, number, turn.contact.id)
    if follower is not None and follower.own is not None:
        turn.say(text("follow-own", number=str(follower.own)))
        return
    left = followers.leave(turn.session, number, contact_id=turn.contact.id)
    turn.say(text("follow-ended" if left else "follow-never", number=str(number)))
