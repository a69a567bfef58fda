"""The export: one zip from which anybody can check and count a vote, with the script that does it inside."""

import zipfile
from importlib import resources
from pathlib import Path

from backend.ballotlog.board import Board, counted, lines
from backend.tally import pabulib_writing

README = """How to check this vote
======================

1. Take verify.py from here, or better from Agora's public repository.
2. python3 verify.py THIS.zip --frozen HASH
   HASH is the hash that was published before the vote opened: {hash}
   (compare it with the announcement, not with this file).
3. If you kept signed heads during the vote: --witness FILE.

vote.json    what could be chosen, by which rule, under which key; frozen before the vote
log.jsonl    every ballot as it was cast, one a line; until the close the last of a token counts
heads.jsonl  what the log held at each time, signed
close.json   roll, turnout and result, signed
ballots.pb   the ballots that count, for any other counter (Pabulib format): no age, no sex, no place
verify.py    checks all of this; Python 3.9, nothing else
"""
_WHEN = (2020, 1, 1, 0, 0, 0)
"""The zip's own times tell nothing, so that the same vote gives the same bytes."""


def write(path: Path, board: Board, close: bytes) -> Path:
    """Write the export of a closed log."""
    files = {
        "README.txt": README.format(hash=board.vote.hash).encode(),
        "vote.json": board.vote.canonical,
        "log.jsonl": lines(board.entries),
        "heads.jsonl": lines(board.heads),
        "close.json": close,
        "ballots.pb": pabulib_of(board),
        "verify.py": resources.files("backend.ballotlog").joinpath("verify.py").read_bytes(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as export:
        for name, content in files.items():
            export.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return path


def pabulib_of(board: Board) -> bytes:
    """The ballots that count in Pabulib's format, for any other counter."""
    return pabulib_writing.write(board.vote.election(counted(board.entries, board.vote))).encode()
