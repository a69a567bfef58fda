"""Enrolment: whoever is not staff learns nothing here, unless they bring an invitation code."""

import logging

from backend.errors import CodeInvalid
from backend.staff import staff
from bot.conversation.reply import text
from bot.conversation.turn import Turn

log = logging.getLogger(__name__)


def begin(turn: Turn) -> None:
    """Enrol the bearer of a code; everybody else gets the same closed door."""
    words = turn.message.text.strip().removeprefix("/start").strip()
    if not staff.looks_like_code(words):
        log.info("a stranger wrote to the staff bot: message %s", turn.inbox_id)
        turn.say(text("staff-door"))
        return
    try:
        turn.staff = staff.enrol(turn.session, words, turn.contact, now=turn.now)
    except CodeInvalid:
        log.warning("a wrong invitation code was tried: message %s", turn.inbox_id)
        turn.say(text("staff-door"))
        return
    turn.say(text("staff-welcome", name=turn.staff.name or "–"), text("staff-help"))
