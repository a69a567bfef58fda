"""The result of a vote: who won and why, and what is handed out so that anybody can check it."""

import csv
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TextIO

from sqlmodel import Session, and_, func, select

from backend.ballotlog import export as exports
from backend.ballotlog.frozen import FrozenVote
from backend.errors import NotOpenYet
from backend.tally import outcome_json
from backend.tally.election import Ballots
from backend.tally.money import as_number, written
from backend.tally.outcome import Outcome
from backend.votes import ballotbox, votelog, votes
from backend.votes.votelog import Log
from storage.ballots import Ballot
from storage.roll import RollEntry, Voter
from storage.votes import Budget, Heading, Project, Standing

SMALLEST = 10
"""People of whom a number may speak; of fewer it would speak of somebody."""


def outcome(heading: Heading) -> Outcome:
    """The result of a counted heading, with the reasons; raises NotOpenYet before the count: nobody is told sooner.

    Its election has no ballots: they stand in the log.
    """
    if heading.outcome is None or heading.frozen is None:
        raise NotOpenYet
    return _read(heading.frozen, heading.outcome)


@lru_cache(maxsize=64)
def _read(frozen: str, told: str) -> Outcome:
    """What was counted never changes, and everybody may ask why a project lost."""
    return outcome_json.read(told, FrozenVote.of(json.loads(frozen)).election(Ballots.of([])))


@dataclass(frozen=True, slots=True)
class Published:
    """What is handed out of a counted heading."""

    log: Log
    closing: str

    def write(self, path: Path) -> Path:
        """Write the zip from which anybody can check and count the vote."""
        return exports.write(path, self.log.board(), self.closing.encode())


def published(session: Session, heading: Heading) -> Published:
    """What is handed out of a heading; raises NotOpenYet before the count."""
    if heading.closing is None:
        raise NotOpenYet
    return Published(votelog.log_of(session, heading), heading.closing)


def chosen(session: Session, heading: Heading, receipt: str) -> list[str]:
    """What a ballot chose, by its receipt, once the log is published; raises NotOpenYet before the close."""
    if heading.closing is None:
        raise NotOpenYet
    row = session.exec(select(Ballot).where(Ballot.heading_id == heading.id, Ballot.receipt == receipt)).first()
    return [] if row is None else list(ballotbox.entry_of(row)["choices"])


def turnout_by_area(session: Session, heading: Heading) -> dict[str, int]:
    """How many of each area of the roll took a ballot. Areas of fewer than ten stand together under "".

    Empty where that would still tell of fewer than ten, or the roll knows no areas.
    """
    same = (RollEntry.identity == Voter.identity, RollEntry.budget_id == heading.budget_id)
    rows = select(RollEntry.area, func.count()).join(Voter, and_(*same)).where(Voter.heading_id == heading.id)
    counts = sorted(session.exec(rows.group_by(RollEntry.area)).all(), key=lambda row: -row[1])
    if not any(area for area, _ in counts):
        return {}
    large = [row for row in counts if row[1] >= SMALLEST and row[0]]
    rest = sum(count for _, count in counts) - sum(count for _, count in large)
    while 0 < rest < SMALLEST and large:
        rest += large.pop()[1]
    if 0 < rest < SMALLEST:
        return {}
    return dict(large) | ({"": rest} if rest else {})


def write_csv(session: Session, budget: Budget, file: TextIO) -> int:
    """A row for each project: what it was, what it got, whether it won and why; raises NotOpenYet before the count."""
    table = csv.writer(file)
    table.writerow(("part", "area", "number", "id", "name", "cost", "total", "rank", "won", "reason", "progress"))
    count = 0
    for heading in votes.headings_of(session, budget):
        verdicts = outcome(heading).verdicts
        for one in votes.projects_of(session, heading):
            found = verdicts[one.reference]
            total = "" if found.total is None else as_number(int(found.total), 1)
            cost, progress = written(one.cost, budget.scale), one.progress.value if one.progress else ""
            who = (heading.code, heading.area or "", one.number, one.reference, one.name, cost)
            table.writerow((*who, total, found.rank or "", int(found.won), found.reason.value, progress))
            count += 1
    return count


def withdrawn(session: Session, heading: Heading) -> dict[str, str]:
    """What is out of the count although it is on the ballot, with the reasons."""
    rows = select(Project).where(Project.heading_id == heading.id, Project.standing == Standing.WITHDRAWN)
    return {project.reference: project.reason for project in session.exec(rows)}
