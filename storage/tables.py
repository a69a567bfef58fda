"""Every table in one place, so that migrations and tests see them all."""

from sqlmodel import SQLModel

from storage import asks, contacts, followers, mail, people, requests, satisfaction

metadata = SQLModel.metadata
modules = (asks, contacts, followers, mail, people, requests, satisfaction)
