"""The honest clock: promises that slipped, closings that nobody contested, satisfaction."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SLIPPING = sa.text("status = 'open' AND late_told_at IS NULL")
_UNCONTESTED = sa.text("substatus = 'closed'")


def upgrade() -> None:
    # Columns are added in place: a copy of the table would lose its AUTOINCREMENT and with it the first number, 1001.
    op.add_column("service_request", sa.Column("late_told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column("service_request", sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.execute("UPDATE service_request SET closed_at = updated_at WHERE status = 'closed'")
    op.create_index("ix_service_request_expected", "service_request", ["status", "expected_at"])
    op.create_index(
        "ix_service_request_slipping",
        "service_request",
        ["expected_at"],
        sqlite_where=_SLIPPING,
        postgresql_where=_SLIPPING,
    )
    op.create_index(
        "ix_service_request_uncontested",
        "service_request",
        ["closed_at"],
        sqlite_where=_UNCONTESTED,
        postgresql_where=_UNCONTESTED,
    )
    op.create_index("ix_service_request_update_kind", "service_request_update", ["kind", "at"])
    op.create_table(
        "satisfaction",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("request_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_satisfaction_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_satisfaction_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_satisfaction")),
        sa.UniqueConstraint("request_id", "contact_id", name=op.f("uq_satisfaction_request_id_contact_id")),
    )
    op.create_index(op.f("ix_satisfaction_contact_id"), "satisfaction", ["contact_id"])


def downgrade() -> None:
    op.drop_table("satisfaction")
    op.drop_index("ix_service_request_update_kind", table_name="service_request_update")
    for name in ("uncontested", "slipping", "expected"):
        op.drop_index(f"ix_service_request_{name}", table_name="service_request")
    op.drop_column("service_request", "closed_at")
    op.drop_column("service_request", "late_told_at")
