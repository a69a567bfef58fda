"""What a city's own model starts from: our sentences and the city's keywords, under the city's own services.

A few corrections alone would make a model that knows a few services and takes everything for one of them.
"""

from collections.abc import Iterator, Sequence

from nlp import corpus
from nlp.decision import NO_SERVICE
from nlp.kinds import Kind
from nlp.phrasebook import Phrasebook
from nlp.reading import Act
from nlp.rows import Row
from nlp.services import ServiceScorer, ServiceWords
from nlp.words import clean, words

WEIGHT = 0.5
"""How much a sentence of ours weighs against a city's ticket."""

EVERY_SMALL_TALK = 6
"""One in so many sentences about no service is enough to tell them from reports (and retraining has to be quick)."""

_ABOUT_A_SERVICE = frozenset({
    Act.REPORT, Act.SUGGEST, Act.QUESTION, Act.STATUS, Act.VOTE, Act.COMPLAINT_ABOUT_CITY
})  # fmt: skip
"""Acts whose sentences may be about any service."""


def rows(services: Sequence[ServiceWords], languages: Sequence[str]) -> list[Row]:
    """The sentences that somebody wrote in these languages, and the city's keywords, each with its service.

    A sentence of a kind that several services share goes to those whose keywords it holds, else to all of them.
    """
    by_keyword = _Keywords(services)
    found: list[Row] = []
    for number, sentence in enumerate(corpus.read()):
        if sentence.language not in languages or sentence.weight < 1:
            continue
        if sentence.part == "kinds":
            codes = by_keyword.services(sentence.text, Kind(sentence.label))
            found += [Row(sentence.text, code, WEIGHT / len(codes)) for code in codes]
        elif _is_small_talk(sentence) and number % EVERY_SMALL_TALK == 0:
            found.append(Row(sentence.text, NO_SERVICE, WEIGHT))
    return [*found, *_keywords(services)]


def _is_small_talk(sentence: corpus.Sentence) -> bool:
    return sentence.part == "acts" and Act(sentence.label) not in _ABOUT_A_SERVICE


def _keywords(services: Sequence[ServiceWords]) -> Iterator[Row]:
    for service in services:
        for text in dict.fromkeys(text for texts in service.words.values() for text in texts):
            yield Row(text, service.code, WEIGHT)


class _Keywords:
    """Tells services of one kind apart by their keywords."""

    def __init__(self, services: Sequence[ServiceWords]) -> None:
        self._scorer = ServiceScorer(services)
        self._phrasebook = Phrasebook(self._scorer.phrases)

    def services(self, text: str, kind: Kind) -> list[str]:
        """The codes of this kind that the words name, or else all of this kind."""
        codes = [code for code, own in self._scorer.kind_of.items() if own == kind]
        if len(codes) < 2:
            return codes
        said = self._scorer.services(self._phrasebook.find(words(clean(text))))
        return [code for code in said if code in codes][:1] or codes
