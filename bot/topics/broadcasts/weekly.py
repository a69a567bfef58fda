"""The week: its figures for staff, and "this week in your city" for everybody, with a comment of the city's own."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from backend.broadcasts.audience import Audience
from backend.digests import weekly
from backend.errors import AdminsOnly
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from bot.digest import weekly as week_told
from bot.digest.weekly import Reading
from bot.topics.broadcasts import broadcasting
from bot.topics.broadcasts.broadcastcard import Message
from storage.asks import Ask
from storage.people import Role

_LONGEST = 500
_WITHOUT = Choice(id="without", label=text("weekly-without"))


class Commenting(BaseModel):
    """The comment on a week so far, by language."""

    model_config = ConfigDict(frozen=True)

    monday: date
    comments: dict[str, str] = {}


def command(turn: Turn, _rest: str) -> None:
    """The command /week: the figures of the last week that is over."""
    _check(turn)
    week = weekly.of(turn.session, turn.city, weekly.last(turn.city, turn.now))
    if week.is_empty:
        turn.say(text("weekly-nothing"))
        return
    question = week_told.question(turn.session, turn.house, week, turn.language)
    turn.ask("weekly", "card", Reading(monday=week.begin), question, standing=True)


def _check(turn: Turn) -> None:
    if turn.staff is None or turn.staff.role is Role.AGENT:
        raise AdminsOnly


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The button that tells the city, and the comment on it, language by language."""
    _check(turn)
    if ask.step == "card":
        turn.keep(ask)
        _ask_comment(turn, Commenting(monday=Reading.model_validate(ask.state).monday))
        return True
    state = Commenting.model_validate(ask.state)
    words = "" if answer.choice == _WITHOUT.id else answer.message.text.strip()[:_LONGEST]
    given = {**state.comments, _missing(turn, state): words}
    if not any(given.values()):
        given = dict.fromkeys(turn.city.languages, "")  # who has nothing to add has nothing to translate
    state = state.model_copy(update={"comments": given})
    if _missing(turn, state):
        _ask_comment(turn, state)
    else:
        _hand_over(turn, state)
    return True


def _missing(turn: Turn, state: Commenting) -> str:
    """The next language without a word on it, one's own first; empty when there is none."""
    ordered = sorted(turn.city.languages, key=lambda language: language != turn.language)
    return next((one for one in ordered if one not in state.comments), "")


def _ask_comment(turn: Turn, state: Commenting) -> None:
    language = _missing(turn, state)
    own = state.comments.get(turn.language, "")
    asked = (
        text("compose-translate", words=own, language=text(f"language-{language}")) if own else text("weekly-comment")
    )
    question = Question(paragraphs=[asked], choices=[_WITHOUT], accepts=frozenset({Accepts.DICTATION}))
    turn.ask("weekly", "comment", state, question)


def _hand_over(turn: Turn, state: Commenting) -> None:
    """From here on it is a broadcast as any other, meant for all followers unless somebody says otherwise."""
    week = weekly.of(turn.session, turn.city, state.monday)
    words = {
        language: week_told.public_words(turn.city, turn.house.texts, week, language, state.comments[language])
        for language in turn.city.languages
    }
    photo = week_told.picture_for_all(turn.session, turn.city, turn.house.texts, week)
    broadcasting.go_on(turn, Message(words=words, photos=[photo], audience=Audience(followers=True)))
