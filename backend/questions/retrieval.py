"""Retrieval: which written answer covers a question, if any does.

What speaks for and against each answer (`evidence.py`) is weighed (`weighing.py`); all answers compete with "none of
them": an office that guesses does more harm than one that asks a colleague.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.questions import weighing
from backend.questions.answers import Answer
from backend.questions.evidence import Evidence
from backend.questions.weighing import Weights

CONFIDENT = 0.68
"""Probability (0 to 1) from which an answer is quoted; below it a person is asked."""
NEAR = 0.1
"""Probability from which somebody is asked whether they meant a question; nothing is quoted before they say so."""


@dataclass(frozen=True)
class Match:
    """An answer and the probability (0 to 1) that it covers a question."""

    answer: Answer
    probability: float


class Retriever:
    """Finds answers; built once from a city's answers, then only read, so it may be shared between threads."""

    def __init__(self, answers: Sequence[Answer], weights: Weights | None = None) -> None:
        self._answers = list(answers)
        self._evidence = Evidence(answers) if answers else None
        self._weights = weights or weighing.load()

    def find(self, question: str, *, limit: int = 3) -> list[Match]:
        """The answers that come nearest to a question, best first."""
        evidence = self._evidence.of(question) if self._evidence else None
        if evidence is None:
            return []
        judged = zip(self._answers, self._weights.probabilities(evidence).tolist(), strict=True)
        matches = [Match(answer, probability) for answer, probability in judged]
        return sorted(matches, key=lambda match: -match.probability)[:limit]

    def confident(self, question: str) -> Match | None:
        """The answer that surely covers a question, or None: then the city does not know."""
        found = self.find(question, limit=1)
        return found[0] if found and found[0].probability >= CONFIDENT else None

    def near(self, question: str) -> list[Match]:
        """The few answers that may cover a question, best first, for its writer to choose from; often none."""
        return [match for match in self.find(question) if match.probability >= NEAR]

    def named(self, code: str) -> Answer | None:
        """The answer with this code, if the city still gives it."""
        return next((answer for answer in self._answers if answer.code == code), None)
