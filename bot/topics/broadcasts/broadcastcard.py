"""The card of a message to many: what it says in which languages, to whom, and what staff can do with it."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import Audience
from bot.conversation.ask import Question
from bot.conversation.reply import Choice, Named, Paragraph, Reply, Text, text
from bot.conversation.turn import Turn, put_to
from bot.topics.broadcasts import aiming, bytext
from storage.people import Role, Staff

_UNLIMITED = 1_000_000
"""The budget that an alert keeps to."""


class Message(BaseModel):
    """What is to be told, by language, with pictures (media ids), to whom.

    `origin` is the ask under which it was proposed, by `proposer`.
    """

    model_config = ConfigDict(frozen=True)

    words: dict[str, str] = {}
    photos: list[int] = []
    passed: list[str] = []
    audience: Audience = Audience()
    urgent: bool = False
    reason: str = ""
    origin: int = 0
    proposer: int = 0

    @property
    def reply(self) -> Reply:
        """The message as people get it; an alert must be told even to those who want no messages."""
        words = Named(names=self.words, marked=True)
        said = text("alert" if self.urgent else "broadcast", words=words)
        return Reply(paragraphs=[said], photos=self.photos, regardless=self.urgent)

    def payload(self) -> Mapping[str, object]:
        """The message as the outbox keeps it."""
        return self.reply.model_dump(mode="json", exclude_defaults=True)


def show(turn: Turn, message: Message) -> None:
    """Put the card."""
    offers_alert = turn.staff is not None and turn.staff.role is Role.ADMIN
    turn.ask("broadcasting", "confirm", message, _card(turn, message, offers_alert=offers_alert))


def hand_back(turn: Turn, proposer: Staff, message: Message, *, first: Text) -> None:
    """Put the card before whoever proposed the message, below what became of it: nothing is written twice."""
    again = message.model_copy(update={"origin": 0, "proposer": 0})
    card = _card(turn, again, offers_alert=proposer.role is Role.ADMIN)
    card = card.model_copy(update={"paragraphs": [first, *card.paragraphs]})
    put_to(turn.session, proposer.contact_id, card, topic="broadcasting", step="confirm", state=again, now=turn.now)


def _card(turn: Turn, message: Message, *, offers_alert: bool) -> Question:
    offered = ["send", "preview", "audience", "reword", "drop"]
    if offers_alert and not message.urgent:
        offered.insert(1, "urgent")
    choices = [Choice(id=name, label=text(f"broadcasting-{name}")) for name in offered]
    return Question(paragraphs=paragraphs(turn, message), choices=choices)


def paragraphs(turn: Turn, message: Message) -> list[Paragraph]:
    """All that somebody needs to know before they send it, or agree to it."""
    said = [
        text("broadcasting-said", language=text(f"language-{language}"), words=words)
        for language, words in message.words.items()
    ]
    gaps = [text("broadcasting-gap", language=text(f"language-{language}")) for language in message.passed]
    budget = _UNLIMITED if message.urgent else turn.city.limits.broadcasts_a_week
    reach = audiences.reach(turn.session, message.audience, budget, turn.now)
    card: list[Paragraph] = [*said, *gaps, aiming.told(turn, message.audience)]
    if message.urgent:
        card.append(text("broadcasting-alert", reason=message.reason, reached=reach.reached + reach.opted_out))
    else:
        numbers = {"reached": reach.reached, "opted_out": reach.opted_out, "over_budget": reach.over_budget}
        card.append(text("consulting-reach", **numbers))
    cost = bytext.cost(turn, message.reply, message.audience, urgent=message.urgent)
    return [*card, *([cost] if cost else [])]


def preview(turn: Turn, message: Message) -> None:
    """Say the message as residents will read it, in the chat and by text message."""
    languages = [language for language in turn.city.languages if language in message.words]
    for language in languages:
        shown = turn.house.texts.render(text("alert" if message.urgent else "broadcast",
                                             words=message.words[language]), language)  # fmt: skip
        turn.say(text("broadcasting-chat", language=text(f"language-{language}"), words=shown))
    turn.say(*bytext.shown(turn, message.reply, languages), photos=message.photos)
    show(turn, message)
