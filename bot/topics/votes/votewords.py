"""Words that order something of a vote, and what is done with words that hold a ballot: they are not kept."""

import re

from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.talk import language
from storage.mail import Inbox

_NUMBERS = re.compile(r"[\d\s,.;=:#]+")
_FINAL_WORDS = 5
_RECEIPT_WORDS = 3
"""More words than these after "receipt" are about something else."""


def numbers(turn: Turn) -> str | None:
    """The numbers of a ballot that a message is ("VOTE 12 17 31"); None when it is none."""
    order = grammar.read(turn.message.text.strip().lstrip("/"), ("ballot",), _languages(turn))
    return order.words if order is not None and _NUMBERS.fullmatch(order.words) else None


def are_final(turn: Turn) -> bool:
    """Whether words say that nothing is to be added: "that's all"."""
    return _say_only(turn, "vote_done")


def confirm(turn: Turn) -> bool:
    """Whether words say that a ballot is to be cast: "yes, I vote"."""
    return _say_only(turn, "vote_cast")


def _say_only(turn: Turn, wish: str) -> bool:
    words = turn.message.text
    return len(words.split()) <= _FINAL_WORDS and grammar.wishes(words, wish, turn.city.languages)


def adopt_language(turn: Turn) -> None:
    """Follow the language of the word before the numbers, where only one has it: "votar 12 11"."""
    words = turn.message.text.strip().lstrip("/")
    own = [one for one in turn.city.languages if grammar.read(words, ("ballot",), [one]) is not None]
    language.adopt_of_word(turn, own)


def receipt(turn: Turn) -> str | None:
    """The receipt that a message asks about, empty when it names none; None when it is about something else."""
    order = grammar.read(turn.message.text.strip().lstrip("/"), ("receipt",), _languages(turn))
    return order.words if order is not None and len(order.words.split()) <= _RECEIPT_WORDS else None


def are_numbers(words: str) -> bool:
    """Whether words are the numbers of a ballot and nothing else."""
    return bool(_NUMBERS.fullmatch(words))


def forget(turn: Turn) -> None:
    """What was typed on a ballot is not kept with its writer."""
    row = turn.session.get(Inbox, turn.inbox_id)
    if row is not None:
        row.payload = {**row.payload, "text": "", "phone": None}


def _languages(turn: Turn) -> list[str]:
    return sorted(turn.city.languages, key=lambda language: language != turn.language)
