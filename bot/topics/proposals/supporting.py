"""Supporting: one's support for a proposal, given and taken back, and what is said of it."""

from backend.errors import SupportClosed
from backend.proposals import proposals, supports
from bot.conversation.reply import Variable, text
from bot.conversation.turn import Turn
from bot.topics.proposals.proposal_lines import called, line


def support(turn: Turn, number: int) -> None:
    """Support a proposal and say how many there are now; where that is over, say what became of it."""
    try:
        proposal, new = supports.support(turn.session, turn.city, number, contact_id=turn.contact.id, now=turn.now)
    except SupportClosed:
        proposal = proposals.find(turn.session, number)
        turn.say(text("support-closed"), line(proposal))
        return
    known: dict[str, Variable] = {
        "number": called(proposal),
        "title": proposal.title,
        "supporters": proposal.supporters,
    }
    missing = proposal.threshold - proposal.supporters
    if not new:
        turn.say(text("supported-already", **known))
    elif missing > 0:
        turn.say(text("supported", missing=missing, **known))
    elif proposal.reached_at == turn.now:
        # How many there are now, and what follows, everybody who supports it is told in the same moment.
        turn.say(text("supported-last", number=called(proposal)))
    else:
        turn.say(text("supported-enough", **known))


def withdraw(turn: Turn, number: int) -> None:
    """Take one's support back."""
    proposal, gone = supports.withdraw(turn.session, number, contact_id=turn.contact.id)
    said = "support-withdrawn" if gone else "support-none"
    turn.say(text(said, number=called(proposal), title=proposal.title))
