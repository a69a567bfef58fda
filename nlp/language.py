"""Which of the city's languages a message is written in."""

from collections.abc import Sequence

from py3langid.langid import MODEL_FILE, LanguageIdentifier

FEWEST_WORDS = 3
"""Under so many words the identifier guesses; the conversation's language is the better guess."""

SURE_OF_TWO_WORDS = 0.95
"""Probability from which even two words count, when nothing is known of the conversation."""

ENOUGH_TEXT = 600
"""Characters that tell a language as well as any number more."""


class LanguageGuesser:
    """Tells the city's languages apart; loading takes a second and 100 MB, so one serves a whole process."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._first = languages[0]
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        self._identifier.set_languages(list(languages))
        # What the identifier says of a text that tells nothing.
        self._chance = 1 / len(languages)

    def guess(self, text: str, word_count: int, own: Sequence[str], hint: str | None) -> tuple[str, float | None]:
        """The language and its probability, None when the words are too few to tell.

        `text` comes without street names; `own` are the languages that know these words as a phrase of theirs.
        """
        if own and hint not in own:
            return own[0], None
        fallback = hint or (own or [self._first])[0]
        if word_count < FEWEST_WORDS and (hint or own):
            return fallback, None
        code, probability = self._identifier.classify(text[:ENOUGH_TEXT])
        if word_count < FEWEST_WORDS:
            return (str(code) if probability > SURE_OF_TWO_WORDS else fallback), None
        # The identifier's answer to a text that tells nothing is the first language by chance.
        return (str(code), float(probability)) if probability > (self._chance + 1) / 2 else (fallback, None)
