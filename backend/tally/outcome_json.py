"""An outcome as JSON and back: kept with a vote, so that a count is done once however many ask why a project lost."""

import json
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from backend.tally.election import Election
from backend.tally.outcome import Outcome, Reason, Verdict
from backend.tally.rule import parse


def written(outcome: Outcome) -> str:
    """Everything but the election, which is published; fractions stay exact."""
    told = {
        "rule": str(outcome.rule),
        "winners": outcome.winners,
        "topped_up": outcome.topped_up,
        "verdicts": [asdict(verdict) for verdict in outcome.verdicts.values()],
        "ties": outcome.ties,
        "figures": outcome.figures,
        "out": dict(outcome.election.out),
    }
    return json.dumps(told, default=_fraction, ensure_ascii=False)


def read(text: str, election: Election) -> Outcome:
    """The outcome of an election, which needs no ballots for it."""
    told = json.loads(text, object_hook=_read_fraction)
    verdicts = [Verdict(**one | {"reason": Reason(one["reason"])}) for one in told["verdicts"]]
    return Outcome(
        election.without(told["out"]),
        parse(told["rule"]),
        winners=tuple(told["winners"]),
        verdicts={verdict.project: verdict for verdict in verdicts},
        topped_up=tuple(told["topped_up"]),
        ties=tuple(tuple(tie) for tie in told["ties"]),
        figures=told["figures"],
    )


def _fraction(value: Any) -> dict[str, str]:
    if isinstance(value, Fraction):
        return {"fraction": str(value)}
    raise TypeError(type(value))


def _read_fraction(told: dict[str, Any]) -> Any:
    return Fraction(told["fraction"]) if told.keys() == {"fraction"} else told
