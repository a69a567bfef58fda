"""Public words: descriptions and messages as others than their writer read them, private and anonymous reports."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString()


def upgrade() -> None:
    # Words from before are not published: nobody was shown them, and names can't be found here. None says so.
    op.add_column("service_request", sa.Column("public_description", _TEXT, nullable=True))
    op.add_column("service_request", sa.Column("private", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("service_request", sa.Column("anonymous", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("service_request_update", sa.Column("public_words", _TEXT, nullable=True))


def downgrade() -> None:
    op.drop_column("service_request_update", "public_words")
    op.drop_column("service_request", "anonymous")
    op.drop_column("service_request", "private")
    op.drop_column("service_request", "public_description")
