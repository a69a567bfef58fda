"""Labels that staff never name: a model that was learnt from another city's tickets must expect them less.

The share of what was never seen is about that of what was seen once (Good 1953, "The Population Frequencies of
Species"). Where staff name most labels sooner or later, nothing changes; where half of the tickets' labels stay away,
these are lowered by as much as they are rarer here than there.
"""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from nlp.linear import Linear
from nlp.rows import CORRECTION_WEIGHT, Row

FEWEST = 25
"""Corrections under which nothing is concluded from what they do not name."""


def lowered(head: Linear, rows: Sequence[Row]) -> Linear:
    """The head with the labels lowered that no correction names, as far as the tickets would have them come up."""
    corrected = Counter(row.label for row in rows if row.weight >= CORRECTION_WEIGHT)
    tickets = Counter(row.label for row in rows if row.weight < CORRECTION_WEIGHT)
    if corrected.total() < FEWEST or not tickets:
        return head
    absent = np.array([label not in corrected for label in head.labels])
    expected = sum(count for label, count in tickets.items() if label not in corrected) / tickets.total()
    once = sum(1 for count in corrected.values() if count == 1)
    unseen = (once + 1) / (corrected.total() + 1)
    if unseen >= expected:
        return head
    bias = head.bias + np.float32(head.temperature * log(unseen / expected)) * absent
    return Linear(head.labels, head.ids, head.idf, head.weights, bias.astype(np.float32), head.temperature)
