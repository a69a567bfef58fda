"""Pabulib's .pb files, read: three sections of `;`-separated rows, META, PROJECTS and VOTES.

Format: https://pabulib.org/format (Faliszewski et al. 2023, arXiv 2305.11035).
"""

import codecs
import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from backend.errors import AgoraError
from backend.tally import legality
from backend.tally.election import WITH_POINTS, BallotKind, Ballots, Election, Project
from backend.tally.money import amount, money_scale

WITHDRAWN_COST = Decimal(999999999)
"""How published files mark a project that was taken out after the vote."""
_SECTIONS = ("META", "PROJECTS", "VOTES")
_OWN_COLUMNS = frozenset({"project_id", "cost", "name", "category", "selected"})
_MOST_MONEY = Decimal(10**15)
_FINEST_MONEY = 10**4

Rows = list[tuple[int, list[str]]]


class FileInvalid(AgoraError):
    """A file is not what it should be; the message says where and why."""


def read(path: Path) -> Election:
    """The election in a file; raises FileInvalid naming the line."""
    try:
        return parse(_decoded(path.read_bytes()))
    except OSError as error:
        raise FileInvalid(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise FileInvalid(f"{path}: not {error.encoding} at byte {error.start}") from error
    except FileInvalid as error:
        raise FileInvalid(f"{path}: {error}") from error


def parse(text: str) -> Election:
    """The election in the text of a file; raises FileInvalid naming the line."""
    sections = _sections(text)
    meta = {row[0].strip(): row[1].strip() if len(row) > 1 else "" for _, row in sections["META"][1:]}
    kind = _kind(meta)
    budget = _money(meta.get("budget", ""), "META: the budget")
    columns, rows = _table("PROJECTS", sections["PROJECTS"], ("project_id", "cost"))
    costs = [_money(row[columns["cost"]], f"line {line}: the cost") for line, row in rows]
    scale = money_scale([budget, *costs])
    if max(budget, *costs) * scale > _MOST_MONEY:
        raise FileInvalid(f"an amount of money is beyond {_MOST_MONEY:.0E} of the smallest unit in use")
    projects = tuple(
        _project(columns, line, row, int(cost * scale)) for (line, row), cost in zip(rows, costs, strict=True)
    )
    numbers = {project.id: number for number, project in enumerate(projects)}
    if len(numbers) < len(projects):
        twice = next(project.id for number, project in enumerate(projects) if numbers[project.id] != number)
        raise FileInvalid(f"PROJECTS: {twice!r} stands there twice")
    needed = ("voter_id", "vote", "points") if kind in WITH_POINTS else ("voter_id", "vote")
    found = legality.Found()
    ballots = Ballots.of(_ballots(*_table("VOTES", sections["VOTES"], needed), numbers, kind, found))
    withdrawn = {
        project.id: "withdrawn"
        for project, cost in zip(projects, costs, strict=True)
        if cost == WITHDRAWN_COST and not project.selected
    }
    election = Election(kind, int(budget * scale), projects, ballots, scale, meta, out=withdrawn)
    return legality.with_oddities(election, found)


def _decoded(raw: bytes) -> str:
    """UTF-8, UTF-16 where it says so; anything else letter by byte, which keeps ids alike and at worst spoils names."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _sections(text: str) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    current = ""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    try:
        for row in reader:
            if not any(row):
                continue
            name = row[0].strip()
            if name.upper() in _SECTIONS and not any(row[1:]):
                current = name.upper()
            elif current:
                found[current].append((reader.line_num, row))
            else:
                raise FileInvalid(f"line {reader.line_num}: the file must begin with META")
    except csv.Error as error:
        raise FileInvalid(f"line {reader.line_num}: {error}") from error
    for section in _SECTIONS:
        if not found[section]:
            raise FileInvalid(f"the section {section} is missing or empty")
    return found


def _kind(meta: Mapping[str, str]) -> BallotKind:
    try:
        return BallotKind(meta.get("vote_type", "").lower())
    except ValueError as error:
        known = ", ".join(kind.value for kind in BallotKind)
        raise FileInvalid(f"META: vote_type is {meta.get('vote_type', '')!r}, not one of {known}") from error


def _table(section: str, rows: Rows, needed: tuple[str, ...]) -> tuple[dict[str, int], Rows]:
    line, header = rows[0]
    columns = {name.strip(): number for number, name in enumerate(header)}
    for name in needed:
        if name not in columns:
            raise FileInvalid(f"line {line}: {section} has no column {name}")
    widest = max(columns[name] for name in needed)
    for at, row in rows[1:]:
        if len(row) <= widest:
            raise FileInvalid(f"line {at}: {len(row)} columns where {widest + 1} are needed")
    return columns, rows[1:]


def _project(columns: Mapping[str, int], line: int, row: list[str], cost: int) -> Project:
    values = {name: row[number].strip() for name, number in columns.items() if number < len(row)}
    if not values["project_id"]:
        raise FileInvalid(f"line {line}: a project without an id")
    if "," in values["project_id"]:
        raise FileInvalid(f"line {line}: a project id can't hold a comma")
    selected = values.get("selected", "").removesuffix(".0")  # a spreadsheet's way to write a whole number
    if selected and not selected.isdecimal():
        raise FileInvalid(f"line {line}: selected is {selected!r}, not a number")
    return Project(
        id=values["project_id"],
        cost=cost,
        name=values.get("name", ""),
        category=values.get("category", ""),
        selected=int(selected) if selected else None,
        more={name: value for name, value in values.items() if name not in _OWN_COLUMNS},
    )


def _ballots(
    columns: Mapping[str, int], rows: Rows, numbers: Mapping[str, int], kind: BallotKind, found: legality.Found
) -> Iterator[tuple[str, list[int], list[int] | None]]:
    voter_at, vote_at = columns["voter_id"], columns["vote"]
    points_at = columns["points"] if kind in WITH_POINTS else None
    seen: dict[str, list[int]] = {}
    for line, row in rows:
        vote = row[vote_at]
        points = _points(row[points_at], line) if points_at is not None else None
        picks = seen.get(vote)
        if picks is None or points is not None:
            names = [name.strip() for name in vote.split(",")] if vote.strip() else []
            picks = [numbers.get(name, -1) for name in names]
            if -1 in picks or len(set(picks)) < len(picks) or (points is not None and len(points) != len(picks)):
                picks, points = _cleaned(picks, points, row[voter_at], found)
            else:
                seen[vote] = picks
        yield row[voter_at], picks, points


def _cleaned(
    picks: list[int], points: list[int] | None, voter: str, found: legality.Found
) -> tuple[list[int], list[int] | None]:
    """A ballot without what can't be counted: unknown projects, a project named again; both are noted."""
    if points is not None and len(points) != len(picks):
        found.note("points-missing", voter)
        points = (points + [0] * len(picks))[: len(picks)]
    kept: dict[int, int] = {}
    for place, pick in enumerate(picks):
        if pick < 0:
            found.note("unknown-project", voter)
        elif pick in kept:
            found.note("repeated", voter)
        else:
            kept[pick] = points[place] if points is not None else 0
    return list(kept), list(kept.values()) if points is not None else None


def _points(text: str, line: int) -> list[int]:
    try:
        return [int(part) for part in text.split(",")] if text.strip() else []
    except ValueError as error:
        raise FileInvalid(f"line {line}: points are {text!r}, not whole numbers") from error


def _money(text: str, what: str) -> Decimal:
    try:
        value = amount(text)
    except InvalidOperation as error:
        raise FileInvalid(f"{what} is {text!r}, not an amount of money") from error
    if not 0 <= value <= _MOST_MONEY or money_scale([value]) > _FINEST_MONEY:
        raise FileInvalid(f"{what} is {text!r}: below nothing, beyond all money or too finely divided")
    return value
