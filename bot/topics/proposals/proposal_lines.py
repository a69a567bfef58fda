"""A proposal in words that are the same wherever they are said: one line, a card, its state, the city's answer."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from backend.city.city import City
from backend.proposals import comments, deliberation, proposals, supports
from bot.conversation.reference import Series
from bot.conversation.reply import Lines, Moment, Named, Paragraph, Text, Variable, text
from storage.proposals import OfficialAnswer, Proposal, ProposalComment, ProposalState, ProposalUpdate, Side


def called(proposal: Proposal) -> str:
    """How a proposal is called: P and its number."""
    return Series.PROPOSAL.of(proposal.id)


def state(proposal: Proposal) -> Text:
    """Where a proposal stands."""
    if proposal.merged_into is not None:
        return text("proposal-state-merged", into=Series.PROPOSAL.of(proposal.merged_into))
    return text(f"proposal-state-{proposal.state.value.replace('_', '-')}")


def line(proposal: Proposal) -> Text:
    """A proposal in one line of a list."""
    return text(
        "proposal-line",
        number=called(proposal),
        title=proposal.title,
        supporters=proposal.supporters,
        state=state(proposal),
    )


def where(proposal: Proposal) -> Text:
    """What a proposal is for: a spot, a part of the city, or all of it."""
    place = proposal.address or proposal.area
    return text("proposal-where", place=place) if place else text("proposal-where-city")


def head(city: City, proposal: Proposal) -> Lines:
    """The heading of a card: what, about what, where."""
    topic = Named(names=city.participation.topic(proposal.topic).name)
    return Lines(
        lines=[
            text("proposal-title", number=called(proposal), title=proposal.title),
            text("proposal-topic", topic=topic),
            where(proposal),
        ]
    )


def card(session: Session, city: City, proposal: Proposal, now: datetime) -> list[Paragraph]:
    """All that anybody may know of a proposal."""
    lines = [text("proposal-state", state=state(proposal)), *_count(proposal, now)]
    shown = comments.counts(session, proposal.id)
    if any(shown.values()):
        lines.append(text("proposal-comments", pros=shown[Side.FOR], cons=shown[Side.AGAINST]))
    paragraphs: list[Paragraph] = [head(city, proposal)]
    if proposal.summary.rstrip(" .!?") != proposal.title:
        paragraphs.append(text("proposal-summary", words=proposal.summary))
    paragraphs.append(Lines(lines=lines))
    paragraphs += answer_lines(city, deliberation.answers(session, proposal.id))
    return paragraphs + _milestones(session, proposal)


def photos(session: Session, proposal: Proposal) -> list[int]:
    """The pictures of a proposal: its author's, or the newest of the work once there are some."""
    newest = [photo for row in reversed(deliberation.milestones(session, proposal.id)) for photo in row.photos]
    return (newest or proposal.photos)[:10]


def _count(proposal: Proposal, now: datetime) -> list[Text]:
    if proposal.state is ProposalState.PUBLISHED and proposal.expires_at is not None:
        until = Moment(at=proposal.expires_at)
        known: dict[str, Variable] = {
            "supporters": proposal.supporters,
            "threshold": proposal.threshold,
            "until": until,
        }
        return [
            text("proposal-supporters-of" if supports.is_open(proposal, now) else "proposal-supporters-over", **known)
        ]
    if proposal.published_at is None:
        return []
    lines = [text("proposal-supporters", supporters=proposal.supporters)]
    if proposal.answer_due_at is not None and proposal.answered_at is None and supports.is_open(proposal, now):
        lines.append(text("proposal-answer-due", due=Moment(at=proposal.answer_due_at)))
    return lines


def answer_lines(city: City, answers: Sequence[OfficialAnswer]) -> list[Paragraph]:
    """The official answer that holds, with office, signer and date; that it was amended is said."""
    said = [answer for answer in answers if answer.texts]
    if not said:
        return []
    newest = said[-1]
    known: dict[str, Variable] = {
        "office": Named(names=city.department(newest.office).name),
        "signer": newest.signer,
        "date": Moment(at=newest.at),
    }
    signed = text("proposal-answer-amended" if newest.amends_id else "proposal-answer", **known)
    return [Lines(lines=[signed, text("proposal-quoted", words=in_languages(newest.texts))])]


def in_languages(texts: dict[str, str]) -> Named | str:
    """The city's words in the reader's language, or in the one that there is."""
    return Named(names=texts) if texts else "–"


def _milestones(session: Session, proposal: Proposal) -> list[Paragraph]:
    rows = deliberation.milestones(session, proposal.id)[-3:]
    return [Lines(lines=[_milestone(row) for row in rows])] if rows else []


def _milestone(row: ProposalUpdate) -> Text:
    return text("proposal-milestone", date=Moment(at=row.at), words=in_languages(row.texts))


def comment_lines(rows: Sequence[ProposalComment]) -> list[Paragraph]:
    """Comments, each with its side and the city's answer to it."""
    paragraphs: list[Paragraph] = []
    for row in rows:
        lines = [text(f"comment-{row.side.value}", words=row.words)]
        if row.answer:
            lines.append(text("comment-answer", words=in_languages(row.answer)))
        paragraphs.append(Lines(lines=lines))
    return paragraphs


def own_lines(session: Session, contact_id: int) -> list[Paragraph]:
    """A resident's proposals and those that they support, as two lists."""
    paragraphs: list[Paragraph] = []
    own, supported = proposals.mine(session, contact_id), proposals.supported_by(session, contact_id)
    if own:
        paragraphs += [text("proposals-mine", count=len(own)), Lines(lines=[line(one) for one in own])]
    if supported:
        paragraphs += [text("proposals-supported", count=len(supported)), Lines(lines=[line(one) for one in supported])]
    return paragraphs
