"""Alarms of votes: what looked odd in an hour, wrong codes by the hour, and which heads were looked at."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()
_KINDS = sa.Enum("burst", "same", "codes", name="alarmkind", native_enum=False, length=40)
_UNWATCHED = sa.text("watched_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "vote_alarm",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("kind", _KINDS, nullable=False),
        sa.Column("hour", _TIME, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_vote_alarm_budget_id_budget")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_alarm")),
        sa.UniqueConstraint("budget_id", "kind", "hour", name=op.f("uq_vote_alarm_budget_id_kind_hour")),
    )
    op.create_table(
        "wrong_codes",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("hour", _TIME, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_wrong_codes_budget_id_budget")),
        sa.PrimaryKeyConstraint("budget_id", "hour", name=op.f("pk_wrong_codes")),
    )
    with op.batch_alter_table("log_head") as head:
        head.add_column(sa.Column("watched_at", _TIME, nullable=True))
    # What was signed before there were alarms is no news.
    op.execute("UPDATE log_head SET watched_at = CURRENT_TIMESTAMP")
    op.create_index("ix_log_head_unwatched", "log_head", ["id"], sqlite_where=_UNWATCHED, postgresql_where=_UNWATCHED)


def downgrade() -> None:
    op.drop_index("ix_log_head_unwatched", table_name="log_head")
    with op.batch_alter_table("log_head") as head:
        head.drop_column("watched_at")
    op.drop_table("wrong_codes")
    op.drop_table("vote_alarm")
