"""Votes played to the end, for tests and benches of the ballot log: a board with heads, and its closing."""

import random
from datetime import UTC, datetime, timedelta

from backend.ballotlog.board import Board
from backend.ballotlog.entry import new_entry
from backend.ballotlog.frozen import FrozenVote, from_election
from backend.ballotlog.heads import new_key, public_key
from backend.tally.election import BallotKind, Election
from backend.tally.rule import Rule
from tests.tally.invented import small

OPENED = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)


def board_of(election: Election, rule: Rule, *, seed: int = 1, heads: int = 8, changes: float = 0.2) -> Board:
    """A board on which every ballot was cast, some more than once, in mixed order, with heads in between."""
    key = new_key()
    vote = from_election(
        election, vote="spring", rule=rule, level="L2", key=public_key(key), closes="2026-05-15T18:00:00Z"
    )
    board = Board(vote, key)
    draw = random.Random(seed)
    board.sign_head(OPENED)
    cast = _in_order(draw, len(election.ballots), changes)
    every = max(1, len(cast) // heads)
    times: dict[int, int] = {}
    for number, ballot in enumerate(cast, start=1):
        times[ballot] = times.get(ballot, 0) + 1
        board.append(_entry(vote, election, ballot, times[ballot]))
        if number % every == 0:
            board.sign_head(OPENED + timedelta(days=14) * number / len(cast))
    board.sign_head(OPENED + timedelta(days=14))
    return board


def _in_order(draw: random.Random, ballots: int, changes: float) -> list[int]:
    cast = [*range(ballots), *(draw.randrange(ballots) for _ in range(int(ballots * changes)))]
    draw.shuffle(cast)
    return cast


def _entry(vote: FrozenVote, election: Election, ballot: int, nth: int) -> dict[str, object]:
    ballots = election.ballots
    first, end = ballots.starts[ballot], ballots.starts[ballot + 1]
    points = None if ballots.points is None else ballots.points[first:end].tolist()
    choices = [election.projects[pick].id for pick in ballots.chosen(ballot)]
    return new_entry(vote=vote.vote, frozen=vote.hash, token=f"{ballot:064x}", nth=nth, choices=choices, points=points)


def small_board(kind: BallotKind, rule: Rule, *, seed: int = 1, voters: int = 40) -> Board:
    """A small vote that was held."""
    return board_of(small(seed, kind, voters=voters), rule, seed=seed)
