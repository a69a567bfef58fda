"""The staff desk: merged reports, acts that wait for a second person, flags, an index of words for the search."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from storage.requests import searchable

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()
_INDEXES = {
    "ix_service_request_area_queue": ["status", "area", "queue_rank", "expected_at", "id"],
    "ix_service_request_age": ["status", "requested_at", "id"],
    "ix_service_request_department_age": ["status", "department", "requested_at", "id"],
    "ix_service_request_merged_into": ["merged_into"],
    "ix_service_request_staff_id": ["staff_id"],
}


def upgrade() -> None:
    # Plain ADD COLUMN with its key in one go: rebuilding the table would lose SQLite's count of report numbers.
    for table, column in (("service_request", "merged_into"), ("restraint", "request_id")):
        kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
        key = f"CONSTRAINT fk_{table}_{column}_service_request REFERENCES service_request (id)"
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} {key}")
    for name, columns in _INDEXES.items():
        op.create_index(name, "service_request", columns)
    op.create_table(
        "approval",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("request_id", _KEY, nullable=False),
        sa.Column("proposer_id", _KEY, nullable=False),
        sa.Column("deed", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "pending",
                "approved",
                "refused",
                "expired",
                "overtaken",
                name="approvalstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("decided_by", _KEY, nullable=True),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_approval_request_id_service_request")
        ),
        sa.ForeignKeyConstraint(["proposer_id"], ["staff.id"], name=op.f("fk_approval_proposer_id_staff")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("fk_approval_decided_by_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index("ix_approval_pending", "approval", ["status", "expires_at"])
    op.create_index(op.f("ix_approval_request_id"), "approval", ["request_id"])
    op.create_table(
        "flag",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("request_id", _KEY, nullable=False),
        sa.Column("update_id", _KEY, nullable=True),
        sa.Column("kind", sa.Enum("spam", "abuse", name="flagkind", native_enum=False, length=40), nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("staff_id", _KEY, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_flag_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_flag_request_id_service_request")
        ),
        sa.ForeignKeyConstraint(
            ["update_id"], ["service_request_update.id"], name=op.f("fk_flag_update_id_service_request_update")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_flag_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag")),
    )
    op.create_index(op.f("ix_flag_contact_id"), "flag", ["contact_id"])

    _fill_searchable()
    for statement in _WORDS[op.get_bind().dialect.name]:
        op.execute(statement)


# FTS5 with the reports themselves as its content: it keeps the words only, and triggers keep it in step.
_OLD = "INSERT INTO words_of_request(words_of_request, rowid, searchable) VALUES ('delete', old.id, old.searchable)"
_NEW = "INSERT INTO words_of_request(rowid, searchable) VALUES (new.id, new.searchable)"
_TABLE = "fts5(searchable, content='service_request', content_rowid='id', prefix='3 4 5')"
_CHANGED = "AFTER UPDATE OF searchable ON service_request WHEN old.searchable <> new.searchable"
_VECTOR = "tsvector GENERATED ALWAYS AS (to_tsvector('simple', searchable)) STORED"
_WORDS = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE words_of_request USING {_TABLE}",
        f"CREATE TRIGGER words_added AFTER INSERT ON service_request BEGIN {_NEW}; END",
        f"CREATE TRIGGER words_changed {_CHANGED} BEGIN {_OLD}; {_NEW}; END",
        f"CREATE TRIGGER words_removed AFTER DELETE ON service_request BEGIN {_OLD}; END",
        "INSERT INTO words_of_request(words_of_request) VALUES ('rebuild')",
    ),
    "postgresql": (
        f"ALTER TABLE service_request ADD COLUMN words_of_request {_VECTOR}",
        "CREATE INDEX words_index ON service_request USING gin (words_of_request) WITH (fastupdate = off)",
    ),
}
_NO_WORDS = {
    "sqlite": (
        "DROP TRIGGER words_added",
        "DROP TRIGGER words_changed",
        "DROP TRIGGER words_removed",
        "DROP TABLE words_of_request",
    ),
    "postgresql": ("ALTER TABLE service_request DROP COLUMN words_of_request",),
}


def _fill_searchable() -> None:
    connection = op.get_bind()
    columns = "SELECT id, description, address, area, service_code, department FROM service_request"
    rows = connection.execute(sa.text(columns)).mappings().all()
    words = [{"words": searchable(row), "id": row["id"]} for row in rows]
    if words:
        connection.execute(sa.text("UPDATE service_request SET searchable = :words WHERE id = :id"), words)


def downgrade() -> None:
    for statement in _NO_WORDS[op.get_bind().dialect.name]:
        op.execute(statement)
    op.drop_table("flag")
    op.drop_table("approval")
    for name in reversed(_INDEXES):
        op.drop_index(name, "service_request")
    with op.batch_alter_table("restraint") as restraint:
        restraint.drop_column("request_id")
    with op.batch_alter_table("service_request") as request:
        request.drop_column("merged_into")
