"""What staff put right: examples that understanding can learn from."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.base import key


class Correction(SQLModel, table=True):
    """A report that was understood wrongly: its words, which field was wrong, what stood there, what is right."""

    id: int = Field(default=None, primary_key=True, sa_type=key)
    text: str
    field: str = Field(index=True)
    before: str
    after: str
    staff_id: int = Field(foreign_key="staff.id", sa_type=key)
    at: datetime
