"""Consultations: their questions, responses, statements and votes on them."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "consultation",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("use", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "scheduled",
                "open",
                "closed",
                "cancelled",
                name="consultationstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("opens_at", _TIME, nullable=True),
        sa.Column("closes_at", _TIME, nullable=False),
        sa.Column("reminds_at", sa.JSON(), nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("closed_at", _TIME, nullable=True),
        sa.Column("decision", sa.JSON(), nullable=False),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.Column("done_at", _TIME, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_consultation_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
    )
    op.create_index(op.f("ix_consultation_status"), "consultation", ["status"], unique=False)
    op.create_table(
        "consultation_question",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("consultation_id", _KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", _TEXT, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "choice",
                "choices",
                "yes_no",
                "scale",
                "ranking",
                "number",
                "text",
                "place",
                "photo",
                "statements",
                name="questionkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("wording", sa.JSON(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("least", sa.Float(), nullable=True),
        sa.Column("most", sa.Float(), nullable=True),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("condition", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultation.id"], name=op.f("fk_consultation_question_consultation_id_consultation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_question")),
        sa.UniqueConstraint("consultation_id", "code", name=op.f("uq_consultation_question_consultation_id_code")),
        sa.UniqueConstraint(
            "consultation_id", "position", name=op.f("uq_consultation_question_consultation_id_position")
        ),
    )
    op.create_table(
        "response",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("consultation_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("language", _TEXT, nullable=False),
        sa.Column("area", _TEXT, nullable=True),
        sa.Column("begun_at", _TIME, nullable=False),
        sa.Column("finished_at", _TIME, nullable=True),
        sa.Column("told_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultation.id"], name=op.f("fk_response_consultation_id_consultation")
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_response_contact_id_contact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("consultation_id", "contact_id", name=op.f("uq_response_consultation_id_contact_id")),
    )
    op.create_index(op.f("ix_response_contact_id"), "response", ["contact_id"], unique=False)
    op.create_table(
        "response_answer",
        sa.Column("response_id", _KEY, nullable=False),
        sa.Column("question_id", _KEY, nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["consultation_question.id"],
            name=op.f("fk_response_answer_question_id_consultation_question"),
        ),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name=op.f("fk_response_answer_response_id_response")),
        sa.PrimaryKeyConstraint("response_id", "question_id", name=op.f("pk_response_answer")),
    )
    op.create_index(op.f("ix_response_answer_question_id"), "response_answer", ["question_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("question_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=True),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("pending", "accepted", "rejected", name="statementstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_statement_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["consultation_question.id"], name=op.f("fk_statement_question_id_consultation_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index(op.f("ix_statement_question_id"), "statement", ["question_id"], unique=False)
    op.create_table(
        "statement_vote",
        sa.Column("statement_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("vote", sa.Integer(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_statement_vote_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_statement_vote_statement_id_statement")
        ),
        sa.PrimaryKeyConstraint("statement_id", "contact_id", name=op.f("pk_statement_vote")),
    )
    op.create_index(op.f("ix_statement_vote_contact_id"), "statement_vote", ["contact_id"], unique=False)


def downgrade() -> None:
    for table in (
        "statement_vote",
        "statement",
        "response_answer",
        "response",
        "consultation_question",
        "consultation",
    ):
        op.drop_table(table)
