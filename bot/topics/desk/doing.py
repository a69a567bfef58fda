"""Doing what staff order: at once, or as a proposal where it would reach many residents."""

from backend.reports.deeds import Deed
from backend.reports.steps import StaffAct
from backend.staff import foureyes
from bot.conversation.turn import Turn
from bot.topics.desk import approving
from storage.approvals import Approval
from storage.requests import ServiceRequest


def done(turn: Turn, number: int, deed: Deed, version: int | None) -> ServiceRequest | None:
    """Do it and return the report to look at next; None when a second person was asked and the asker told so."""
    ordered = foureyes.order(turn.session, turn.city, number, deed, act_of(turn, version))
    if isinstance(ordered, Approval):
        approving.ask_others(turn, ordered)
        return None
    return ordered


def act_of(turn: Turn, version: int | None = None) -> StaffAct:
    """Who acts now, on which version of a report."""
    if turn.staff is None:
        raise AssertionError("only staff are led here")
    return StaffAct(staff=turn.staff, now=turn.now, version=version)
