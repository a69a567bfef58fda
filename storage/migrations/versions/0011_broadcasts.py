"""Broadcasts, whom they reach, and what people follow."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()
_MANY = sa.text("broadcast_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("subject", _TEXT, nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column(
            "status",
            sa.Enum("sending", "paused", "cancelled", "done", name="broadcaststatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_broadcast_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
    )
    op.create_index(op.f("ix_broadcast_subject"), "broadcast", ["subject"])
    op.create_index(op.f("ix_broadcast_status"), "broadcast", ["status"])
    op.create_table(
        "panel_member",
        sa.Column("broadcast_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcast.id"], name=op.f("fk_panel_member_broadcast_id_broadcast")
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_panel_member_contact_id_contact")),
        sa.PrimaryKeyConstraint("broadcast_id", "contact_id", name=op.f("pk_panel_member")),
    )
    op.create_table(
        "subscription",
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("area", "service", "topic", name="subscriptionkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("value", _TEXT, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_subscription_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", "kind", "value", name=op.f("pk_subscription")),
    )
    op.create_index(op.f("ix_subscription_value"), "subscription", ["value"])
    op.add_column("contact", sa.Column("opted_out_at", _TIME, nullable=True))
    for table in ("ask", "outbox"):
        # Plain columns where SQLite would have to rebuild a large table for a foreign key.
        op.add_column(table, sa.Column("broadcast_id", _KEY, nullable=True))
    op.create_index(
        "ix_ask_of_broadcast", "ask", ["broadcast_id", "contact_id"], sqlite_where=_MANY, postgresql_where=_MANY
    )
    op.create_index(
        "ix_outbox_of_broadcast", "outbox", ["broadcast_id", "status"], sqlite_where=_MANY, postgresql_where=_MANY
    )
    op.create_index(
        "ix_outbox_budget", "outbox", ["contact_id", "created_at"], sqlite_where=_MANY, postgresql_where=_MANY
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_budget", "outbox")
    op.drop_index("ix_outbox_of_broadcast", "outbox")
    op.drop_index("ix_ask_of_broadcast", "ask")
    for table in ("outbox", "ask"):
        op.drop_column(table, "broadcast_id")
    op.drop_column("contact", "opted_out_at")
    op.drop_table("subscription")
    op.drop_table("panel_member")
    op.drop_table("broadcast")
