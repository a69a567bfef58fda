"""Tampering with whole files of an export: cut, swapped, written another way, signed by another, another definition."""

import json
import random
import unicodedata
from collections.abc import Callable
from functools import cache

from backend.ballotlog.board import lines
from backend.ballotlog.canonical import canonical
from backend.ballotlog.export import pabulib_of
from backend.ballotlog.heads import new_key, sign
from backend.tally.election import BallotKind
from backend.tally.rule import Method, Rule
from tests.tally.voted import small_board

Files = dict[str, bytes]
Forgery = Callable[[Files, random.Random], None]
_JSON = ("vote.json", "close.json")
_LINES = ("log.jsonl", "heads.jsonl")


@cache
def _elsewhere() -> Files:
    """The export of another vote on other ballots, under another key."""
    board = small_board(BallotKind.APPROVAL, Rule(Method.ADD1U), seed=2, voters=60)
    files = {"log.jsonl": lines(board.entries), "heads.jsonl": lines(board.heads), "vote.json": board.vote.canonical}
    return files | {"close.json": board.close(roll=100, took=70)[1], "ballots.pb": pabulib_of(board)}


def _truncated(files: Files, draw: random.Random) -> None:
    """Cut anywhere, also within a line."""
    name = draw.choice(sorted(files))
    files[name] = files[name][: draw.randrange(len(files[name]))]


def _swapped(files: Files, draw: random.Random) -> None:
    """A file in another's place, or another vote's."""
    name, other = draw.sample(sorted(files), 2)
    if draw.random() < 0.5:
        files[name], files[other] = files[other], files[name]
    else:
        files[name] = _elsewhere()[name]


def _from_elsewhere(files: Files, draw: random.Random) -> None:
    """Entries or heads of another vote played again here."""
    name = draw.choice(_LINES)
    rows = files[name].splitlines(keepends=True)
    rows.insert(draw.randrange(len(rows) + 1), draw.choice(_elsewhere()[name].splitlines(keepends=True)))
    files[name] = b"".join(rows)


def _written_otherwise(files: Files, draw: random.Random) -> None:
    """The same content in other bytes: spaces, escapes, order of keys, a key twice, line ends, a byte order mark."""
    name = draw.choice((*_JSON, *_LINES))
    rows = files[name].split(b"\n")
    at = draw.randrange(max(1, len(rows) - 1))
    value = json.loads(rows[at])
    first, *_ = value
    match draw.randrange(6):
        case 0:
            rows[at] = json.dumps(value, ensure_ascii=False).encode()
        case 1:
            rows[at] = rows[at].replace(b'"' + first.encode(), b'"' + f"\\u{ord(first[0]):04x}{first[1:]}".encode(), 1)
        case 2:
            turned = {key: value[key] for key in reversed(value)}
            rows[at] = json.dumps(turned, ensure_ascii=False, separators=(",", ":")).encode()
        case 3:
            rows[at] = b"{" + json.dumps(first).encode() + b":1," + rows[at][1:]
        case 4:
            rows[at] += b"\r"
        case _:
            rows[at] = b"\xef\xbb\xbf" + rows[at]
    files[name] = b"\n".join(rows)


def _numbers(files: Files, draw: random.Random) -> None:
    """A number as a float, with an exponent, as text, negative, or beyond what JSON readers agree on."""
    name, key = draw.choice([("log.jsonl", "nth"), ("heads.jsonl", "size"), ("vote.json", "budget")])
    rows = files[name].split(b"\n")
    at = draw.randrange(max(1, len(rows) - 1))
    before, found, rest = rows[at].partition(f'"{key}":'.encode())
    end = next(place for place, byte in enumerate(rest) if byte in b",}")
    number = rest[:end].decode()
    other = draw.choice([f"{number}.0", f"{number}e0", f'"{number}"', f"-{number}", f"0{number}", f"{number}{2**64}"])
    rows[at] = before + found + other.encode() + rest[end:]
    files[name] = b"\n".join(rows)


def _unicode(files: Files, draw: random.Random) -> None:
    """A name that looks the same and is not."""
    vote = json.loads(files["vote.json"])
    project = draw.choice(vote["projects"])
    looks = ("p\u0301", "\u0440", "p\u200b", "\uff50", "P")
    project["id"] = project["id"].replace("p", draw.choice(looks), 1)
    project["name"] = unicodedata.normalize("NFD", f"{project['name']}é")
    files["vote.json"] = canonical(vote)


def _signatures(files: Files, draw: random.Random) -> None:
    """Signatures of others, of other messages, or spelt another way."""
    heads = [json.loads(line) for line in files["heads.jsonl"].splitlines()]
    one, other = draw.sample(heads, 2)
    match draw.randrange(5):
        case 0:
            one["signature"], other["signature"] = other["signature"], one["signature"]
        case 1:
            one["signature"] = one["signature"].upper() if one["signature"].upper() != one["signature"] else "00" * 64
        case 2:
            one["signature"] = sign(new_key(), canonical(one["head"]))
        case 3:
            # s plus the order of the group verifies where nobody looks whether s is below it (RFC 8032, 5.1.7).
            raw = bytes.fromhex(one["signature"])
            order = 2**252 + 27742317777372353535851937790883648493
            one["signature"] = (raw[:32] + (int.from_bytes(raw[32:], "little") + order).to_bytes(32, "little")).hex()
        case _:
            del one["signature"]
    files["heads.jsonl"] = lines(heads)


def _rule(files: Files, draw: random.Random) -> None:
    """Another rule, or the rule with another parameter."""
    vote = json.loads(files["vote.json"])
    options = ("step=2", "tie=id", "tie=cheaper", "tie=lot=7", "seats=2", "threshold=3", "exclusive=p00+p01")
    other = (
        f"{vote['rule']}:{draw.choice(options)}",
        draw.choice([one.value for one in Method if one != vote["rule"]]),
    )
    vote["rule"] = draw.choice(other)
    files["vote.json"] = canonical(vote)


def _definition(files: Files, draw: random.Random) -> None:
    """What can be chosen and by whom: projects, limits, level, key, scale, the close."""
    vote = json.loads(files["vote.json"])
    match draw.randrange(7):
        case 0:
            vote["projects"].pop(draw.randrange(len(vote["projects"])))
        case 1:
            vote["projects"].append({"id": "new", "cost": 1, "name": ""})
        case 2:
            draw.shuffle(vote["projects"])
            vote["projects"][0]["cost"] += 1
        case 3:
            vote["limits"]["max_length"] = draw.randint(1, 3)
        case 4:
            vote["level"] = "L3"
        case 5:
            vote["key"] = json.loads(_elsewhere()["vote.json"])["key"]
        case _:
            vote["scale"] = 100
    files["vote.json"] = canonical(vote)


def _turnout(files: Files, draw: random.Random) -> None:
    """Another roll, another number of people who took a ballot, another head, another level of the result."""
    close = json.loads(files["close.json"])
    key = draw.choice(("roll", "took", "voters", "head", "vote"))
    value = close["statement"][key]
    close["statement"][key] = value + draw.choice((-1, 1)) if isinstance(value, int) else value[::-1]
    files["close.json"] = canonical(close)


def _pabulib(files: Files, draw: random.Random) -> None:
    """What other counters are given: a ballot gone, doubled or altered, a threshold, a cheaper project."""
    rows = files["ballots.pb"].split(b"\n")
    first = rows.index(b"VOTES") + 2
    at = draw.randrange(first, len(rows) - 1)
    match draw.randrange(5):
        case 0:
            del rows[at]
        case 1:
            rows.insert(at, rows[at])
        case 2:
            voter, _, vote = rows[at].partition(b";")
            rows[at] = voter + b";" + (b"p00" if vote != b"p00" else b"p01")
        case 3:
            rows.insert(2, b"min_project_score_threshold;5")
        case _:
            place = rows.index(b"PROJECTS") + 2
            name, _, rest = rows[place].partition(b";")
            rows[place] = name + b";1" + rest
    files["ballots.pb"] = b"\n".join(rows)


FORGERIES: dict[str, Forgery] = {
    "truncated": _truncated,
    "swapped files": _swapped,
    "from elsewhere": _from_elsewhere,
    "written otherwise": _written_otherwise,
    "numbers": _numbers,
    "unicode": _unicode,
    "signatures": _signatures,
    "rule": _rule,
    "definition": _definition,
    "turnout": _turnout,
    "pabulib": _pabulib,
}
