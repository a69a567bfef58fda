"""Participatory budgets: phases before the vote, authors, areas, one-time codes, what became of the projects."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()
_UNTOLD = sa.text("announced_at IS NULL")
_DATES = ("submission_at", "review_at", "publish_at", "stuck_at")
_STEPS = (
    *("submission", "review", "stuck", "published", "opened", "counted", "entered", "accepted", "rejected"),
    *("withdrawn", "planned", "in_progress", "milestone", "done"),
)


def _enum(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    with op.batch_alter_table("budget") as budget:
        budget.add_column(sa.Column("areas", _enum("areas", "all", "one", "own"), nullable=False, server_default="all"))
        budget.add_column(sa.Column("has_roll", sa.Boolean(), nullable=False, server_default=sa.false()))
        for name in _DATES:
            budget.add_column(sa.Column(name, _TIME, nullable=True))
    op.execute("UPDATE budget SET has_roll = EXISTS (SELECT 1 FROM roll_entry WHERE budget_id = budget.id)")
    with op.batch_alter_table("budget") as budget:
        budget.alter_column("areas", server_default=None)
        budget.alter_column("has_roll", server_default=None)
    with op.batch_alter_table("project") as project:
        project.add_column(sa.Column("contact_id", _KEY, nullable=True))
        project.add_column(sa.Column("proposal_id", _KEY, nullable=True))
        project.add_column(sa.Column("progress", _enum("progress", "planned", "in_progress", "done"), nullable=True))
        project.create_foreign_key(op.f("fk_project_contact_id_contact"), "contact", ["contact_id"], ["id"])
        project.create_foreign_key(op.f("fk_project_proposal_id_proposal"), "proposal", ["proposal_id"], ["id"])
    _updates()
    _roll()


def _updates() -> None:
    op.create_table(
        "vote_update",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("project_id", _KEY, nullable=True),
        sa.Column("kind", _enum("votestep", *_STEPS), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.Column("words", _TEXT, nullable=False),
        sa.Column("announced_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_vote_update_budget_id_budget")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_vote_update_project_id_project")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_vote_update_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_update")),
    )
    op.create_index(op.f("ix_vote_update_budget_id"), "vote_update", ["budget_id"])
    op.create_index("ix_vote_update_unannounced", "vote_update", ["id"], sqlite_where=_UNTOLD, postgresql_where=_UNTOLD)


def _roll() -> None:
    op.create_table(
        "area_choice",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("identity", _TEXT, nullable=False),
        sa.Column("heading_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_area_choice_budget_id_budget")),
        sa.ForeignKeyConstraint(["heading_id"], ["heading.id"], name=op.f("fk_area_choice_heading_id_heading")),
        sa.PrimaryKeyConstraint("budget_id", "identity", name=op.f("pk_area_choice")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "participant",
        sa.Column("heading_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_participant_contact_id_contact")),
        sa.ForeignKeyConstraint(["heading_id"], ["heading.id"], name=op.f("fk_participant_heading_id_heading")),
        sa.PrimaryKeyConstraint("heading_id", "contact_id", name=op.f("pk_participant")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_participant_contact_id"), "participant", ["contact_id"])
    op.create_table(
        "vote_code",
        sa.Column("budget_id", _KEY, nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("purpose", _enum("purpose", "phone", "desk"), nullable=False),
        sa.Column("code_hash", _TEXT, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["budget_id"], ["budget.id"], name=op.f("fk_vote_code_budget_id_budget")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_vote_code_contact_id_contact")),
        sa.PrimaryKeyConstraint("budget_id", "contact_id", "purpose", name=op.f("pk_vote_code")),
    )


def downgrade() -> None:
    op.drop_table("vote_code")
    op.drop_index(op.f("ix_participant_contact_id"), table_name="participant")
    op.drop_table("participant")
    op.drop_table("area_choice")
    op.drop_index("ix_vote_update_unannounced", table_name="vote_update")
    op.drop_index(op.f("ix_vote_update_budget_id"), table_name="vote_update")
    op.drop_table("vote_update")
    with op.batch_alter_table("project") as project:
        project.drop_constraint(op.f("fk_project_proposal_id_proposal"), type_="foreignkey")
        project.drop_constraint(op.f("fk_project_contact_id_contact"), type_="foreignkey")
        for name in ("progress", "proposal_id", "contact_id"):
            project.drop_column(name)
    with op.batch_alter_table("budget") as budget:
        for name in (*_DATES, "has_roll", "areas"):
            budget.drop_column(name)
