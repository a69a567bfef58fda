"""The index of what proposals are about: which of them share most terms with a text, in milliseconds among many.

Of a term that thousands share only the newest count: it tells little, and rows of it are most of what would be read
(of 50,000 proposals 30,000 may name the same street or school). Each list is an index range read from its end, so the
work is bounded by the number of terms. It is written as text because SQLAlchemy takes longer to build and compile
twenty-eight small queries than the databases take to answer them.
"""

from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session

_NEWEST = 2000
"""Rows of one term that are read. Of 150 searches in the bench, 1 found fewer similar proposals than reading all rows
did; with 1,000 rows 4 did, and 3,000 found no more."""


def sharing(session: Session, terms: Sequence[int], *, area: str, limit: int) -> list[int]:
    """The numbers of the proposals that share most of the terms, the newest of equals first.

    With an area, of those for it or for the whole city.
    """
    if not terms:
        return []
    places = ("area = :area AND", "area = '' AND") if area else ("",)
    lists = " UNION ALL ".join(
        f"SELECT * FROM (SELECT proposal_id FROM proposal_term WHERE {place} term = :term{index}"  # noqa: S608
        f" ORDER BY proposal_id DESC LIMIT :newest) AS of_{index}_{number}"
        for index in range(len(terms))
        for number, place in enumerate(places)
    )
    statement = text(
        f"SELECT proposal_id FROM ({lists}) AS found GROUP BY proposal_id"  # noqa: S608
        " ORDER BY count(*) DESC, proposal_id DESC LIMIT :limit"
    )
    values: dict[str, object] = {f"term{index}": term for index, term in enumerate(terms)}
    values |= {"newest": _NEWEST, "limit": limit} | ({"area": area} if area else {})
    return [row.proposal_id for row in session.connection().execute(statement, values)]
