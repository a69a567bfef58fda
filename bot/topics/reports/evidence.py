"""Evidence: a picture that comes after its report was sent, by phone, where no reply can name what it belongs to."""

from datetime import timedelta

from sqlmodel import col, select

from backend.reports import followers, issues, own
from bot.conversation.phones import PHONES
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.topics.reports.draft import SURE
from storage.followers import ServiceRequestFollower
from storage.requests import ServiceRequest, Status

_AFTERWARDS = timedelta(hours=2)
"""A picture without a place that comes so soon shows what was just reported."""


def is_meant(turn: Turn) -> bool:
    """Whether a picture belongs to what its sender has just reported or joined, and opens nothing of its own."""
    if not turn.message.photos or turn.urn.channel not in PHONES or turn.reading.places:
        return False
    request = _newest(turn)
    surely = {code for code, probability in turn.reading.services.items() if probability >= SURE}
    return request is not None and surely <= {request.service_code}


def begin(turn: Turn) -> None:
    """Keep the picture with the report."""
    if (request := _newest(turn)) is not None:
        keep(turn, request.id)


def keep(turn: Turn, number: int) -> None:
    """Add a message's pictures and words to a report, and say so."""
    add(turn, number)
    turn.say(text("join-photo-kept", number=str(number)))


def add(turn: Turn, number: int) -> None:
    """Add a message's pictures and words to a report of one's own, or to one that was joined."""
    request = issues.find(turn.session, number)
    told = own.add if request.contact_id == turn.contact.id else followers.join
    words = turn.message.text.strip()
    told(
        turn.session,
        number,
        words=words,
        contact_id=turn.contact.id,
        now=turn.now,
        photos=turn.photos(),
        public_words=turn.masked(words, after=request.description),
    )


def _newest(turn: Turn) -> ServiceRequest | None:
    """The open report that its sender spoke up for last, when that was just now."""
    spoken_for = (
        select(ServiceRequest)
        .join(ServiceRequestFollower, col(ServiceRequestFollower.request_id) == col(ServiceRequest.id))
        .where(
            ServiceRequestFollower.contact_id == turn.contact.id,
            col(ServiceRequestFollower.why).in_(followers.VOICES),
            ServiceRequestFollower.since >= turn.now - _AFTERWARDS,
            ServiceRequest.status == Status.OPEN,
        )
        .order_by(col(ServiceRequestFollower.since).desc(), col(ServiceRequest.id).desc())
        .limit(1)
    )
    return turn.session.exec(spoken_for).first()
