"""Releasing: a consultation goes out when a second person has seen what residents will see."""

from backend.consultations import consultations
from backend.errors import ConsultationChanged, ConsultationPast, NobodyToApprove, NotOwnProposal
from backend.staff import staff
from bot import convening
from bot.conversation.reply import Reply, text
from bot.conversation.turn import Turn, notify
from bot.topics.broadcasts import bytext, seconding, sending
from bot.topics.consultations import consultcard
from bot.topics.consultations.consultcard import Shown
from storage.consultations import Consultation
from storage.people import Staff


def wish(turn: Turn, state: Shown, member: Staff) -> None:
    """Sending takes a second person: they see what residents will see, and how many."""
    consultation = turn.session.get_one(Consultation, state.consultation)
    if consultation.version != state.version:
        raise ConsultationChanged
    if consultation.closes_at <= turn.now:
        raise ConsultationPast
    bytext.check(turn, convening.invitation(turn.session, consultation), consultcard.audience(consultation))
    colleagues = seconding.others(turn, member)
    if not colleagues:
        raise NobodyToApprove(count=convening.reached(turn.session, turn.city, consultation, turn.now))
    card = [text("consulting-wanted", who=member.name or "–"), *consultcard.paragraphs(turn, consultation)]
    proposal = state.model_copy(update={"proposer": member.id})
    asked = seconding.wish(turn, colleagues, card, topic="consulting", state=proposal)
    consultcard.show(turn, state.consultation, first=asked)


def decided(turn: Turn, state: Shown, member: Staff, *, approves: bool) -> None:
    """A colleague has looked: it goes out, or back to who wanted it sent."""
    if state.proposer == member.id:
        raise NotOwnProposal
    proposer = staff.named(turn.session, state.proposer)
    if not approves:
        consultations.refuse(turn.session, state.consultation, state.version, staff=member, now=turn.now)
        turn.say(text("consulting-refused"))
        told = text("consulting-refused-by", who=member.name or "–")
        consultcard.hand(turn, proposer.contact_id, state.consultation, first=told)
        return
    sent = convening.release(
        turn.session, turn.house, state.consultation, turn.now,
        proposer=proposer, approver=member, version=state.version,
    )  # fmt: skip
    if sent is None:
        turn.say(text("consulting-scheduled"))
        told = text("consulting-scheduled-by", who=member.name or "–")
        notify(turn.session, proposer.contact_id, Reply(paragraphs=[told]), now=turn.now)
        return
    turn.say(text("consulting-sent", count=sent.total))
    sending.watch(turn.session, proposer.contact_id, sent, turn.now)
