"""What each person said to each statement: agree, disagree, pass, or nothing."""

import csv
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

AGREE, PASS, DISAGREE, UNSEEN = 1, 0, -1, -128

Votes = npt.NDArray[np.int8]

_CODES = {"1": AGREE, "0": PASS, "-1": DISAGREE, "": UNSEEN, "1.0": AGREE, "0.0": PASS, "-1.0": DISAGREE}


class OpinionsInvalid(ValueError):
    """A file of votes that cannot be read; says where and why."""


@dataclass(frozen=True)
class Opinions:
    """The votes of `people` (rows) on `statements` (columns), shape (people, statements)."""

    people: Sequence[str]
    statements: Sequence[str]
    votes: Votes

    def without(self, statements: Collection[str]) -> "Opinions":
        """The same without some statements, such as those that moderators rejected."""
        kept = [column for column, name in enumerate(self.statements) if name not in statements]
        return Opinions(self.people, [self.statements[column] for column in kept], self.votes[:, kept])


def read(lines: Iterable[str]) -> Opinions:
    """Votes from the lines of a Polis `participants-votes.csv`: a row a person, a numbered column a statement.

    1 is agree, -1 disagree, 0 pass, empty not voted. Raises OpinionsInvalid.
    """
    rows = enumerate(lines, start=1)
    header = _cells(next(rows, (1, ""))[1].removeprefix("\ufeff"))
    columns = [index for index, name in enumerate(header) if name.strip().isdigit()]
    if "participant" not in header or not columns:
        raise OpinionsInvalid("line 1: expected a header with `participant` and one numbered column per statement")
    who, first, last = header.index("participant"), columns[0], columns[-1] + 1
    if columns != list(range(first, last)):
        raise OpinionsInvalid("line 1: the numbered columns must stand side by side")
    people: dict[str, None] = {}
    votes: list[Votes] = []
    for number, line in rows:
        if not line.strip():
            continue
        cells = _cells(line)
        if len(cells) != len(header):
            raise OpinionsInvalid(f"line {number}: {len(cells)} cells where the header has {len(header)}")
        if cells[who] in people:
            raise OpinionsInvalid(f"line {number}: participant {cells[who]} stands here for the second time")
        people[cells[who]] = None
        votes.append(_coded(cells[first:last], number))
    if not people:
        raise OpinionsInvalid("nobody has voted: the file has no line below its header")
    return Opinions([*people], [header[column] for column in columns], np.stack(votes))


def _cells(line: str) -> list[str]:
    # Spreadsheets put quotes around cells; a file of Polis has none, and is read many times faster without.
    bare = line.rstrip("\r\n")
    return next(csv.reader([bare])) if '"' in bare else bare.split(",")


def _coded(cells: Sequence[str], number: int) -> Votes:
    try:
        return np.fromiter(map(_CODES.__getitem__, cells), dtype=np.int8, count=len(cells))
    except KeyError as error:
        raise OpinionsInvalid(f"line {number}: a vote is 1, 0, -1 or empty, not {error.args[0]!r}") from None
