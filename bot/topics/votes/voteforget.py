"""When a vote is over, the conversations forget it: questions and messages that repeated a ballot lose their words."""

from collections.abc import Iterator, Sequence

from sqlalchemy import update
from sqlmodel import Session, col, select

from backend.votes import votes
from bot.conversation.reply import Reply, text
from storage.asks import Ask, AskStatus
from storage.mail import Outbox
from storage.votes import Budget

TOPICS = ("vote", "enrolling")
"""Whose questions hold ballots, receipts, or who stood at the desk; their states name the part of the vote."""
_BATCH = 500


def forget(session: Session, counted: Sequence[Budget]) -> None:
    """Empty what held ballots of these votes; what people see on their phones stays theirs, other votes go on."""
    over = {heading.id: budget for budget in counted for heading in votes.headings_of(session, budget)}
    if not over:
        return
    gone = Reply(paragraphs=[text("vote-refused-too-late")]).model_dump(mode="json", exclude_defaults=True)
    closed = max(budget.closes_at for budget in counted)
    for ids in _batches(session, set(over)):
        asks, sent = col(Ask.id).in_(ids), col(Outbox.ask_id).in_(ids)
        session.exec(update(Ask).where(asks).values(state={}, question={"paragraphs": gone["paragraphs"]}))
        withdrawn = {"status": AskStatus.WITHDRAWN, "closed_at": closed}
        session.exec(update(Ask).where(asks, col(Ask.status) == AskStatus.OPEN).values(**withdrawn))
        session.exec(update(Outbox).where(sent).values(payload=gone))
    session.expire_all()


def _batches(session: Session, headings: set[int]) -> Iterator[list[int]]:
    rows = session.exec(select(Ask.id, Ask.state).where(col(Ask.topic).in_(TOPICS))).all()
    ids = [id for id, state in rows if state.get("heading_id") in headings]
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]
