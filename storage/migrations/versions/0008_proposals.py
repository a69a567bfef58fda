"""Proposals, questions to city hall, meetings with officials, patterns of reports."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    _proposals()
    _questions()
    _meetings()
    _clusters()


def _proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("language", _TEXT, nullable=False),
        sa.Column("title", _TEXT, nullable=False),
        sa.Column("summary", _TEXT, nullable=False),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("topic", _TEXT, nullable=False),
        sa.Column("department", _TEXT, nullable=False),
        sa.Column("level", _TEXT, nullable=False),
        sa.Column("address", _TEXT, nullable=False),
        sa.Column("area", _TEXT, nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "prescreening",
                "published",
                "threshold_reached",
                "under_consideration",
                "accepted",
                "rejected",
                "planned",
                "in_progress",
                "done",
                "expired",
                "withdrawn",
                name="proposalstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("supporters", sa.Integer(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.Column("published_at", _TIME, nullable=True),
        sa.Column("expires_at", _TIME, nullable=True),
        sa.Column("reached_at", _TIME, nullable=True),
        sa.Column("answer_due_at", _TIME, nullable=True),
        sa.Column("answered_at", _TIME, nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("merged_into", _KEY, nullable=True),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("gathers", sa.Boolean(), nullable=False),
        sa.Column("searchable", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_proposal_contact_id_contact")),
        sa.ForeignKeyConstraint(["merged_into"], ["proposal.id"], name=op.f("fk_proposal_merged_into_proposal")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_proposal_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_proposal_contact_id"), "proposal", ["contact_id"], unique=False)
    op.create_index(
        "ix_proposal_expiring",
        "proposal",
        ["expires_at"],
        unique=False,
        sqlite_where=sa.text("state = 'published'"),
        postgresql_where=sa.text("state = 'published'"),
    )
    op.create_index("ix_proposal_most_supported", "proposal", ["gathers", "supporters", "id"], unique=False)
    op.create_index("ix_proposal_newest", "proposal", ["gathers", "published_at", "id"], unique=False)
    op.create_index("ix_proposal_of_area", "proposal", ["gathers", "area", "supporters", "id"], unique=False)
    op.create_index("ix_proposal_of_topic", "proposal", ["gathers", "topic", "supporters", "id"], unique=False)
    op.create_index(
        "ix_proposal_unanswered",
        "proposal",
        ["answer_due_at"],
        unique=False,
        sqlite_where=sa.text("answer_due_at IS NOT NULL AND answered_at IS NULL"),
        postgresql_where=sa.text("answer_due_at IS NOT NULL AND answered_at IS NULL"),
    )
    op.create_table(
        "official_answer",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("proposal_id", _KEY, nullable=False),
        sa.Column("verdict", _TEXT, nullable=False),
        sa.Column("office", _TEXT, nullable=False),
        sa.Column("signer", _TEXT, nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("staff_id", _KEY, nullable=False),
        sa.Column("amends_id", _KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["amends_id"], ["official_answer.id"], name=op.f("fk_official_answer_amends_id_official_answer")
        ),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_official_answer_proposal_id_proposal")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_official_answer_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_answer")),
    )
    op.create_index(op.f("ix_official_answer_proposal_id"), "official_answer", ["proposal_id"], unique=False)
    op.create_table(
        "proposal_comment",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("proposal_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("side", sa.Enum("for", "against", name="side", native_enum=False, length=40), nullable=False),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("language", _TEXT, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "shown", "hidden", name="commentstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("answered_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_proposal_comment_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_comment_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_proposal_comment_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_comment")),
        sa.UniqueConstraint("proposal_id", "contact_id", name=op.f("uq_proposal_comment_proposal_id_contact_id")),
    )
    op.create_index(op.f("ix_proposal_comment_contact_id"), "proposal_comment", ["contact_id"], unique=False)
    op.create_index(
        "ix_proposal_comment_shown", "proposal_comment", ["proposal_id", "state", "side", "id"], unique=False
    )
    op.create_index(
        "ix_proposal_comment_waiting",
        "proposal_comment",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "proposal_support",
        sa.Column("proposal_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_proposal_support_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_support_proposal_id_proposal")
        ),
        sa.PrimaryKeyConstraint("proposal_id", "contact_id", name=op.f("pk_proposal_support")),
    )
    op.create_index(op.f("ix_proposal_support_contact_id"), "proposal_support", ["contact_id"], unique=False)
    op.create_table(
        "proposal_term",
        sa.Column("term", sa.BigInteger(), nullable=False),
        sa.Column("area", _TEXT, nullable=False),
        sa.Column("proposal_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_term_proposal_id_proposal")),
        sa.PrimaryKeyConstraint("term", "area", "proposal_id", name=op.f("pk_proposal_term")),
    )
    op.create_index(op.f("ix_proposal_term_proposal_id"), "proposal_term", ["proposal_id"], unique=False)
    op.create_table(
        "proposal_update",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("proposal_id", _KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "submitted",
                "returned",
                "published",
                "threshold_reached",
                "under_consideration",
                "accepted",
                "rejected",
                "amended",
                "planned",
                "in_progress",
                "milestone",
                "done",
                "expired",
                "withdrawn",
                "merged",
                "commented",
                "comment_answered",
                "reminded",
                name="proposalstep",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("contact_id", _KEY, nullable=True),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("announced_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_proposal_update_contact_id_contact")),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_update_proposal_id_proposal")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_proposal_update_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_update")),
    )
    op.create_index(op.f("ix_proposal_update_proposal_id"), "proposal_update", ["proposal_id"], unique=False)
    op.create_index(
        "ix_proposal_update_unannounced",
        "proposal_update",
        ["id"],
        unique=False,
        sqlite_where=sa.text("announced_at IS NULL"),
        postgresql_where=sa.text("announced_at IS NULL"),
    )


def _questions() -> None:
    op.create_table(
        "city_question",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("language", _TEXT, nullable=False),
        sa.Column("department", _TEXT, nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "answered", "withdrawn", name="questionstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("due_at", _TIME, nullable=False),
        sa.Column("late_told_at", _TIME, nullable=True),
        sa.Column("answer", _TEXT, nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("answered_at", _TIME, nullable=True),
        sa.Column("drafted_at", _TIME, nullable=True),
        sa.Column("announced_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_city_question_contact_id_contact")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_city_question_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city_question")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_city_question_contact_id"), "city_question", ["contact_id"], unique=False)
    op.create_index(
        "ix_city_question_unannounced",
        "city_question",
        ["id"],
        unique=False,
        sqlite_where=sa.text("announced_at IS NULL"),
        postgresql_where=sa.text("announced_at IS NULL"),
    )
    op.create_index(
        "ix_city_question_waiting",
        "city_question",
        ["due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("official", _TEXT, nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("department", _TEXT, nullable=False),
        sa.Column("begins_at", _TIME, nullable=False),
        sa.Column("ends_at", _TIME, nullable=False),
        sa.Column(
            "state",
            sa.Enum("announced", "open", "closed", "cancelled", name="meetingstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("staff_id", _KEY, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_meeting_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_meeting_due",
        "meeting",
        ["begins_at", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('announced', 'open')"),
        postgresql_where=sa.text("state IN ('announced', 'open')"),
    )
    op.create_table(
        "meeting_participant",
        sa.Column("meeting_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_meeting_participant_contact_id_contact")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_participant_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("meeting_id", "contact_id", name=op.f("pk_meeting_participant")),
    )
    op.create_index(op.f("ix_meeting_participant_contact_id"), "meeting_participant", ["contact_id"], unique=False)
    op.create_table(
        "meeting_question",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("meeting_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("language", _TEXT, nullable=False),
        sa.Column("supporters", sa.Integer(), nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("hidden_because", _TEXT, nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("answered_at", _TIME, nullable=True),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_meeting_question_contact_id_contact")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_question_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_meeting_question_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_question")),
    )
    op.create_index(op.f("ix_meeting_question_contact_id"), "meeting_question", ["contact_id"], unique=False)
    op.create_index("ix_meeting_question_order", "meeting_question", ["meeting_id", "supporters", "id"], unique=False)
    op.create_table(
        "meeting_update",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("meeting_id", _KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "announced",
                "opened",
                "answered",
                "closed",
                "cancelled",
                name="meetingstep",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("announced_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_update_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_meeting_update_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_update")),
    )
    op.create_index(op.f("ix_meeting_update_meeting_id"), "meeting_update", ["meeting_id"], unique=False)
    op.create_index(
        "ix_meeting_update_unannounced",
        "meeting_update",
        ["id"],
        unique=False,
        sqlite_where=sa.text("announced_at IS NULL"),
        postgresql_where=sa.text("announced_at IS NULL"),
    )
    op.create_table(
        "meeting_support",
        sa.Column("question_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_meeting_support_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["meeting_question.id"], name=op.f("fk_meeting_support_question_id_meeting_question")
        ),
        sa.PrimaryKeyConstraint("question_id", "contact_id", name=op.f("pk_meeting_support")),
    )
    op.create_index(op.f("ix_meeting_support_contact_id"), "meeting_support", ["contact_id"], unique=False)


def _clusters() -> None:
    op.create_table(
        "report_cluster",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("service_code", _TEXT, nullable=False),
        sa.Column("address", _TEXT, nullable=False),
        sa.Column("area", _TEXT, nullable=True),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("cell", _KEY, nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("found_at", _TIME, nullable=False),
        sa.Column("proposal_id", _KEY, nullable=True),
        sa.Column("announced_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_report_cluster_proposal_id_proposal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_cluster")),
    )
    op.create_index(op.f("ix_report_cluster_cell"), "report_cluster", ["cell"], unique=False)
    op.create_index(
        "ix_report_cluster_unannounced",
        "report_cluster",
        ["id"],
        unique=False,
        sqlite_where=sa.text("announced_at IS NULL"),
        postgresql_where=sa.text("announced_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("report_cluster")
    op.drop_table("meeting_support")
    op.drop_table("meeting_update")
    op.drop_table("meeting_question")
    op.drop_table("meeting_participant")
    op.drop_table("meeting")
    op.drop_table("city_question")
    op.drop_table("proposal_update")
    op.drop_table("proposal_term")
    op.drop_table("proposal_support")
    op.drop_table("proposal_comment")
    op.drop_table("official_answer")
    op.drop_table("proposal")
