"""Which of the city's languages a message is written in.

A linear head over pieces of words and small words, trained from our corpus on snippets of a few words; restricted to
the city's languages, because a city speaks few and a short text could be any of hundreds.
"""

from collections.abc import Sequence

from nlp.features import Featurizer, Mask
from nlp.panel import Panel
from nlp.reading import Hints

FEWEST_WORDS = 3
"""Under so many words the identifier guesses; the conversation's language is the better guess."""

SURE_OF_TWO_WORDS = 0.95
"""Probability from which even two words count, when nothing is known of the conversation."""

ENOUGH_TEXT = 200
"""Characters that tell a language as well as any number more."""


class LanguageGuesser:
    """Tells the city's languages apart."""

    def __init__(self, panel: Panel, languages: Sequence[str]) -> None:
        """The panel must hold the head `language`."""
        self._languages = list(languages)
        self._panel = panel
        self._featurizer = featurizer()

    def classify(self, text: str) -> tuple[str, float]:
        """The language and its probability among the city's; the first one at chance when nothing tells."""
        features = self._featurizer(text[:ENOUGH_TEXT], "")
        answer = self._panel.one("language", features)
        own = {code: chance for code, chance in answer.probabilities().items() if code in self._languages}
        if not own or not answer.is_at_home(features):
            return self._languages[0], 1 / len(self._languages)
        best = next(iter(own))
        return best, own[best] / sum(own.values())

    def guess(self, text: str, word_count: int, own: Sequence[str], hints: Hints) -> tuple[str, float | None]:
        """The language and its probability, None when the words are too few to tell.

        `text` comes without street names; `own` are the languages that know these words as a phrase of theirs.
        """
        begins = hints.language is None or hints.presumed
        if own and hints.language not in own:
            return own[0], 1 / len(own) if begins else None
        fallback = hints.language or (own or self._languages)[0]
        if word_count < FEWEST_WORDS and (own or not begins or word_count == 1):
            return fallback, None
        code, probability = self.classify(text)
        if word_count < FEWEST_WORDS:
            return (code, probability) if probability > SURE_OF_TWO_WORDS else (fallback, None)
        chance = 1 / len(self._languages)
        return (code, probability) if probability > (chance + 1) / 2 else (fallback, None)


def featurizer() -> Featurizer:
    """What the language head sees: everything but numbers and links."""
    return Featurizer(Mask((), ()))
