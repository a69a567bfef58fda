"""Similar proposals: the newest of a term are read from the end of an index."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_proposal_term_newest", "proposal_term", ["term", "proposal_id"])


def downgrade() -> None:
    op.drop_index("ix_proposal_term_newest", table_name="proposal_term")
