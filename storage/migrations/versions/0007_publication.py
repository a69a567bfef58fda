"""Referrals; and pictures that were kept with their cameras' notes are fetched anew, and cleaned."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.execute("UPDATE media SET content = NULL, fetched_at = NULL")


def downgrade() -> None:
    pass
