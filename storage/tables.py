"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    asks,
    ballots,
    contacts,
    corrections,
    followers,
    mail,
    people,
    requests,
    restraints,
    roll,
    satisfaction,
    votes,
)

metadata = SQLModel.metadata
modules = (
    asks,
    ballots,
    contacts,
    corrections,
    followers,
    mail,
    people,
    requests,
    restraints,
    roll,
    satisfaction,
    votes,
)
