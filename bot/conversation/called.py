"""Who or what somebody means by a name that they half remember."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from bot.conversation.fitting import folded

_CLOSE_ENOUGH = 85
"""RapidFuzz ratio (0 to 100) above which a name is meant."""
_AS_GOOD = 4
"""Points within which another name is meant just as well."""


def meant(words: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the names that the words mean: one, several that fit equally well, or none."""
    spoken = folded(words.replace("'", " ").replace("’", " "))
    if not spoken:
        return []
    scores = {key: max((_score(spoken, name) for name in called), default=0.0) for key, called in names.items()}
    best = max(scores.values(), default=0.0)
    return [key for key, score in scores.items() if best >= _CLOSE_ENOUGH and score >= best - _AS_GOOD]


def _score(spoken: str, name: str) -> float:
    plain = folded(name.replace("'", " ").replace("’", " "))
    if not plain:
        return 0.0
    # A name's own first letters weigh as little as typing errors: the whole words decide.
    return max(fuzz.token_set_ratio(spoken, plain), fuzz.ratio(spoken, plain))
