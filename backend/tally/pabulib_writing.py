"""Pabulib's .pb files, written: what `pabulib.parse` reads back is the same election."""

import csv
import io
from collections.abc import Callable

from backend.tally.election import Election
from backend.tally.money import written


def write(election: Election) -> str:
    """The election as the text of a .pb file.

    No personal columns are written: a ballot beside age, sex or district would point to its voter.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    meta = dict(election.meta) | {
        "num_projects": str(len(election.projects)),
        "num_votes": str(len(election.ballots)),
        "budget": written(election.budget, election.scale),
        "vote_type": election.kind.value,
    }
    writer.writerows([("META",), ("key", "value"), *meta.items()])
    _write_projects(writer.writerow, election)
    points = election.ballots.points
    writer.writerows([("VOTES",), ("voter_id", "vote") if points is None else ("voter_id", "vote", "points")])
    ids = [project.id for project in election.projects]
    starts = election.ballots.starts.tolist()
    given = None if points is None else points.tolist()
    picks = election.ballots.picks.tolist()
    for voter, first, end in zip(election.ballots.voters, starts, starts[1:], strict=False):
        row = [voter, ",".join(ids[pick] for pick in picks[first:end])]
        writer.writerow(row if given is None else [*row, ",".join(map(str, given[first:end]))])
    return stream.getvalue()


def _write_projects(row: Callable[[list[str]], object], election: Election) -> None:
    projects = election.projects
    extra = sorted({column for project in projects for column in project.more})
    decided = any(project.selected is not None for project in projects)
    with_category = any(project.category for project in projects)
    header = ["project_id", "cost", "name", *extra]
    row(["PROJECTS"])
    row(header + ["category"] * with_category + ["selected"] * decided)
    for project in projects:
        fields = [project.id, written(project.cost, election.scale), project.name]
        fields += [project.more.get(column, "") for column in extra]
        fields += [project.category] * with_category
        row(fields + ["" if project.selected is None else str(project.selected)] * decided)
