"""What all tables share: names of constraints, and keys wide enough for Telegram's ids."""

from sqlalchemy import BigInteger, Integer
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

key = BigInteger().with_variant(Integer, "sqlite")
"""The type of every id: 64 bits, which SQLite only counts up by itself when it is called INTEGER."""
