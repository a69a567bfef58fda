"""What stands behind [More] on a card."""

from sqlmodel import Session

from backend.people import restraints
from backend.reports import lifecycle
from bot.conversation.ask import Question
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from storage.requests import ServiceRequest, UpdateKind

MORE = Choice(id="more", label=text("more"))
"""The button under every card."""
ORIGINAL = Choice(id="original", label=text("original"))
"""The button under a card with masked words."""

_WHEN_POSSIBLE = {
    "assign": UpdateKind.ASSIGNED,
    "service": UpdateKind.RECLASSIFIED,
    "place": UpdateKind.MOVED,
    "merge": UpdateKind.MERGED,
}


def menu(turn: Turn, request: ServiceRequest) -> Question:
    """All that can be done with a report as it stands."""
    steps = lifecycle.steps_from(request.substatus)
    ids = [id for id, step in _WHEN_POSSIBLE.items() if step in steps]
    ids += ["write", "note", "history"]
    ids += ["flag"] if UpdateKind.FLAGGED in steps else []
    ids += ["unblock" if _is_blocked(turn.session, turn, request) else "block"]
    choices = [Choice(id=id, label=text(f"more-{id}")) for id in ids]
    return Question(paragraphs=[text("more-which", number=str(request.id))], choices=choices)


def _is_blocked(session: Session, turn: Turn, request: ServiceRequest) -> bool:
    return restraints.active(session, request.contact_id, turn.now) is not None
