"""gammu-smsd: a modem with a SIM, spoken to through its database (schema 17 of its SMSD tables).

Its inbox is polled, since a hook that fails is never called again. What was taken over is deleted there, so that
numbers and words don't stand around in clear.
"""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, create_engine
from sqlalchemy import text as sql
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.sms.gateway import Accepted, Outcome, Retry
from bot.channels.sms.inbound import Arrival
from bot.channels.sms.receipts import Receipt
from bot.channels.sms.segments import Encoding, Segmented
from storage.phones import TextState

NAME = "gammu"
_CREATOR = "agora:"
_CODING = {Encoding.GSM7: "Default_No_Compression", Encoding.UCS2: "Unicode_No_Compression"}
_STATES = {
    "SendingOK": TextState.SENT,
    "SendingOKNoReport": TextState.SENT,
    "DeliveryPending": TextState.BUFFERED,
    "DeliveryUnknown": TextState.SENT,
    "DeliveryOK": TextState.DELIVERED,
    "DeliveryFailed": TextState.FAILED,
    "SendingError": TextState.REFUSED,
    "Error": TextState.REFUSED,
}
_PORTS, _PARTS = (0x04, 0x05), (0x00, 0x08)
"""Elements of a header: application ports, and the place among the parts of a long message."""
_WORST = (TextState.REFUSED, TextState.FAILED, TextState.SENT, TextState.BUFFERED, TextState.DELIVERED)
_BATCH = 100
_LONGEST_WAIT = timedelta(days=3)
"""Receipts that are so late never come; until then numbers and words stand around in smsd's database."""

# Quoted, since PostgreSQL has these names in the case of smsd's own schema.
_INBOX = sql("""
    SELECT "ID" AS id, "SenderNumber" AS sender, "TextDecoded" AS words, "UDH" AS header, "ReceivingDateTime" AS at
    FROM inbox WHERE "Processed" = 'false' ORDER BY "ID" LIMIT :batch
""")
_FORGET = sql("""DELETE FROM inbox WHERE "ID" = :id""")
_KNOWN = sql("""
    SELECT 1 FROM outbox WHERE "CreatorID" = :creator UNION ALL SELECT 1 FROM sentitems WHERE "CreatorID" = :creator
""")
_POST = sql("""
    INSERT INTO outbox ("DestinationNumber", "TextDecoded", "Coding", "UDH", "MultiPart", "CreatorID",
        "DeliveryReport", "Class", "Text")
    VALUES (:number, :words, :coding, :header, :multipart, :creator, 'yes', -1, '') RETURNING "ID"
""")
_POST_PART = sql("""
    INSERT INTO outbox_multipart ("ID", "SequencePosition", "TextDecoded", "Coding", "UDH", "Class", "Text")
    VALUES (:id, :position, :words, :coding, :header, -1, '')
""")
_SENT = sql("""
    SELECT "CreatorID" AS creator, "Status" AS status, "ID" AS id, "SendingDateTime" AS at
    FROM sentitems WHERE "CreatorID" LIKE 'agora:%' ORDER BY "ID"
""")
_FORGET_SENT = sql("""DELETE FROM sentitems WHERE "ID" = :id""")


@dataclass(frozen=True)
class Fate:
    """How a text fared, with its key in smsd's database; `is_last` when no more will be heard of it."""

    id: int
    receipt: Receipt
    is_last: bool


class Gammu:
    """Puts texts into smsd's outbox, each at most once: it is found there again by our own name for it."""

    name = NAME

    def __init__(self, url: str, prefixes: tuple[str, ...] = ()) -> None:
        self.prefixes = prefixes
        arguments: dict[str, Any] = {"timeout": 10} if url.startswith("sqlite") else {}
        self._engine: Engine = create_engine(url, connect_args=arguments, pool_pre_ping=True)

    async def send(self, token: str, number: str, text: Segmented) -> Outcome:
        """See `Gateway`."""
        try:
            return await asyncio.to_thread(self._send, token, number, text)
        except SQLAlchemyError as error:
            return Retry(f"smsd's database: {type(error).__name__}")

    async def close(self) -> None:
        """Hang up."""
        self._engine.dispose()

    def _send(self, token: str, number: str, words: Segmented) -> Outcome:
        creator = f"{_CREATOR}{token}"
        with self._engine.begin() as connection:
            if connection.execute(_KNOWN, {"creator": creator}).first() is None:
                _post(connection, creator, number, words)
        return Accepted()

    def arrivals(self) -> Sequence[tuple[int, Arrival | None]]:
        """What waits in smsd's inbox, with its key there; nothing for what only belongs to a longer text."""
        with self._engine.connect() as connection:
            rows = connection.execute(_INBOX, {"batch": _BATCH}).all()
        return [(row.id, _arrival(row)) for row in rows]

    def forget(self, ids: Sequence[int]) -> None:
        """Delete what was taken over."""
        with self._engine.begin() as connection:
            for id_ in ids:
                connection.execute(_FORGET, {"id": id_})

    def fates(self) -> Sequence[Fate]:
        """How our texts in smsd's database fared so far."""
        with self._engine.connect() as connection:
            rows = connection.execute(_SENT).all()
        parts: dict[int, list[Row[Any]]] = {}
        for row in rows:
            parts.setdefault(row.id, []).append(row)
        return [_fate(id_, rows) for id_, rows in parts.items()]

    def forget_sent(self, id_: int) -> None:
        """Delete a text that was sent, all its parts."""
        with self._engine.begin() as connection:
            connection.execute(_FORGET_SENT, {"id": id_})


def _fate(id_: int, parts: Sequence[Row[Any]]) -> Fate:
    states = {_STATES.get(part.status, TextState.SENT) for part in parts}
    state = next(state for state in _WORST if state in states)
    old = str(datetime.now(UTC).replace(tzinfo=None) - _LONGEST_WAIT)
    is_last = (
        state not in (TextState.SENT, TextState.BUFFERED)
        or all(part.status.endswith("NoReport") for part in parts)
        or all(str(part.at) < old for part in parts)
    )
    return Fate(id_, Receipt(state, parts[0].creator.removeprefix(_CREATOR), NAME), is_last)


def _post(connection: Connection, creator: str, number: str, words: Segmented) -> None:
    reference = secrets.randbelow(256)
    headers = [_header(reference, len(words.parts), position) for position in range(1, len(words.parts) + 1)]
    first = {
        "number": number,
        "words": words.parts[0],
        "coding": _CODING[words.encoding],
        "header": headers[0],
        "multipart": "true" if len(words.parts) > 1 else "false",
        "creator": creator,
    }
    id_ = connection.execute(_POST, first).scalar_one()
    for position, part in enumerate(words.parts[1:], start=2):
        fields: Mapping[str, object] = {
            "id": id_,
            "position": position,
            "words": part,
            "coding": _CODING[words.encoding],
            "header": headers[position - 1],
        }
        connection.execute(_POST_PART, fields)


def _header(reference: int, total: int, position: int) -> str:
    return "" if total == 1 else bytes((5, 0, 3, reference, total, position)).hex().upper()


def _arrival(row: Row[Any]) -> Arrival | None:
    # smsd joins long texts in the row of their first part; the others stay behind, empty.
    if row.header and not row.words and not _is_data(row.header):
        return None
    return Arrival(NAME, f"{row.id}-{row.at}", row.sender, row.words, datetime.now(UTC), unsupported="picture")


def _is_data(header: str) -> bool:
    """Whether a message is for a program of the phone (application ports, 3GPP TS 23.040 §9.2.3.24): a picture, a card.

    Of a long one only the first part counts.
    """
    ports = position = None
    rest = bytes.fromhex(header)[1:]
    while len(rest) >= 2:
        kind, content = rest[0], rest[2 : 2 + rest[1]]
        ports = content if kind in _PORTS else ports
        position = content[-1] if kind in _PARTS and content else position
        rest = rest[2 + rest[1] :]
    return ports is not None and position in (None, 1)
