"""Canned answers at the desk: offered as buttons, shown in the resident's language before they go out."""

from backend.reports import issues
from bot.conversation.ask import Accepts, Question
from bot.conversation.reply import Choice, Named, text
from bot.conversation.turn import Turn
from nlp.reading import Act
from storage.contacts import Contact

_REPLY = "r:"


def offered(turn: Turn, number: int, step: str, question: Question) -> Question:
    """A question for staff with the canned answers that fit the report and the step as further choices."""
    service = issues.find(turn.session, number).service_code
    choices = [
        Choice(id=f"{_REPLY}{reply.code}", label=Named(names=reply.name))
        for reply in turn.city.replies
        if reply.serves(service, step)
    ]
    return question.model_copy(update={"choices": [*choices, *question.choices]})


def is_reply(choice: str) -> bool:
    """Whether a choice is a canned answer."""
    return choice.startswith(_REPLY)


def chosen(turn: Turn, number: int, choice: str) -> str:
    """A canned answer in the language of a report's writer."""
    reply = next(reply for reply in turn.city.replies if reply.code == choice.removeprefix(_REPLY))
    language = _language(turn, number)
    return reply.text.get(language) or next(iter(reply.text.values()))


def preview(turn: Turn, number: int, words: str) -> Question:
    """What a resident is about to read; other words may be typed instead."""
    language = text(f"language-{_language(turn, number)}")
    choices = [
        Choice(id="send", label=text("canned-send"), means=Act.YES),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
    ]
    asked = [text("canned-preview", number=str(number), language=language), text("notice-words", words=words)]
    return Question(paragraphs=[*asked, text("canned-or-write")], choices=choices, accepts=_DICTATION)


_DICTATION = frozenset({Accepts.DICTATION})


def _language(turn: Turn, number: int) -> str:
    spoken = turn.session.get_one(Contact, issues.find(turn.session, number).contact_id).language
    return spoken if spoken in turn.city.languages else turn.city.languages[0]
