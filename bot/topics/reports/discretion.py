"""Discretion: what will be public of a report, and whether it carries a name, said before it is sent."""

from bot.conversation.ask import Answer
from bot.conversation.reply import Choice, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports.bundle import Bundle
from bot.topics.reports.draft import Draft

_MOST_WORDS = 6
"""Words up to which "anonymously please" says nothing of the matter itself."""
_NAMELESS, _NAMED = "nameless", "named"


def lines(turn: Turn, draft: Draft) -> list[Text]:
    """What others will read where that is not what was written, and whether they learn who wrote it."""
    service = turn.city.service(draft.service or turn.city.general.code)
    said = []
    if service.is_private:
        said.append(text("card-private"))
    elif (public := turn.masked(draft.words)) != draft.words:
        said.append(text("card-public", words=public))
    if draft.anonymous:
        said.append(text("card-nameless" if service.anonymous else "card-nameless-not-here"))
    return said


def choices(turn: Turn, bundle: Bundle) -> list[Choice]:
    """To send it without one's name, or with it after all, where the services of all matters allow it."""
    drafts = [draft for draft in bundle.matters if draft.is_to_send]
    if not all(turn.city.service(draft.service or turn.city.general.code).anonymous for draft in drafts):
        return []
    count = len(bundle.matters)
    if all(draft.anonymous for draft in drafts):
        return [Choice(id=_NAMED, label=text("send-named", count=count))]
    return [Choice(id=_NAMELESS, label=text("send-nameless", count=count))]


def chosen(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle | None:
    """The bundle after one of these choices, or after their words; None when it was neither."""
    if answer.choice in (_NAMELESS, _NAMED):
        return _all(bundle, anonymous=answer.choice == _NAMELESS).with_(confirmed=True)
    words = answer.message.text
    if answer.message.pressed is not None or len(words.split()) > _MOST_WORDS:
        return None
    if not grammar.wishes(words, "anonymous", turn.city.languages):
        return None
    return _all(bundle, anonymous=True).with_(confirmed=answer.choice == "send")


def _all(bundle: Bundle, *, anonymous: bool) -> Bundle:
    return bundle.with_(matters=[draft.with_(anonymous=anonymous) for draft in bundle.matters])
