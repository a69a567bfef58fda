"""Which services a message may be about, from the words that residents use for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from nlp.kinds import Kind
from nlp.phrasebook import Hit, longest
from nlp.words import Word

LABEL = "service:"

DOUBT = 0.35
"""Weight of "none of these": one sure keyword alone leaves a quarter of doubt."""


class ServiceWords(BaseModel):
    """A service as understanding sees it: its code, its kind, and its words by language."""

    model_config = ConfigDict(frozen=True)

    code: str
    kind: Kind
    words: dict[str, list[str]]


class ServiceScorer:
    """Weighs the keywords in a message; the longer a phrase and the fewer services share it, the more it says."""

    def __init__(self, services: Sequence[ServiceWords]) -> None:
        self.kind_of: Mapping[str, Kind] = {service.code: service.kind for service in services}
        self._phrases = {
            f"{LABEL}{service.code}": [text for texts in service.words.values() for text in texts]
            for service in services
        }

    @property
    def phrases(self) -> Mapping[str, list[str]]:
        """The phrases to look for, by label."""
        return self._phrases

    def services(self, hits: Iterable[Hit]) -> dict[str, float]:
        """Service codes with probabilities, best first; they leave room for "none of these"."""
        found = longest(hit for hit in hits if hit.label.startswith(LABEL))
        sharing: dict[tuple[int, int], int] = defaultdict(int)
        for hit in found:
            sharing[hit.first, hit.last] += 1
        weights: dict[str, float] = defaultdict(float)
        seen: set[tuple[str, int]] = set()
        for hit in found:
            code = hit.label.removeprefix(LABEL)
            length = hit.last - hit.first
            # A keyword that comes again and again says no more than twice.
            once = (code, length) not in seen
            seen.add((code, length))
            weights[code] += length**0.7 / sharing[hit.first, hit.last] * (1.0 if once else 0.3)
        whole = sum(weights.values()) + DOUBT
        ranked = sorted(weights.items(), key=lambda pair: -pair[1])
        return {code: round(weight / whole, 4) for code, weight in ranked}

    @staticmethod
    def share(hits: Iterable[Hit], words: Sequence[Word]) -> float:
        """The share of a message's words that keywords cover, from 0 to 1."""
        covered = {word for hit in hits if hit.label.startswith(LABEL) for word in range(hit.first, hit.last)}
        return len(covered) / max(1, len(words))

    def kinds(self, services: Mapping[str, float]) -> dict[Kind, float]:
        """Kinds with probabilities, best first, from those of the services."""
        kinds: dict[Kind, float] = defaultdict(float)
        for code, probability in services.items():
            kinds[self.kind_of[code]] += probability
        return {kind: round(kinds[kind], 4) for kind in sorted(kinds, key=lambda kind: -kinds[kind])}
