"""Lines about consultations that opened, closed, were decided, or came about."""

from collections.abc import Iterator

from backend.digests import askings
from backend.digests.askings import Asked, Asking
from bot.conversation.reply import Moment, Named, Text, text
from bot.digest.entry import Concern, Entry, Round, kept


def lines(round_: Round) -> Iterator[Entry]:
    """A line for each consultation that took a step."""
    for asked in askings.of_consultations(round_.session, round_.stretches):
        # What can still be answered comes first, the soonest to close before the others.
        rank = int(asked.consultation.closes_at.timestamp()) if asked.step is Asking.OPENED else 2**40
        yield Entry(asked.contact_id, Concern.ASKED, rank, kept(_line(asked)))


def _line(asked: Asked) -> Text:
    title = Named(names=asked.consultation.title)
    match asked.step:
        case Asking.OPENED:
            closes = Moment(at=asked.consultation.closes_at)
            return text("digest-consultation-begun" if asked.answered else "digest-consultation-opened",
                        title=title, closes=closes)  # fmt: skip
        case Asking.DECIDED:
            decision = Named(names=asked.consultation.decision or {"": ""})
            return text("digest-consultation-decided", title=title, decision=decision)
        case _:
            return text(f"digest-consultation-{asked.step.value}", title=title)
