"""Phones and the text messages that were sent to them."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()
_STATES = ("trying", "retry", "unknown", "queued", "sent", "buffered", "delivered", "failed", "refused")


def upgrade() -> None:
    op.create_table(
        "phone",
        sa.Column("hash", _TEXT, nullable=False),
        sa.Column("sealed", _TEXT, nullable=True),
        sa.Column("country", _TEXT, nullable=False),
        sa.Column("gateway", _TEXT, nullable=False),
        sa.Column("seen_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_phone")),
    )
    op.create_table(
        "text_message",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("outbox_id", _KEY, nullable=False),
        sa.Column("phone_hash", _TEXT, nullable=False),
        sa.Column("gateway", _TEXT, nullable=False),
        sa.Column("token", _TEXT, nullable=False),
        sa.Column("provider_id", _TEXT, nullable=True),
        sa.Column("state", sa.Enum(*_STATES, name="textstate", native_enum=False, length=40), nullable=False),
        sa.Column("code", _TEXT, nullable=False),
        sa.Column("segments", sa.Integer(), nullable=False),
        sa.Column("encoding", _TEXT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("tried_at", _TIME, nullable=False),
        sa.Column("heard_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_text_message_outbox_id_outbox")),
        sa.ForeignKeyConstraint(["phone_hash"], ["phone.hash"], name=op.f("fk_text_message_phone_hash_phone")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_message")),
        sa.UniqueConstraint("outbox_id", name=op.f("uq_text_message_outbox_id")),
        sa.UniqueConstraint("token", name=op.f("uq_text_message_token")),
    )
    op.create_index("ix_text_message_provider", "text_message", ["gateway", "provider_id"])
    op.create_index("ix_text_message_phone", "text_message", ["phone_hash", "created_at"])
    op.create_index("ix_text_message_created", "text_message", ["created_at"])
    op.create_table(
        "link_code",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("code_hash", _TEXT, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("urn_id", _KEY, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("used_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_link_code_contact_id_contact")),
        sa.ForeignKeyConstraint(["urn_id"], ["urn.id"], name=op.f("fk_link_code_urn_id_urn")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_link_code_code_hash")),
    )
    op.create_table(
        "profile",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("urn_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("called", _TEXT, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_profile_contact_id_contact")),
        sa.ForeignKeyConstraint(["urn_id"], ["urn.id"], name=op.f("fk_profile_urn_id_urn")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_profile_contact_id")),
        sa.UniqueConstraint("urn_id", "called", name=op.f("uq_profile_urn_id_called")),
    )


def downgrade() -> None:
    op.drop_table("profile")
    op.drop_table("link_code")
    op.drop_table("text_message")
    op.drop_table("phone")
