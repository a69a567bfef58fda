"""The command menus of both bots, in every language of the city."""

from collections.abc import Mapping, Sequence

from bot.conversation.reply import Text, text
from bot.conversation.texts import Texts

RESIDENTS: Mapping[str, Text] = {
    "start": text("command-start"),
    "mine": text("command-mine"),
    "proposals": text("command-proposals"),
    "suggest": text("command-suggest"),
    "meetings": text("command-meetings"),
    "consultations": text("command-consultations"),
    "vote": text("command-vote"),
    "digest": text("command-digest"),
    "language": text("command-language"),
    "link": text("command-link"),
    "cancel": text("command-cancel"),
    "help": text("command-help"),
}
STAFF: Mapping[str, Text] = {
    "queue": text("command-queue"),
    "due": text("command-due"),
    "overdue": text("command-overdue"),
    "find": text("command-find"),
    "proposals": text("command-proposals-staff"),
    "questions": text("command-questions"),
    "meetings": text("command-meetings"),
    "mine": text("command-own"),
    "referrals": text("command-referrals"),
    "original": text("command-original"),
    "blocks": text("command-blocks"),
    "confirm": text("command-confirm"),
    "texts": text("command-texts"),
    "consultations": text("command-consulting"),
    "votes": text("command-votes"),
    "enrol": text("command-enrol"),
    "broadcast": text("command-broadcast"),
    "week": text("command-week"),
    "language": text("command-language"),
    "help": text("command-help"),
}


def menu(commands: Mapping[str, Text], texts: Texts) -> dict[str | None, Sequence[tuple[str, str]]]:
    """A menu by language; the city's first language is for everybody who speaks none of them."""
    in_words: dict[str | None, Sequence[tuple[str, str]]] = {
        language: [(name, texts.render(description, language)) for name, description in commands.items()]
        for language in texts.languages
    }
    return {None: in_words[texts.languages[0]], **in_words}
