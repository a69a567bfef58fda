"""Followers of reports, and what finds reports nearby."""

import math
import zlib

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "service_request_follower",
        sa.Column("request_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column(
            "why", sa.Enum("reported", "joined", "follows", name="why", native_enum=False, length=40), nullable=False
        ),
        sa.Column("since", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_service_request_follower_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_service_request_follower_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("request_id", "contact_id", name=op.f("pk_service_request_follower")),
    )
    op.create_index(op.f("ix_service_request_follower_contact_id"), "service_request_follower", ["contact_id"])
    op.execute(
        "INSERT INTO service_request_follower (request_id, contact_id, why, since) "
        "SELECT id, contact_id, 'reported', requested_at FROM service_request"
    )
    op.add_column("service_request", sa.Column("joined", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("service_request", sa.Column("queue_rank", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("service_request", sa.Column("cell", sa.BigInteger(), nullable=True))
    op.execute("UPDATE service_request SET queue_rank = -1000000 WHERE urgent")
    _fill_cells()
    queue = ["queue_rank", "expected_at", "id"]
    op.drop_index("ix_service_request_open", table_name="service_request")
    op.create_index("ix_service_request_queue", "service_request", ["status", *queue])
    op.create_index("ix_service_request_department_queue", "service_request", ["status", "department", *queue])
    op.create_index("ix_service_request_nearby", "service_request", ["status", "cell", "service_code"])
    # Written out, because Alembic would copy the whole table on SQLite for a column with a foreign key.
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(
        f"ALTER TABLE service_request_update ADD COLUMN contact_id {kind} "
        "CONSTRAINT fk_service_request_update_contact_id_contact REFERENCES contact (id)"
    )


def _fill_cells() -> None:
    """The cells of storage/grid.py as they were at this migration."""
    bind = op.get_bind()
    table = sa.table("service_request", *(sa.column(name) for name in ("id", "lat", "lon", "address", "cell")))
    rows = bind.execute(sa.select(table.c.id, table.c.lat, table.c.lon, table.c.address)).all()
    cells = [{"key": id, "found": _cell(lat, lon, address)} for id, lat, lon, address in rows]
    if cells:
        filled = sa.update(table).where(table.c.id == sa.bindparam("key")).values(cell=sa.bindparam("found"))
        bind.execute(filled, cells)


def _cell(lat: float | None, lon: float | None, address: str) -> int | None:
    if lat is not None and lon is not None:
        return math.floor((lat + 90) / 0.0025) * 144_000 + math.floor((lon + 180) / 0.0025)
    return -1 - zlib.crc32(address.casefold().encode()) if address else None


def downgrade() -> None:
    with op.batch_alter_table("service_request_update") as batch:
        batch.drop_column("contact_id")
    op.drop_index("ix_service_request_nearby", table_name="service_request")
    op.drop_index("ix_service_request_department_queue", table_name="service_request")
    op.drop_index("ix_service_request_queue", table_name="service_request")
    op.create_index("ix_service_request_open", "service_request", ["status", "department", "id"])
    op.drop_column("service_request", "cell")
    op.drop_column("service_request", "queue_rank")
    op.drop_column("service_request", "joined")
    op.drop_index(op.f("ix_service_request_follower_contact_id"), table_name="service_request_follower")
    op.drop_table("service_request_follower")
