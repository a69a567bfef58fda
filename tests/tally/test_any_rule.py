"""What must hold for every rule and any election."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.tally import counting, outcome_json
from backend.tally.election import BallotKind, Ballots, Election
from backend.tally.rule import SINGLE, Method, Rule
from tests.tally.invented import small

KIND = dict.fromkeys(Method, BallotKind.APPROVAL) | {
    Method.POINTS: BallotKind.CUMULATIVE,
    Method.MAJORITY_JUDGMENT: BallotKind.SCORING,
    **dict.fromkeys([Method.BORDA, Method.IRV, Method.SCHULZE, Method.STV, Method.PLURALITY], BallotKind.ORDINAL),
}


def rows_of(election: Election) -> list[tuple[str, list[int], list[int] | None]]:
    """The ballots one by one."""
    ballots = election.ballots
    points = ballots.points
    spans = zip(ballots.starts.tolist(), ballots.starts[1:].tolist(), strict=False)
    return [
        (voter, ballots.picks[first:end].tolist(), None if points is None else points[first:end].tolist())
        for voter, (first, end) in zip(ballots.voters, spans, strict=True)
    ]


@pytest.mark.parametrize("method", list(Method))
@given(seed=st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_the_order_of_ballots_and_projects_changes_nothing(method: Method, seed: int) -> None:
    """The order of ballots and projects changes nothing."""
    election, rule = small(seed, KIND[method]), Rule(method, tie="id", seats=2 if method is Method.STV else 1)
    outcome = counting.count(election, rule)
    assert outcome == counting.count(election, rule)
    draw = random.Random(seed)
    order = list(range(len(election.projects)))
    draw.shuffle(order)
    places = {old: new for new, old in enumerate(order)}
    rows = [(voter, [places[pick] for pick in picks], points) for voter, picks, points in rows_of(election)]
    draw.shuffle(rows)
    shuffled = replace(election, projects=tuple(election.projects[old] for old in order), ballots=Ballots.of(rows))
    assert set(counting.count(shuffled, rule).winners) == set(outcome.winners)
    assert method in SINGLE or outcome.cost <= election.budget
    assert set(outcome.verdicts) == {project.id for project in election.projects}


@pytest.mark.parametrize("method", list(Method))
def test_an_outcome_that_was_kept_is_the_same(method: Method) -> None:
    """Exact fractions, reasons and what was taken out survive being written down."""
    for seed in range(5):
        whole, rule = small(seed, KIND[method]), Rule(method, tie="lot=3", seats=2 if method is Method.STV else 1)
        election = whole.without({"p03": "the land was sold"})
        outcome = counting.count(election, rule)
        again = outcome_json.read(outcome_json.written(outcome), whole)
        assert replace(again, election=election) == outcome
        assert again.as_dict() == outcome.as_dict()
