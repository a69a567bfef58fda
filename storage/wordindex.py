"""The index of words: which reports hold all of some words, newest first, in milliseconds among half a million.

Each database's own full text search, over the column `searchable`, which is folded by us and so the same on both:
FTS5 on SQLite, a GIN index over a generated column on PostgreSQL. Neither needs an extension or anything that we keep
in step: SQLite's triggers and PostgreSQL's generated column do. The column is stored, because frequent words are found
by going back from the newest report, where making the vector of each row anew took 30 microseconds. The index takes new
rows at once (no `fastupdate`), because a list of pending ones is read to its end by every search.

A table of words of our own would be one statement on both, but it needs a row for every word of every report and, to
join two frequent words, reads one of them to the end (170,000 of 500,000 reports hold "hole"). Trigrams would also find
the middle of a word, which nobody types, and cost three times the space.

Whole words are looked for first, plurals as one with their singular: where one word is rare, the others are only
checked. The beginning of a word gathers all that begin so before anything else is known, ten times as slow where they
are frequent, and is looked for when whole words find nothing.

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
"""Letters from which a word can be the beginning of longer ones: "mat" of "mattress"."""
_PLURAL = 4
"""Letters from which a final s is that of a plural, in English, French and Spanish: "lights", but "bus"."""

Alternatives = Sequence[str]
"""Words of which one is enough."""


def token(kind: str, code: str) -> str:
    """A code as a word of the index that nobody writes: `s` for a service, `d` for a department."""
    return f"x{kind}x{folded(code).replace(' ', '')}"


def indexed(text: str) -> str:
    """A text as it is looked for: folded, every word in the singular."""
    return " ".join(_singular(word) for word in folded(text).split())


def newest(session: Session, wanted: Sequence[Alternatives], *, limit: int) -> list[int]:
    """The numbers of the reports that hold one word of each of the alternatives, the newest first.

    Where none does, those with words that begin so.
    """
    # One statement for the page and the count: on SQLite a beginning of a word is gathered anew by every statement.
    statement = text(f"{_matching(session)} ORDER BY number DESC LIMIT :limit")
    for beginnings in (False, True):
        query = _query(session, wanted, beginnings=beginnings)
        rows = session.connection().execute(statement, {"query": query, "limit": limit}).all()
        if rows:
            return [row.number for row in rows]
    return []


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _matching(session: Session) -> str:
    if _is_sqlite(session):
        return "SELECT rowid AS number FROM words_of_request WHERE words_of_request MATCH :query"
    return "SELECT id AS number FROM service_request WHERE words_of_request @@ CAST(:query AS tsquery)"


def _query(session: Session, wanted: Sequence[Alternatives], *, beginnings: bool) -> str:
    quote, goes_on, either, both = ('"', "*", " OR ", " AND ") if _is_sqlite(session) else ("'", ":*", " | ", " & ")

    def written(word: str) -> str:
        return f"{quote}{_plain(word)}{quote}{goes_on if beginnings and _may_go_on(word) else ''}"

    return both.join(f"({either.join(written(word) for word in alternatives)})" for alternatives in wanted)


def _may_go_on(word: str) -> bool:
    # A house number is that number, and a code is that code.
    return len(word) >= _SHORTEST and not word[0].isdecimal() and not re.match(r"x[sd]x", word)


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _PLURAL and word.endswith("s") and not word.endswith("ss") else word


def _plain(word: str) -> str:
    # Folded words hold nothing else; whoever passes others gets no query of their own in.
    return "".join(letter for letter in word if letter.isalnum())
