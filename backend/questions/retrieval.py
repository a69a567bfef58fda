"""Retrieval: which written answer covers a question, if any does.

What speaks for and against each answer (`evidence.py`) is weighed (`weighing.py`); all answers compete with "none of
them": an office that guesses does more harm than one that asks a colleague.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.questions import weighing
from backend.questions.answers import Answer, Subject, Unanswered
from backend.questions.evidence import Evidence
from backend.questions.taken import taken
from backend.questions.weighing import Weights

CONFIDENT = 0.65
"""Probability (0 to 1) from which an answer is quoted; below it a person is asked."""
NEAR = 0.1
"""Probability from which somebody is asked whether they meant a question; nothing is quoted before they say so."""


@dataclass(frozen=True)
class Match:
    """What people ask and the probability (0 to 1) that a question asks it."""

    subject: Subject
    probability: float


@dataclass(frozen=True)
class Found:
    """What a question comes to: an answer to `quote`, or else a few to choose from, or what is known to have none."""

    quote: Answer | None = None
    near: tuple[Answer, ...] = ()
    unanswered: Unanswered | None = None


class Retriever:
    """Finds answers; built once from what people ask a city, then only read, so it may be shared between threads."""

    def __init__(self, subjects: Sequence[Subject], weights: Weights | None = None) -> None:
        self._subjects = list(subjects)
        self._evidence = Evidence(subjects) if subjects else None
        self._weights = weights or weighing.load()

    def find(self, question: str, *, limit: int = 3) -> list[Match]:
        """What comes nearest to a question, whether it has an answer or not, best first."""
        evidence = self._evidence.of(question) if self._evidence else None
        if evidence is None:
            return []
        judged = zip(self._subjects, self._weights.probabilities(evidence).tolist(), strict=True)
        matches = [Match(subject, probability) for subject, probability in judged]
        return sorted(matches, key=lambda match: -match.probability)[:limit]

    def look_up(self, question: str) -> Found:
        """What the city can say to a question; nothing at all where it does not know."""
        matches = self.find(question)
        enough = matches and matches[0].probability >= CONFIDENT and not taken(question).names_a_thing_alone
        sure = matches[0].subject if enough else None
        match sure:
            case Answer():
                return Found(quote=sure)
            case Unanswered():
                return Found(unanswered=sure)
            case _:
                likely = (match.subject for match in matches if match.probability >= NEAR)
                return Found(near=tuple(subject for subject in likely if isinstance(subject, Answer)))

    def named(self, code: str) -> Answer | None:
        """The answer with this code, if the city still gives it."""
        answers = (subject for subject in self._subjects if isinstance(subject, Answer))
        return next((answer for answer in answers if answer.code == code), None)
