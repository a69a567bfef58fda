"""Language: taken from what people write, changed by a word, kept once chosen."""

from collections.abc import Collection

from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, text
from bot.conversation.state import Nothing
from bot.conversation.turn import Turn
from storage.asks import Ask

_SURE = 0.8
"""Probability from which a message's language is taken for its writer's."""


def adopt(turn: Turn) -> None:
    """Follow the language that someone writes in, unless they have chosen one."""
    reading = turn.reading
    if not turn.contact.language_fixed and (reading.language_probability or 0) >= _SURE:
        turn.contact.language = reading.language


def adopt_of_word(turn: Turn, languages: Collection[str]) -> None:
    """Follow the one language that an order's word belongs to: "apoyar P1" is too short to be read.

    Only from the city's first language: whoever writes another has shown it, and may copy an order from a poster.
    """
    if not turn.contact.language_fixed and turn.contact.language == turn.city.languages[0] and len(languages) == 1:
        turn.contact.language = min(languages)


def begin(turn: Turn) -> None:
    """Change to the language that was asked for, or offer those that there are."""
    asked = turn.reading.asked_language
    if asked in turn.city.languages:
        _choose(turn, asked)
    elif asked is not None:
        turn.say(text("language-not-spoken"))
        _offer(turn)
    else:
        _offer(turn)


def command(turn: Turn, rest: str) -> None:
    """The command /language, alone or with a language."""
    if rest in turn.city.languages:
        _choose(turn, rest)
    else:
        begin(turn)


def answered(turn: Turn, _ask: Ask, answer: Answer) -> bool:
    """A language was chosen."""
    if answer.choice is None:
        return False
    _choose(turn, answer.choice)
    return True


def _offer(turn: Turn) -> None:
    # Each language is called by its own name, whatever language is spoken now.
    choices = [Choice(id=code, label=text(f"language-{code}")) for code in turn.city.languages]
    turn.ask("language", "which", Nothing(), Question(paragraphs=[text("language-which")], choices=choices, columns=3))


def _choose(turn: Turn, language: str) -> None:
    turn.contact.language, turn.contact.language_fixed = language, True
    turn.say(text("language-chosen"))
