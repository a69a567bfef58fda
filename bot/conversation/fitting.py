"""Does a message answer a question? Buttons say so themselves; for words, this decides."""

import unicodedata
from collections.abc import Callable

from rapidfuzz import fuzz

from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.message import Message
from bot.conversation.reply import Choice
from nlp.reading import Act, Reading

_CLOSE_ENOUGH = 88
"""RapidFuzz ratio (0 to 100) above which typed words are a choice's label."""
_FEW_WORDS = 3
"""Words up to which a yes or a no is one where whatever is typed would be an answer: "it is still there" is none."""
_NEW_ACTS = frozenset({Act.STATUS, Act.HELP, Act.LANGUAGE, Act.STOP, Act.TALK_TO_HUMAN, Act.GREETING, Act.THANKS})
"""Acts that are about something else, whatever has been asked."""


def fitting_answer(
    question: Question, message: Message, reading: Reading, label: Callable[[Choice], str]
) -> Answer | None:
    """The answer that a message gives to a question, or None when it is about something else."""
    if chosen := _typed_choice(question, message, reading, label):
        return Answer(choice=chosen, message=message, reading=reading)
    if any(fits(message, reading) for kind, fits in _FITS.items() if kind in question.accepts):
        return Answer(message=message, reading=reading)
    return None


def _typed_choice(question: Question, message: Message, reading: Reading, label: Callable[[Choice], str]) -> str | None:
    number = None if question.counts else reading.choice_number
    if number is not None and 1 <= number <= len(question.choices):
        return question.choices[number - 1].id
    typed = folded(message.text)
    if not typed or message.photos or message.point:
        return None
    for choice in question.choices:
        if fuzz.ratio(typed, folded(label(choice))) >= _CLOSE_ENOUGH:
            return choice.id
    if Accepts.DICTATION in question.accepts and len(typed.split()) > _FEW_WORDS:
        return None
    return next((choice.id for choice in question.choices if choice.means and choice.means == reading.act), None)


def folded(text: str) -> str:
    """Text without case, accents, symbols and outer punctuation: what is compared with a label."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if c.isalnum() or c.isspace() or c == "'")
    return " ".join(kept.split())


def _is_words(message: Message, reading: Reading) -> bool:
    return bool(message.text.strip()) and reading.act not in _NEW_ACTS


def _is_dictation(message: Message, reading: Reading) -> bool:
    # "Thanks!" says nothing of what is still wrong; "thanks, K-9" may hold what was asked for.
    words = message.text.split()
    is_thanks = reading.act is Act.THANKS and len(words) < _FEW_WORDS and not any(map(str.isdigit, message.text))
    is_of_language = reading.act is Act.LANGUAGE and len(words) <= _FEW_WORDS
    return bool(words) and not (is_thanks or is_of_language)


def _is_place(message: Message, reading: Reading) -> bool:
    # A bare number is a house number here, whatever else numbers may mean.
    if message.point or message.text.strip().isdecimal():
        return True
    if reading.act is Act.SUGGEST and len(message.text.split()) > _FEW_WORDS:
        # "I'd like more trees on Elm Street" says where trees are wanted.
        return False
    if reading.places or reading.unknown_street:
        return True
    return _is_words(message, reading) and reading.act in (Act.ANSWER, Act.UNKNOWN, Act.CORRECTION, Act.OFF_TOPIC)


def _is_photo(message: Message, _reading: Reading) -> bool:
    return bool(message.photos)


def _is_number(_message: Message, reading: Reading) -> bool:
    return reading.report_number is not None or reading.choice_number is not None


_FITS: dict[Accepts, Callable[[Message, Reading], bool]] = {
    Accepts.WORDS: _is_words,
    Accepts.DICTATION: _is_dictation,
    Accepts.PLACE: _is_place,
    Accepts.PHOTO: _is_photo,
    Accepts.NUMBER: _is_number,
}
