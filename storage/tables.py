"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    approvals,
    asks,
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
    satisfaction,
)

metadata = SQLModel.metadata
modules = (
    approvals,
    asks,
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
    satisfaction,
)
