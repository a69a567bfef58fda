"""What fifty corrections by staff are worth in a city whose model comes from elsewhere."""

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nlp import absence, corpus, corrections, pack, panel, pipeline, rows, scores
from nlp.evaluation import mapping
from nlp.evaluation.result import Bench, Result
from nlp.features import Features, Featurizer
from nlp.kinds import Kind
from nlp.linear import Linear
from nlp.rows import Row
from nlp.training import MANY_TEXTS, Sample, train, uncalibrated

POOL = 200
MOST_ASKED = 1500
STEPS = (0, 25, 50, 100)
SEEDS = (1, 2, 3)
Way = tuple[str, float, bool]
WAYS: Sequence[Way] = (
    ("random, weight 1", 1.0, False),
    ("random, weight 5", 5.0, False),
    ("least margin first, weight 5", 5.0, True),
)
"""Which of the pool staff correct first, and how much each correction weighs."""

FEW_LABELS = 9
"""So many of New Haven's 16 labels had the city that the reference gain was measured on."""

GAIN = 0.123
"""The reference gain of 50 corrections, .553 → .676, between two cities."""


class Ticket(NamedTuple):
    """A message of the new city with the label that its staff would give."""

    features: Features
    label: str


class Base(NamedTuple):
    """What is known before the first correction: sentences with their model, and whether they are a city's tickets."""

    samples: Sequence[Sample]
    model: Linear
    are_tickets: bool

    def corrected(self, added: Sequence[Sample]) -> Linear:
        """What `agora learn` makes of them and of corrections, at the temperature that they had alone."""
        if not added:
            return self.model
        model = uncalibrated([*self.samples, *added], MANY_TEXTS)
        model.temperature = self.model.temperature
        learnt = [Row("", sample.label, sample.weight) for sample in (*self.samples, *added)]
        return absence.lowered(model, learnt) if self.are_tickets else model


def run(bench: Bench) -> Result:
    """Accuracy after 25, 50 and 100 corrections: at random with weight 1 and 5, and least margin first with 5."""
    result = Result("Staff corrections")
    featurizer = Featurizer(pipeline.mask(pack.available()))
    home = [_ticket(featurizer, row) for row in bench.rows("reports/newhaven_train.jsonl", result)]
    other, name = _other(bench, result, featurizer)
    dev = [_ticket(featurizer, row) for row in bench.rows("reports/newhaven_dev.jsonl", result)]
    if home:
        tickets = [Sample(*ticket) for ticket in home]
        base = Base(tickets, train(tickets, MANY_TEXTS).head, are_tickets=True)
        _measure(result, base, other, f"{name}, from a model of New Haven", goal=GAIN if bench.tickets else None)
        few = sorted({ticket.label for ticket in dev})[:FEW_LABELS]
        some = [ticket for ticket in dev if ticket.label in few]
        _measure(result, base, dev, "New Haven dev, from a model of New Haven", WAYS[-1:])
        _measure(result, base, some, f"New Haven dev, {FEW_LABELS} labels, from a model of all", WAYS[-1:])
        sentences = _corpus(featurizer)
        base = Base(sentences, uncalibrated(sentences, MANY_TEXTS), are_tickets=False)
        _measure(result, base, home, "New Haven, from the corpus alone")
    result.remarks.append("The reference gain is .553 → .676, measured on a city whose tickets are not in the data.")
    return result


def _measure(
    result: Result, base: Base, tickets: Sequence[Ticket], where: str, ways: Sequence[Way] = WAYS,
    *, goal: float | None = None,
) -> None:  # fmt: skip
    means: dict[tuple[str, int], float] = {}
    for name, weight, is_least in ways if tickets else ():
        curves = [_curve(base, tickets, weight, seed, is_least=is_least) for seed in SEEDS]
        for position, step in enumerate(STEPS):
            means[name, step] = sum(curve[position] for curve in curves) / len(curves)
            if step or name == ways[0][0]:
                result.add(f"{name}, {step} corrections", means[name, step], where)
    if means:
        gain = means[ways[-1][0], 50] - means[ways[-1][0], 0]
        result.add("gain of 50, least margin first", gain, where, goal)


def _ticket(featurizer: Featurizer, row: Mapping[str, str]) -> Ticket:
    return Ticket(featurizer(row["text"], ""), row["label"])


def _other(bench: Bench, result: Result, featurizer: Featurizer) -> tuple[list[Ticket], str]:
    """Another city's tickets and their name; without any, our own sentences under the older labels stand for them."""
    if bench.tickets:
        found, _ = rows.read(bench.tickets, text="text", label="label")
        return [Ticket(featurizer(row.text, ""), row.label) for row in found], bench.tickets.name
    own = bench.tests_of("kinds.en.jsonl", result)
    labels = [mapping.OLDER.get(Kind(row["kind"]), row["kind"]) for row in own]
    tickets = [Ticket(featurizer(row["text"], ""), label) for row, label in zip(own, labels, strict=True)]
    return tickets, "kinds.en.jsonl"


def _corpus(featurizer: Featurizer) -> list[Sample]:
    """The sentences of the corpus as if a city had labelled them with the older labels."""
    return [
        Sample(featurizer(sentence.text, ""), mapping.OLDER.get(Kind(sentence.label), sentence.label))
        for sentence in corpus.read()
        if sentence.part == "kinds"
    ]


def _curve(base: Base, tickets: Sequence[Ticket], weight: float, seed: int, *, is_least: bool) -> list[float]:
    shuffled = list(tickets)
    random.Random(seed).shuffle(shuffled)
    pool, rest = shuffled[:POOL], shuffled[POOL : POOL + MOST_ASKED]
    asked = panel.alone(base.model)
    order: Sequence[int] = range(len(pool))
    if is_least:
        order = corrections.doubtful(((n, asked(one.features)) for n, one in enumerate(pool)), POOL)
    curve = []
    for step in STEPS:
        added = [Sample(pool[number].features, pool[number].label, weight) for number in order[:step]]
        curve.append(_accuracy(base.corrected(added), rest))
    return curve


def _accuracy(model: Linear, tickets: Sequence[Ticket]) -> float:
    asked = panel.alone(model)
    said = [next(iter(asked(ticket.features))) for ticket in tickets]
    return scores.accuracy([ticket.label for ticket in tickets], said)
