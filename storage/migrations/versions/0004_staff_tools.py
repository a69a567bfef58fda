"""Staff's tools: a searchable column, corrections to learn from, restraints, an index for the pace of a contact."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from storage.folding import folded

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    # A plain ADD COLUMN: rebuilding the table would lose SQLite's count of report numbers.
    op.add_column("service_request", sa.Column("searchable", _TEXT, nullable=False, server_default=""))
    _fill_searchable()
    op.create_index("ix_inbox_pace", "inbox", ["contact_id", "received_at"])
    op.create_table(
        "correction",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("text", _TEXT, nullable=False),
        sa.Column("field", _TEXT, nullable=False),
        sa.Column("before", _TEXT, nullable=False),
        sa.Column("after", _TEXT, nullable=False),
        sa.Column("staff_id", _KEY, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_correction_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    op.create_index(op.f("ix_correction_field"), "correction", ["field"])
    op.create_table(
        "restraint",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("blocked", "too_fast", name="restraintkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("until", _TIME, nullable=False),
        sa.Column("told_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_restraint_contact_id_contact")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_restraint_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restraint")),
    )
    op.create_index("ix_restraint_contact", "restraint", ["contact_id", "until"])


def _fill_searchable() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT id, description, address, area FROM service_request")).all()
    for id_, description, address, area in rows:
        connection.execute(
            sa.text("UPDATE service_request SET searchable = :words WHERE id = :id"),
            {"words": folded(f"{description} {address} {area or ''}"), "id": id_},
        )


def downgrade() -> None:
    op.drop_table("restraint")
    op.drop_table("correction")
    op.drop_index("ix_inbox_pace", "inbox")
    op.drop_column("service_request", "searchable")
