"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import (
    asks,
    contacts,
    corrections,
    followers,
    links,
    mail,
    people,
    phones,
    requests,
    restraints,
    satisfaction,
)

metadata = SQLModel.metadata
modules = (asks, contacts, corrections, followers, links, mail, people, phones, requests, restraints, satisfaction)
