"""Tampering with an export, as somebody would who holds the files and not the key."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backend.ballotlog.board import Board, lines
from backend.ballotlog.canonical import canonical
from backend.ballotlog.entry import new_entry
from backend.ballotlog.export import pabulib_of
from backend.ballotlog.heads import new_key, sign
from tests.tally.forging import FORGERIES

Files = dict[str, bytes]


@dataclass(frozen=True)
class Export:
    """What an export holds."""

    board: Board
    close: bytes

    def files(self) -> Files:
        """The files that are checked."""
        return {
            "vote.json": self.board.vote.canonical,
            "log.jsonl": lines(self.board.entries),
            "heads.jsonl": lines(self.board.heads),
            "close.json": self.close,
            "ballots.pb": pabulib_of(self.board),
        }


def tampered(export: Export, kind: str, seed: int) -> Files:
    """The files of an export after one tampering."""
    files = export.files()
    draw = random.Random(f"{kind}/{seed}")
    if kind in FORGERIES:
        FORGERIES[kind](files, draw)
    else:
        _TAMPERINGS[kind](files, draw, export)
    return files


def _log(change: Callable[[list[dict[str, Any]], random.Random, Export], None]) -> Callable[..., None]:
    def tamper(files: Files, draw: random.Random, export: Export) -> None:
        entries = [json.loads(line) for line in files["log.jsonl"].splitlines()]
        change(entries, draw, export)
        files["log.jsonl"] = lines(entries)

    return tamper


def _drop(entries: list[dict[str, Any]], draw: random.Random, _: Export) -> None:
    del entries[draw.randrange(len(entries))]


def _add(entries: list[dict[str, Any]], draw: random.Random, export: Export) -> None:
    vote = export.board.vote
    choices = [draw.choice(vote.projects).id]
    entry = new_entry(vote=vote.vote, frozen=vote.hash, token=f"{draw.getrandbits(256):064x}", nth=1, choices=choices)
    entries.insert(draw.randrange(len(entries) + 1), entry)


def _alter(entries: list[dict[str, Any]], draw: random.Random, export: Export) -> None:
    entry = draw.choice(entries)
    others = [one.id for one in export.board.vote.projects if one.id not in entry["choices"]]
    entry["choices"][draw.randrange(len(entry["choices"]))] = draw.choice(others)


def _salt(entries: list[dict[str, Any]], draw: random.Random, _: Export) -> None:
    draw.choice(entries)["salt"] = f"{draw.getrandbits(128):032x}"


def _swap_tokens(entries: list[dict[str, Any]], draw: random.Random, _: Export) -> None:
    one, other = draw.sample(entries, 2)
    while one["token"] == other["token"]:
        one, other = draw.sample(entries, 2)
    one["token"], other["token"] = other["token"], one["token"]


def _reorder(entries: list[dict[str, Any]], draw: random.Random, _: Export) -> None:
    one, other = draw.sample(range(len(entries)), 2)
    entries[one], entries[other] = entries[other], entries[one]


def _replay(entries: list[dict[str, Any]], draw: random.Random, _: Export) -> None:
    entry = dict(draw.choice(entries))
    if draw.random() < 0.5:
        entry["nth"] += 1
    entries.append(entry)


def _cut(entries: list[dict[str, Any]], draw: random.Random, _: Export) -> None:
    del entries[-draw.randint(1, 5) :]


def _heads(files: Files, draw: random.Random, export: Export) -> None:
    heads = [json.loads(line) for line in files["heads.jsonl"].splitlines()]
    at = draw.randrange(len(heads))
    match draw.randrange(4):
        case 0:
            del heads[at]
        case 1:
            heads[at]["head"]["size"] += draw.choice((-1, 1))
        case 2:
            forged = heads[at]["head"] | {"root": f"{draw.getrandbits(256):064x}"}
            heads[at] = {"head": forged, "signature": sign(new_key(), canonical(forged))}
        case _:
            heads.append(heads[at])
    files["heads.jsonl"] = lines(heads)


def _vote(files: Files, draw: random.Random, export: Export) -> None:
    vote = json.loads(files["vote.json"])
    match draw.randrange(4):
        case 0:
            vote["budget"] += draw.choice((-1, 1))
        case 1:
            draw.choice(vote["projects"])["cost"] += 1
        case 2:
            vote["rule"] = "greedy-no-skip"
        case _:
            vote["closes"] = "2026-06-01T18:00:00Z"
    files["vote.json"] = canonical(vote)


def _close(files: Files, draw: random.Random, export: Export) -> None:
    close = json.loads(files["close.json"])
    statement = close["statement"]
    match draw.randrange(5):
        case 0:
            statement["result"]["winners"].pop()
        case 1:
            statement["voters"] += 1
        case 2:
            statement["roll"] += 100
        case 3:
            statement["out"].append({"project": statement["result"]["winners"][0], "why": "withdrawn"})
        case _:
            close["signature"] = sign(new_key(), canonical(statement))
    files["close.json"] = canonical(close)


def _byte(files: Files, draw: random.Random, export: Export) -> None:
    name = draw.choice(sorted(files))
    raw = bytearray(files[name])
    raw[draw.randrange(len(raw))] ^= 1 << draw.randrange(8)
    files[name] = bytes(raw)


_TAMPERINGS: dict[str, Callable[..., None]] = {
    "drop": _log(_drop),
    "add": _log(_add),
    "alter": _log(_alter),
    "salt": _log(_salt),
    "swap tokens": _log(_swap_tokens),
    "reorder": _log(_reorder),
    "replay": _log(_replay),
    "cut the end": _log(_cut),
    "heads": _heads,
    "vote": _vote,
    "closing": _close,
    "one bit": _byte,
}
KINDS = (*_TAMPERINGS, *FORGERIES)
