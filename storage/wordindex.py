"""The index of words: which reports hold all of some words, newest first, in milliseconds among half a million.

Each database's own full text search, over the column `searchable`, which is folded by us and so the same on both:
FTS5 on SQLite, a GIN index of `to_tsvector` on PostgreSQL. Neither needs an extension or a second table that we keep in
step: SQLite's triggers and PostgreSQL's index do. A table of words of our own would be one statement on both, but it
needs a row for every word of every report and, to join two frequent words, reads one of them to the end (measured:
170,000 of 500,000 reports hold "hole"). Trigrams would also find the middle of a word, which nobody types, and cost
three times the space.

It cannot stand in the models: SQLAlchemy knows no virtual tables. Migration 0006 makes it; a later migration that
rebuilds the table on SQLite must make the triggers anew.
"""

import re
from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session

from storage.folding import folded

PREFIX = "words_"
"""How the names of the index, its table and its triggers begin, so that Alembic leaves them alone."""
_SHORTEST = 3
"""Letters from which a word also means the longer ones that begin so: "light" finds "lights"."""

Alternatives = Sequence[str]
"""Words of which one is enough."""


def token(kind: str, code: str) -> str:
    """A code as a word of the index that nobody writes: `s` for a service, `d` for a department."""
    return f"x{kind}x{folded(code).replace(' ', '')}"


def newest(session: Session, wanted: Sequence[Alternatives], *, limit: int) -> list[int]:
    """The numbers of the reports that hold one word of each of the alternatives, the newest first."""
    # One statement for the page and the count: on SQLite a beginning of a word is gathered anew by every statement.
    rows = session.connection().execute(
        text(f"{_matching(session)} ORDER BY number DESC LIMIT :limit"),
        {"query": _query(session, wanted), "limit": limit},
    )
    return [row.number for row in rows]


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _matching(session: Session) -> str:
    if _is_sqlite(session):
        return "SELECT rowid AS number FROM words_of_request WHERE words_of_request MATCH :query"
    vector = "to_tsvector('simple', searchable)"
    return f"SELECT id AS number FROM service_request WHERE {vector} @@ CAST(:query AS tsquery)"


def _query(session: Session, wanted: Sequence[Alternatives]) -> str:
    written, either, both = (_in_fts5, " OR ", " AND ") if _is_sqlite(session) else (_in_tsquery, " | ", " & ")
    return both.join(f"({either.join(written(word) for word in alternatives)})" for alternatives in wanted)


def _in_fts5(word: str) -> str:
    return f'"{_plain(word)}"*' if _may_go_on(word) else f'"{_plain(word)}"'


def _in_tsquery(word: str) -> str:
    return f"'{_plain(word)}':*" if _may_go_on(word) else f"'{_plain(word)}'"


def _may_go_on(word: str) -> bool:
    # A house number is that number, and a code is that code.
    return len(word) >= _SHORTEST and not word[0].isdecimal() and not re.match(r"x[sd]x", word)


def _plain(word: str) -> str:
    # Folded words hold nothing else; whoever passes others gets no query of their own in.
    return "".join(letter for letter in word if letter.isalnum())
