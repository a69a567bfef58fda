"""Referrals for staff: how many went to whom, and the newest."""

from datetime import timedelta

from backend.reports import referrals
from bot.conversation.reply import Lines, Moment, Named, Text, text
from bot.conversation.turn import Turn
from storage.referrals import Referral

_LATELY = timedelta(days=30)
_SHOWN = 10
_WORDS = 120


def command(turn: Turn, _rest: str) -> None:
    """The command /referrals."""
    counts = referrals.counted(turn.session, turn.now - _LATELY)
    head = text("referrals-head", count=sum(count for _, _, count in counts))
    lines = [text("referrals-count", count=count, whose=_whose(turn, body)) for _, body, count in counts]
    newest = [_line(turn, referral) for referral in referrals.latest(turn.session, limit=_SHOWN)]
    turn.say(Lines(lines=[head, *lines]), *([Lines(lines=[text("referrals-latest"), *newest])] if newest else []))


def _whose(turn: Turn, code: str | None) -> Named | Text:
    # A city may have dropped a body from its folder since.
    body = next((body for body in turn.city.bodies if body.code == code), None)
    return Named(names=body.name) if body else text("referrals-outside")


def _line(turn: Turn, referral: Referral) -> Text:
    at, whose = Moment(at=referral.at, style="datetime"), _whose(turn, referral.body)
    words = referral.words[:_WORDS]
    if referral.request_id is not None:
        return text("referrals-line-filed", at=at, whose=whose, words=words, number=str(referral.request_id))
    if referral.address:
        return text("referrals-line-place", at=at, whose=whose, words=words, address=referral.address)
    return text("referrals-line", at=at, whose=whose, words=words)
