"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import asks, broadcasts, contacts, corrections, followers, mail, people, requests, restraints, satisfaction

metadata = SQLModel.metadata
modules = (asks, broadcasts, contacts, corrections, followers, mail, people, requests, restraints, satisfaction)
