"""Seconding: what goes to many goes out when a second person, who is no agent of one department, agrees."""

from collections.abc import Sequence

from pydantic import BaseModel

from backend.staff import staff
from bot.conversation.ask import Question
from bot.conversation.reply import Choice, Paragraph, Text, text
from bot.conversation.turn import Turn, put_to
from nlp.reading import Act
from storage.people import Role, Staff


def others(turn: Turn, member: Staff) -> Sequence[Staff]:
    """Who may agree to what a member proposes."""
    return [one for one in staff.members(turn.session) if one.id != member.id and one.role is not Role.AGENT]


def wish(turn: Turn, colleagues: Sequence[Staff], paragraphs: list[Paragraph], *, topic: str, state: BaseModel) -> Text:
    """Put a member's wish before colleagues, with all that they need to know; returns whom it was put before."""
    choices = [
        Choice(id="approve", label=text("approve"), means=Act.YES),
        Choice(id="refuse", label=text("refuse"), means=Act.NO),
    ]
    question = Question(paragraphs=paragraphs, choices=choices)
    for one in colleagues:
        put_to(turn.session, one.contact_id, question, topic=topic, step="approve", state=state, now=turn.now)
    return text("consulting-asked", who=", ".join(one.name or "–" for one in colleagues))
