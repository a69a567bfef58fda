"""Other people's counters, asked the same questions: pabutools, pref_voting and pyrankvote, where they are installed.

They are heavy, and one is GPL: none is a dependency. pip install --target DIR pabutools pyrankvote pref_voting, then
PYTHONPATH=.:DIR python -m tests.benchmarks.tally
"""

import importlib
import warnings
from collections.abc import Callable
from typing import Any

from backend.tally import counting
from backend.tally.election import BallotKind, Election
from backend.tally.rule import Method, Rule
from backend.tally.single import rankings
from tests.tally.invented import small

_VOTERS = {Method.STV: 1999}
"""pyrankvote's quota is votes / (seats + 1), unrounded; with many voters that is hardly another one."""
Answer = frozenset[str] | None
"""The winners, or None where a tie lets several answers be right."""


def present(name: str) -> bool:
    """Whether a package is installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module(name)
    except ImportError:
        return False
    return True


def pabutools_input(election: Election) -> tuple[Any, Any]:
    """The election as pabutools' instance and profile."""
    from pabutools import election as pb  # noqa: PLC0415

    projects = [pb.Project(project.id, project.cost) for project in election.projects]
    ballots = [
        pb.ApprovalBallot(projects[pick] for pick in election.ballots.chosen(ballot))
        for ballot in range(len(election.ballots))
    ]
    instance = pb.Instance(projects, election.budget)
    return instance, pb.ApprovalProfile(ballots, instance=instance)


def by_pabutools(method: Method) -> Callable[[Election], Answer]:
    """Winners as pabutools counts them."""
    from pabutools import rules  # noqa: PLC0415
    from pabutools.election import Cardinality_Sat, Cost_Sat  # noqa: PLC0415

    def ask(election: Election) -> Answer:
        instance, profile = pabutools_input(election)
        if method is Method.GREEDY:
            chosen = rules.greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)
        elif method is Method.PER_COST:
            chosen = rules.greedy_utilitarian_welfare(instance, profile, sat_class=Cardinality_Sat)
        elif method is Method.SHARES:
            chosen = rules.method_of_equal_shares(instance, profile.as_multiprofile(), sat_class=Cost_Sat)
        elif method is Method.ADD1_EXHAUSTIVE:
            many = profile.as_multiprofile()
            chosen = rules.method_of_equal_shares(instance, many, sat_class=Cost_Sat, voter_budget_increment=1)
        else:
            chosen = rules.exhaustion_by_budget_increase(
                instance,
                profile.as_multiprofile(),
                rules.method_of_equal_shares,
                {"sat_class": Cost_Sat},
                exhaustive_stop=False,
                budget_step=len(election.ballots),
            )
        return frozenset(str(project.name) for project in chosen)

    return ask


def by_pref_voting(method: Method) -> Callable[[Election], Answer]:
    """The winner as pref_voting counts it; None when it finds several."""
    from pref_voting.iterative_methods import instant_runoff_for_truncated_linear_orders  # noqa: PLC0415
    from pref_voting.margin_based_methods import beat_path  # noqa: PLC0415
    from pref_voting.profiles_with_ties import ProfileWithTies  # noqa: PLC0415

    def ask(election: Election) -> Answer:
        piles = rankings(election)
        profile = ProfileWithTies(
            [{pick: place for place, pick in enumerate(ranking, start=1)} for ranking in piles],
            rcounts=list(piles.values()),
            candidates=list(range(len(election.projects))),
        )
        if method is Method.IRV:
            winners = instant_runoff_for_truncated_linear_orders(profile)
        else:
            profile.use_extended_strict_preference()
            winners = beat_path(profile, strength_function=profile.support)  # winning votes, as Schulze proposes
        return frozenset(election.projects[one].id for one in winners) if len(winners) == 1 else None

    return ask


def by_pyrankvote(rule: Rule) -> Callable[[Election], Answer]:
    """Winners as pyrankvote counts them; it breaks ties at random, so it is asked three times."""
    import pyrankvote  # noqa: PLC0415

    def once(election: Election) -> Answer:
        candidates = [pyrankvote.Candidate(project.id) for project in election.projects]
        ballots = [
            pyrankvote.Ballot(ranked_candidates=[candidates[pick] for pick in ranking])
            for ranking, number in rankings(election).items()
            for _ in range(number)
        ]
        if rule.method is Method.IRV:
            result = pyrankvote.instant_runoff_voting(candidates, ballots)
        else:
            result = pyrankvote.single_transferable_vote(candidates, ballots, number_of_seats=rule.seats)
        return frozenset(str(winner) for winner in result.get_winners())

    def ask(election: Election) -> Answer:
        answers = {once(election) for _ in range(3)}
        return answers.pop() if len(answers) == 1 else None

    return ask


def agreement(rule: Rule, ask: Callable[[Election], Answer], *, elections: int, kind: BallotKind) -> dict[str, Any]:
    """On how many random small elections the winners are the same; elections where ties decide are set aside."""
    same, tied, different = 0, 0, []
    seed = 0
    while same + len(different) < elections:
        seed += 1
        election = small(seed, kind, voters=_VOTERS.get(rule.method, 61 if kind is BallotKind.ORDINAL else 30))
        outcome = counting.count(election, rule)
        theirs = ask(election)
        if theirs is None or (outcome.ties and rule.method not in (Method.GREEDY, Method.PER_COST)):
            tied += 1
        elif frozenset(outcome.winners) == theirs:
            same += 1
        else:
            different.append(seed)
    return {"same": same, "different": len(different), "set_aside_for_ties": tied, "seeds": different[:5]}
