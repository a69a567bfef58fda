"""Votes: budgets, projects, the roll, and apart from it the box and its log."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "budget",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("rule", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("limits", sa.JSON(), nullable=False),
        sa.Column("level", sa.Enum("L0", "L1", "L2", "L3", name="level", native_enum=False, length=40), nullable=False),
        sa.Column("currency", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("scale", sa.Integer(), nullable=False),
        sa.Column(
            "phase",
            sa.Enum("draft", "frozen", "open", "counted", name="phase", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("opens_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("closes_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("frozen_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("counted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget")),
        sa.UniqueConstraint("slug", name=op.f("uq_budget_slug")),
    )
    op.create_index(op.f("ix_budget_phase"), "budget", ["phase"], unique=False)
    op.create_table(
        "budget_secret",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("roll_key", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("signing_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_budget_secret_budget_id_budget")),
        sa.PrimaryKeyConstraint("budget_id", name=op.f("pk_budget_secret")),
    )
    op.create_table(
        "eligibility",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("identity", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("barred_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_eligibility_budget_id_budget")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_eligibility_contact_id_contact")),
        sa.PrimaryKeyConstraint("budget_id", "contact_id", name=op.f("pk_eligibility")),
    )
    op.create_table(
        "heading",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("area", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("money", sa.BigInteger(), nullable=False),
        sa.Column("frozen", sa.Text(), nullable=True),
        sa.Column("frozen_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("closing", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_heading_budget_id_budget")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heading")),
        sa.UniqueConstraint("budget_id", "code", name=op.f("uq_heading_budget_id_code")),
    )
    op.create_table(
        "roll_credential",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("credential", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("identity", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_roll_credential_budget_id_budget")),
        sa.PrimaryKeyConstraint("budget_id", "credential", name=op.f("pk_roll_credential")),
    )
    op.create_table(
        "roll_entry",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("identity", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("area", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_roll_entry_budget_id_budget")),
        sa.PrimaryKeyConstraint("budget_id", "identity", name=op.f("pk_roll_entry")),
    )
    op.create_table(
        "ballot",
        sa.Column("leaf", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("heading_id", _KEY, nullable=False),
        sa.Column("token", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("receipt", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["heading_id"], ["heading.id"], name=op.f("fk_ballot_heading_id_heading")),
        sa.PrimaryKeyConstraint("leaf", name=op.f("pk_ballot")),
        sa.UniqueConstraint("heading_id", "position", name=op.f("uq_ballot_heading_id_position")),
        sa.UniqueConstraint("heading_id", "token", "nth", name=op.f("uq_ballot_heading_id_token_nth")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ballot_receipt", "ballot", ["receipt"], unique=False)
    op.create_table(
        "log_head",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("heading_id", _KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("signed_at", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["heading_id"], ["heading.id"], name=op.f("fk_log_head_heading_id_heading")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_head")),
        sa.UniqueConstraint("heading_id", "number", name=op.f("uq_log_head_heading_id_number")),
    )
    op.create_table(
        "project",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("heading_id", _KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("place", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("media_id", _KEY, nullable=True),
        sa.Column(
            "standing",
            sa.Enum("submitted", "accepted", "rejected", "withdrawn", name="standing", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("searchable", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_project_budget_id_budget")),
        sa.ForeignKeyConstraint(["heading_id"], ["heading.id"], name=op.f("fk_project_heading_id_heading")),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_project_media_id_media")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("budget_id", "number", name=op.f("uq_project_budget_id_number")),
    )
    op.create_index(op.f("ix_project_heading_id"), "project", ["heading_id"], unique=False)
    op.create_table(
        "voter",
        sa.Column("heading_id", _KEY, nullable=False),
        sa.Column("identity", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["heading_id"], ["heading.id"], name=op.f("fk_voter_heading_id_heading")),
        sa.PrimaryKeyConstraint("heading_id", "identity", name=op.f("pk_voter")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("voter")
    op.drop_index(op.f("ix_project_heading_id"), table_name="project")
    op.drop_table("project")
    op.drop_table("log_head")
    op.drop_index("ix_ballot_receipt", table_name="ballot")
    op.drop_table("ballot")
    op.drop_table("roll_entry")
    op.drop_table("roll_credential")
    op.drop_table("heading")
    op.drop_table("eligibility")
    op.drop_table("budget_secret")
    op.drop_index(op.f("ix_budget_phase"), table_name="budget")
    op.drop_table("budget")
