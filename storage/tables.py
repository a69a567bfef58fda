"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (  # noqa: F401 - a table is known once its file was read
    approvals,
    asks,
    ballots,
    broadcasts,
    clusters,
    consultations,
    contacts,
    corrections,
    digests,
    flags,
    followers,
    links,
    mail,
    meetings,
    people,
    phones,
    proposals,
    questions,
    referrals,
    requests,
    restraints,
    roll,
    satisfaction,
    votealarms,
    votes,
)

metadata = SQLModel.metadata
