"""Papers: document number, birth date and postcode, written by a registry or typed by a person, made comparable."""

import re
import unicodedata
from datetime import date

COLUMNS = ("document", "birth_date", "postcode")
_SEPARATOR = re.compile(r"[,;\n]+")
_DATE = re.compile(r"(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})")


def proof(document: str, birth_date: str, postcode: str) -> str:
    """The one way to write somebody's papers; raises ValueError for a birth date that is not YYYY-MM-DD."""
    try:
        born = date.fromisoformat(birth_date)
    except ValueError:
        raise ValueError("birth_date is not YYYY-MM-DD") from None
    return _written(document, born, postcode)


def proofs_in(words: str) -> list[str]:
    """What typed papers may prove: "AB 123, 31/12/1980, 02124". Day and month stand in either order; none is none."""
    parts = [part.strip() for part in _SEPARATOR.split(words) if part.strip()]
    if len(parts) != len(COLUMNS):
        return []
    return [_written(parts[0], born, parts[2]) for born in _dates(parts[1])]


def plain(text: str) -> str:
    """Letters and digits only, capital, in one form: nobody types the spaces and dashes of a letter alike."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(char for char in folded if char.isalnum())


def _written(document: str, born: date, postcode: str) -> str:
    return f"papers/{plain(document)}/{born.isoformat()}/{plain(postcode)}"


def _dates(words: str) -> list[date]:
    found = _DATE.fullmatch(words.strip())
    if found is None:
        return []
    first, middle, last = (int(part) for part in found.groups())
    orders = [(first, middle, last)] if len(found[1]) == 4 else [(last, middle, first), (last, first, middle)]
    return list(dict.fromkeys(born for order in orders if (born := _date(*order)) is not None))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
