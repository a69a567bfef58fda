"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    asks,
    broadcasts,
    consultations,
    contacts,
    corrections,
    followers,
    mail,
    people,
    requests,
    restraints,
    satisfaction,
)

metadata = SQLModel.metadata
modules = (
    asks,
    broadcasts,
    consultations,
    contacts,
    corrections,
    followers,
    mail,
    people,
    requests,
    restraints,
    satisfaction,
)
