"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    approvals,
    asks,
    ballots,
    broadcasts,
    clusters,
    consultations,
    contacts,
    corrections,
    flags,
    followers,
    mail,
    meetings,
    people,
    proposals,
    questions,
    referrals,
    requests,
    restraints,
    roll,
    satisfaction,
    votes,
)

metadata = SQLModel.metadata
modules = (
    approvals,
    asks,
    ballots,
    broadcasts,
    clusters,
    consultations,
    contacts,
    corrections,
    flags,
    followers,
    mail,
    meetings,
    people,
    proposals,
    questions,
    referrals,
    requests,
    restraints,
    roll,
    satisfaction,
    votes,
)
