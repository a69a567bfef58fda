"""Statements: said by the city or by residents, agreed or disagreed with, each person asked those that tell most."""

import random
from collections.abc import Sequence
from datetime import datetime

import numpy as np
from sqlalchemy import Integer, case, cast
from sqlmodel import Session, col, func, select

from backend.errors import IllegalStep
from backend.opinions.ballots import UNSEEN, Opinions
from backend.staff.actions import log_action
from storage.consultations import Statement, StatementStatus, StatementVote
from storage.contacts import Contact
from storage.people import Staff

LONGEST = 200
"""Characters of a statement: it is read on a phone, beside three buttons."""

_NEW = 8.0
_HALF = 5.0
"""A statement without votes is put so many times as often as an old one; the lead halves with every five votes."""


def propose(session: Session, question_id: int, contact: Contact, words: str, *, now: datetime) -> Statement:
    """Add what a resident says to the statements, to be looked at by staff before anybody votes on it."""
    said = {contact.language: words[:LONGEST]}
    statement = Statement(question_id=question_id, contact_id=contact.id, words=said, at=now)
    session.add(statement)
    session.flush()
    return statement


def moderate(session: Session, id: int, *, accept: bool, staff: Staff, reason: str, now: datetime) -> Statement:
    """Let a statement be voted on, or not; raises IllegalStep for one that was decided on before."""
    statement = session.exec(select(Statement).where(Statement.id == id).with_for_update()).first()
    if statement is None or statement.status is not StatementStatus.PENDING:
        raise IllegalStep
    statement.status = StatementStatus.ACCEPTED if accept else StatementStatus.REJECTED
    log_action(session, staff, f"statement {statement.status.value}", f"statement:{id}", now=now, reason=reason)
    return statement


def pending(session: Session, question_id: int) -> Sequence[Statement]:
    """What residents have said and nobody has looked at, oldest first."""
    waiting = select(Statement).where(Statement.question_id == question_id, Statement.status == StatementStatus.PENDING)
    return session.exec(waiting.order_by(col(Statement.id))).all()


def vote(session: Session, statement_id: int, contact_id: int, word: int, now: datetime) -> None:
    """Keep somebody's word on a statement, in place of an earlier one: 1 agree, -1 disagree, 0 pass."""
    if word not in (-1, 0, 1):
        raise ValueError(f"{word} is no vote")
    known = session.get(StatementVote, (statement_id, contact_id))
    if known is None:
        session.add(StatementVote(statement_id=statement_id, contact_id=contact_id, vote=word, at=now))
    else:
        known.vote, known.at = word, now
    session.flush()


def following(session: Session, question_id: int, contact_id: int) -> Statement | None:
    """The statement whose vote by this person would tell most: rarely voted on, rarely passed; None after the last.

    As in Polis a draw weighted by novelty and by how few pass; the same person in the same state is asked the same.
    """
    mine = select(StatementVote.statement_id).where(StatementVote.contact_id == contact_id)
    passed = func.sum(case((col(StatementVote.vote) == 0, 1), else_=0))
    rows = session.exec(
        select(Statement, func.count(col(StatementVote.contact_id)), cast(func.coalesce(passed, 0), Integer))
        .outerjoin(StatementVote, col(StatementVote.statement_id) == col(Statement.id))
        .where(Statement.question_id == question_id, Statement.status == StatementStatus.ACCEPTED)
        .where(col(Statement.id).not_in(mine))
        .group_by(col(Statement.id))
        .order_by(col(Statement.id))
    ).all()
    others = [(row, count, skipped) for row, count, skipped in rows if row.contact_id != contact_id]
    if not others:
        return None
    weights = [
        (1 - (skipped + 1) / (count + 2)) ** 2 * (1 + _NEW * 2 ** (-count / _HALF)) for _, count, skipped in others
    ]
    chance = random.Random(f"{contact_id}:{len(others)}")
    return chance.choices([row for row, _, _ in others], weights)[0]


def opinions(session: Session, question_id: int) -> Opinions:
    """All votes on the accepted statements of a question, a row a person, in the order of their first contact."""
    accepted = select(Statement.id).where(
        Statement.question_id == question_id, Statement.status == StatementStatus.ACCEPTED
    )
    names = list(session.exec(accepted.order_by(col(Statement.id))))
    cast_votes = select(StatementVote).where(col(StatementVote.statement_id).in_(names))
    rows = session.exec(cast_votes.order_by(col(StatementVote.contact_id))).all()
    people = list(dict.fromkeys(row.contact_id for row in rows))
    row_of = {contact_id: number for number, contact_id in enumerate(people)}
    column_of = {name: number for number, name in enumerate(names)}
    votes = np.full((len(people), len(names)), UNSEEN, dtype=np.int8)
    for row in rows:
        votes[row_of[row.contact_id], column_of[row.statement_id]] = row.vote
    return Opinions([str(contact_id) for contact_id in people], [str(name) for name in names], votes)


def voted(session: Session, question_id: int, contact_id: int) -> int:
    """How many statements of a question somebody has voted on."""
    mine = select(func.count()).select_from(StatementVote).join(Statement)
    return session.exec(mine.where(Statement.question_id == question_id, StatementVote.contact_id == contact_id)).one()
