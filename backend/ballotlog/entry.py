"""One entry of the ballot log: a ballot as it was cast, under a token that only its voter's roll entry once knew."""

import base64
import secrets
from collections.abc import Sequence
from typing import Any

from backend.ballotlog.canonical import canonical
from backend.ballotlog.tree import leaf_hash

RECEIPT_LENGTH = 10
"""Characters of a receipt: 50 bits, so that among 70,000 ballots two alike are a chance in half a million."""


def new_entry(
    *, vote: str, frozen: str, token: str, nth: int, choices: Sequence[str], points: Sequence[int] | None = None
) -> dict[str, Any]:
    """A ballot, the nth under its token (from 1): until the close the last one counts.

    The salt makes the leaf hash a commitment: it can be published during the vote and tells nothing of the choices.
    """
    entry: dict[str, Any] = {
        "vote": vote,
        "frozen": frozen,
        "token": token,
        "nth": nth,
        "choices": list(choices),
        "salt": secrets.token_hex(16),
    }
    return entry if points is None else entry | {"points": list(points)}


def receipt(entry: dict[str, Any]) -> str:
    """The short code that its voter gets: the beginning of the leaf hash in base32."""
    return receipt_of_leaf(leaf_hash(canonical(entry)))


def receipt_of_leaf(leaf: bytes) -> str:
    """The receipt of an entry whose leaf hash is known."""
    return base64.b32encode(leaf).decode()[:RECEIPT_LENGTH]


def read_receipt(text: str) -> str | None:
    """A receipt as people type it (small letters, spaces, hyphens, 0 for O, 1 for I, 8 for B); None for anything else.

    Base32 has neither 0, 1 nor 8.
    """
    code = "".join(text.upper().split()).replace("-", "").translate(str.maketrans("018", "OIB"))
    known = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    return code if len(code) == RECEIPT_LENGTH and set(code) <= known else None
