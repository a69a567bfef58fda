"""Lists of reports that staff work through; what is overdue is marked."""

from collections.abc import Sequence

from backend.reports import deadlines
from backend.staff import staff
from bot.conversation.reply import Lines, Moment, Text, text
from bot.conversation.turn import Turn
from bot.topics.reports.states import line
from storage.requests import ServiceRequest, Status


def show(turn: Turn, requests: Sequence[ServiceRequest], count: int, head: str) -> None:
    """Show a list under its head, which is a text with `count`."""
    turn.say(text(head, count=count), Lines(lines=[marked(turn, request) for request in requests]))


def due(turn: Turn, _rest: str) -> None:
    """The command /due: what is promised for today."""
    if turn.staff is not None:
        show(turn, *deadlines.due_today(turn.session, turn.city, turn.staff, now=turn.now), "staff-due")


def overdue(turn: Turn, _rest: str) -> None:
    """The command /overdue: what should have been done."""
    if turn.staff is not None:
        show(turn, *deadlines.overdue(turn.session, turn.staff, now=turn.now), "staff-overdue")


def marked(turn: Turn, request: ServiceRequest) -> Text:
    """A report in one line: how urgent, how many have it, who has it, how old it is, its promise where overdue."""
    plain = line(turn.city, request)
    if request.status is Status.CLOSED:
        return plain
    if request.joined:
        plain = text("queue-joined", line=plain, count=request.joined)
    if request.staff_id is not None:
        plain = text("queue-taken", line=plain, who=staff.named(turn.session, request.staff_id).name or "–")
    if days := (turn.now - request.requested_at).days:
        plain = text("queue-age", line=plain, days=days)
    if request.urgent:
        plain = text("queue-urgent", line=plain)
    if not deadlines.is_overdue(request, turn.now):
        return plain
    return text("staff-overdue-line", line=plain, due=Moment(at=request.expected_at, style="datetime"))
