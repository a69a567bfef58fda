"""Counts of votes with all their reasons, kept; votes that are counted already are counted once more for it."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("heading", sa.Column("outcome", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("heading") as heading:
        heading.drop_column("outcome")
