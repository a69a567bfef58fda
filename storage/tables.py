"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    asks,
    clusters,
    contacts,
    corrections,
    followers,
    mail,
    meetings,
    people,
    proposals,
    questions,
    requests,
    restraints,
    satisfaction,
)

metadata = SQLModel.metadata
modules = (
    asks,
    clusters,
    contacts,
    corrections,
    followers,
    mail,
    meetings,
    people,
    proposals,
    questions,
    requests,
    restraints,
    satisfaction,
)
