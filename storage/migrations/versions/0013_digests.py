"""Digests: how often somebody wants a summary, and those that were issued."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()
_DUE = sa.text("next_at IS NOT NULL")


def _frequency() -> sa.Enum:
    return sa.Enum("daily", "weekly", "monthly", "events", "never", name="frequency", native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "digest_preference",
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("frequency", _frequency(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("monthday", sa.Integer(), nullable=False),
        sa.Column("zone", _TEXT, nullable=True),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_until", sa.Integer(), nullable=True),
        sa.Column("due_at", _TIME, nullable=True),
        sa.Column("next_at", _TIME, nullable=True),
        sa.Column("told_until", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_digest_preference_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_digest_preference")),
    )
    op.create_index(
        "ix_digest_preference_due",
        "digest_preference",
        ["next_at", "contact_id"],
        sqlite_where=_DUE,
        postgresql_where=_DUE,
    )
    op.create_table(
        "digest",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("period", _TEXT, nullable=False),
        sa.Column("frequency", _frequency(), nullable=False),
        sa.Column("due_at", _TIME, nullable=False),
        sa.Column("issued_at", _TIME, nullable=False),
        sa.Column("since_at", _TIME, nullable=False),
        sa.Column("until_at", _TIME, nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_digest_contact_id_contact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint("contact_id", "period", name=op.f("uq_digest_contact_id_period")),
    )


def downgrade() -> None:
    op.drop_table("digest")
    op.drop_table("digest_preference")
