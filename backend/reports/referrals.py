"""Referrals: what somebody else answers for is not filed with the city, and not lost."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TextIO

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, func, select

from backend import spreadsheet
from storage.referrals import Referral, ReferralKind

COLUMNS = ("id", "at", "contact_id", "kind", "body", "service_code", "words", "address", "lat", "lon", "request_id")
"""The columns of an exported list."""
_BATCH = 1000

Entry = dict[str, str | int | float | None]


class Matter(BaseModel):
    """What was referred and to whom; latitude and longitude in WGS 84 degrees, photos as media ids."""

    model_config = ConfigDict(frozen=True)

    kind: ReferralKind
    body: str | None
    words: str
    service_code: str | None = None
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    photos: list[int] = []


def refer(session: Session, matter: Matter, *, contact_id: int, now: datetime, earlier: int | None = None) -> Referral:
    """Keep a referral; `earlier` is the same matter's before it turned out to be another's, and is put right."""
    referral = session.get(Referral, earlier) if earlier is not None else None
    if referral is None or referral.contact_id != contact_id:
        referral = Referral(contact_id=contact_id, at=now, **matter.model_dump())
        session.add(referral)
    else:
        referral.sqlmodel_update(matter.model_dump())
    session.flush()
    return referral


def filed(session: Session, id: int, request_id: int) -> None:
    """The matter was filed with the city all the same: what lay outside was a slip, what is another's stays one."""
    referral = session.get(Referral, id)
    if referral is None:
        return
    if referral.kind is ReferralKind.OUTSIDE:
        session.delete(referral)
    else:
        referral.request_id = request_id


def latest(session: Session, *, offset: int = 0, limit: int = 10) -> Sequence[Referral]:
    """The newest referrals."""
    return session.exec(select(Referral).order_by(col(Referral.id).desc()).offset(offset).limit(limit)).all()


def counted(session: Session, since: datetime) -> list[tuple[ReferralKind, str | None, int]]:
    """How many were referred since then, by kind and body, most first."""
    rows = select(Referral.kind, Referral.body, func.count()).where(Referral.at >= since)
    found = session.exec(rows.group_by(col(Referral.kind), col(Referral.body))).all()
    counts = [(ReferralKind(kind), body, count) for kind, body, count in found]
    return sorted(counts, key=lambda row: (-row[2], str(row[1])))


def entries(session: Session) -> Iterator[Entry]:
    """Every referral, oldest first; `at` is ISO 8601 in UTC."""
    for row in session.exec(select(Referral).order_by(col(Referral.id)).execution_options(yield_per=_BATCH)):
        values = {**row.model_dump(include=set(COLUMNS)), "at": row.at.isoformat(), "kind": row.kind.value}
        yield {name: values[name] for name in COLUMNS}


def line(entry: Entry) -> str:
    """A referral as a person reads it."""
    told = [str(entry[key] or "-") for key in ("at", "kind", "body", "address")]
    return "  ".join([*told, json.dumps(entry["words"], ensure_ascii=False)])


def write_csv(session: Session, file: TextIO) -> int:
    """Write all referrals as a table with a heading; returns how many there are."""
    return spreadsheet.write(file, COLUMNS, entries(session))
