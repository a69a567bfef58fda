"""Alarms of a vote in words: told to dispatchers and admins once, and kept on the vote's card."""

from datetime import datetime

from sqlmodel import Session

from backend.city.city import City
from backend.staff import staff
from backend.votes import votealarms
from bot.conversation.reply import Lines, Moment, Named, Reply, Text, text
from bot.mailing import tell_all
from storage.votealarms import VoteAlarm
from storage.votes import Budget

_SHOWN = 5


def watch(session: Session, city: City, now: datetime) -> int:
    """Look for what is odd in votes and tell staff of it; returns how many alarms are new."""
    alarms = votealarms.look(session, city.zone, city.vote_alarms, now=now)
    concerned = [member.contact_id for member in staff.responsible(session, "")] if alarms else []
    for alarm in alarms:
        vote = Named(names=session.get_one(Budget, alarm.budget_id).names)
        told = Reply(paragraphs=[Lines(lines=[_line(alarm), text("vote-alarm-notice", vote=vote)])])
        tell_all(session, concerned, told, now=now)
    return len(alarms)


def lines(session: Session, budget: Budget) -> list[Text]:
    """A vote's newest alarms, and how many more there are."""
    alarms = votealarms.of(session, budget)
    rest = len(alarms) - _SHOWN
    return [
        *(_line(alarm) for alarm in alarms[:_SHOWN]),
        *([text("vote-alarm-more", rest=rest)] if rest > 0 else []),
    ]


def _line(alarm: VoteAlarm) -> Text:
    hour = Moment(at=alarm.hour, style="datetime")
    return text(f"vote-alarm-{alarm.kind.value}", hour=hour, count=alarm.count, against=alarm.against)
