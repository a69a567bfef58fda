"""Referrals; and pictures that were kept with their cameras' notes are fetched anew, and cleaned."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.execute("UPDATE media SET content = NULL, fetched_at = NULL")
    op.create_table(
        "referral",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column(
            "kind", sa.Enum("outside", "body", name="referralkind", native_enum=False, length=40), nullable=False
        ),
        sa.Column("body", _TEXT, nullable=True),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("service_code", _TEXT, nullable=True),
        sa.Column("address", _TEXT, nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("request_id", _KEY, nullable=True),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_referral_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_referral_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    op.create_index(op.f("ix_referral_contact_id"), "referral", ["contact_id"])
    op.create_index(op.f("ix_referral_at"), "referral", ["at"])


def downgrade() -> None:
    op.drop_table("referral")
