"""Linking: Telegram and a phone as one person; the people of one household on one phone."""

import re

from pydantic import BaseModel, ConfigDict
from sqlmodel import select

from backend.errors import NothingLinked
from backend.people import linking
from backend.reports import issues
from bot.conversation.ask import Answer, Question
from bot.conversation.phones import PHONES
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from nlp.reading import Act
from storage.asks import Ask
from storage.contacts import Contact, Urn
from storage.links import Profile

_MINUTES = int(linking.PATIENCE.total_seconds() // 60)
_NAME = r"(?P<name>[^\W\d_]+(?:[ '-][^\W\d_]+)?)"
_INTRODUCTION = re.compile(rf"(?:this is|c['’]est|ici|je suis|soy|aqu[ií]|habla)\s+{_NAME}\s*[.!]?", re.IGNORECASE)
_MATTERS = frozenset({Act.REPORT, Act.SUGGEST, Act.QUESTION, Act.STATUS})
_PERHAPS = frozenset({Act.ANSWER, Act.UNKNOWN, Act.OFF_TOPIC, Act.GREETING})
"""What a name in small letters may be taken for; "this is great" is none of these."""
_IT_IS = Choice(id="yes", label=text("profile-it-is"))


def command(turn: Turn, rest: str) -> None:
    """The command /link: a code for the other channel, or the code that the other channel has shown."""
    code = "".join(rest.split())
    if code:
        contact = linking.redeem(turn.session, turn.urn, code, turn.now)
        turn.contact = contact
        turn.say(text("link-done"))
        return
    offered = linking.offer(turn.session, turn.urn, turn.now)
    told = "link-code-phone" if turn.urn.channel in PHONES else "link-code"
    turn.say(text(told, code=offered, minutes=_MINUTES))


def unlink(turn: Turn, _rest: str) -> None:
    """The command /unlink: this phone, or from elsewhere all phones, belong to somebody else from now on."""
    phones = [turn.urn] if turn.urn.channel in PHONES else _phones(turn, turn.contact.id)
    if not phones:
        raise NothingLinked
    for urn in phones:
        fresh = linking.unlink(turn.session, urn, turn.now)
        if urn.id == turn.urn.id:
            turn.contact = fresh
    turn.say(text("link-ended"))


def unlink_reporter(turn: Turn, rest: str) -> None:
    """The staff command /unlink with a report's number: its reporter has lost the phone."""
    number = rest.lstrip("#")
    if not number.isdecimal():
        turn.say(text("unlink-which"))
        return
    request = issues.find(turn.session, int(number))
    phones = _phones(turn, request.contact_id)
    if not phones:
        raise NothingLinked
    for urn in phones:
        linking.unlink(turn.session, urn, turn.now, by=turn.staff)
    turn.say(text("unlink-done", number=number))


class Called(BaseModel):
    """Somebody whose name may be this."""

    model_config = ConfigDict(frozen=True)

    name: str


def introduced(turn: Turn) -> bool:
    """Deal with "This is Ana" on a phone that several people share; of a word in small letters it is asked."""
    found = _INTRODUCTION.fullmatch(turn.message.text.strip())
    if found is None:
        return False
    name = found["name"]
    # "This is Terrible" is written by nobody: a name has a capital.
    is_name = all(part[:1].isupper() and not part[1:].isupper() for part in re.split(r"[ '-]", name))
    is_matter = turn.reading.act in _MATTERS or bool(turn.reading.services)
    if (is_name and not is_matter) or linking.is_known(turn.session, turn.urn, name):
        _greet(turn, name)
        return True
    if is_matter or turn.reading.act not in _PERHAPS or turn.open_form() is not None:
        return False
    shown = name.title()
    question = Question(paragraphs=[text("profile-is-it", name=shown)], choices=[_IT_IS])
    turn.ask("linking", "name", Called(name=shown), question, standing=True)
    return True


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """It is a name."""
    if answer.choice != _IT_IS.id:
        return False
    _greet(turn, Called.model_validate(ask.state).name)
    return True


def _greet(turn: Turn, name: str) -> None:
    turn.contact = linking.speak_as(turn.session, turn.urn, name[:40], turn.now)
    turn.say(text("profile-hello", name=turn.contact.name))


def is_anothers(turn: Turn, ask: Ask) -> None:
    """A digit for a question to somebody else in the household."""
    turn.say(text("profile-anothers", name=turn.session.get_one(Contact, ask.contact_id).name))


def _phones(turn: Turn, contact_id: int) -> list[Urn]:
    own = select(Urn).where(Urn.contact_id == contact_id)
    shared = select(Urn).join(Profile, Profile.urn_id == Urn.id).where(Profile.contact_id == contact_id)  # type: ignore[arg-type]
    found = [*turn.session.exec(own), *turn.session.exec(shared)]
    return list({urn.id: urn for urn in found if urn.channel in PHONES}.values())
