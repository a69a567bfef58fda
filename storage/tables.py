"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    approvals,
    asks,
    broadcasts,
    consultations,
    contacts,
    corrections,
    digests,
    flags,
    followers,
    mail,
    people,
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
    consultations,
    contacts,
    corrections,
    digests,
    flags,
    followers,
    mail,
    people,
    referrals,
    requests,
    restraints,
    satisfaction,
)
