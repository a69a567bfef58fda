"""Themes: what many people said in their own words, grouped by the words they share, each with what was really said."""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

_WIDTH = 2048
"""Places that n-grams are hashed into."""

_GRAMS = (3, 4)
_SHORTEST = 4
"""Letters of a word that can carry a meaning; shorter ones hold sentences together."""

_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        more less please there should would could want need needs very with from this that these some have
        must make they them were will also just like plus moins faut faudrait dans pour avec cette vous nous
        sont etre tres bien aussi veut voudrais merci favor porque para como esta este hace falta quiero
        tiene deberia haber gracias menos todo toda muy
        """,
    )
)
"""Words of wishing and of grammar: what is said alike does not lie in them (accents left out)."""

_ALIKE = 0.2
"""Cosine from which a text belongs to a theme; chosen on paraphrases of residents' wishes in three languages."""

_MOST_TEXTS = 20_000
_EXAMPLES = 2
_ROUNDS = 3


@dataclass(frozen=True)
class Theme:
    """Texts that say something alike: how many, and those nearest to their middle, word for word."""

    count: int
    examples: list[str]


def themes(texts: Sequence[str]) -> list[Theme]:
    """The themes of texts, largest first; the same texts in any order give the same themes.

    TF-IDF over character n-grams of words (hashed), leader clustering by cosine, then rounds of moving each text to
    its nearest theme. Of more than 20,000 texts the first ones, in the order of their words, are grouped.
    """
    ordered = sorted(text.strip() for text in texts if text.strip())[:_MOST_TEXTS]
    if not ordered:
        return []
    vectors = _vectors(ordered)
    of = _settled(vectors, _led(vectors))
    groups: dict[int, list[int]] = {}
    for row, theme in enumerate(of):
        groups.setdefault(int(theme), []).append(row)
    found = [_theme(ordered, vectors, rows) for rows in groups.values()]
    return sorted(found, key=lambda theme: (-theme.count, theme.examples))


def _theme(texts: Sequence[str], vectors: Vectors, rows: list[int]) -> Theme:
    own = vectors[rows]
    nearness = own @ own.mean(axis=0)
    nearest = sorted(range(len(rows)), key=lambda place: (-round(float(nearness[place]), 5), texts[rows[place]]))
    # Saying the same word for word twice is no second example.
    examples = list(dict.fromkeys(texts[rows[place]] for place in nearest))
    return Theme(len(rows), examples[:_EXAMPLES])


def _vectors(texts: Sequence[str]) -> Vectors:
    counted = [Counter(_places(text)) for text in texts]
    known = Counter(place for counts in counted for place in counts)
    weight = {place: np.log((1 + len(texts)) / (1 + count)) + 1 for place, count in known.items()}
    vectors = np.zeros((len(texts), _WIDTH), dtype=np.float32)
    for row, counts in enumerate(counted):
        for place, count in counts.items():
            vectors[row, place] = (1 + np.log(count)) * weight[place]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths, lengths, 1)).astype(np.float32)


def _places(text: str) -> Iterator[int]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    for word in [word for word in words if len(word) >= _SHORTEST and word not in _EMPTY] or words:
        marked = f" {word} "
        for size in _GRAMS:
            for begin in range(max(len(marked) - size + 1, 1)):
                yield zlib.crc32(marked[begin : begin + size].encode()) % _WIDTH


def _led(vectors: Vectors) -> NDArray[np.int64]:
    """Each text joins the theme it is most like, or leads a new one; the most typical come first."""
    typical = np.round(vectors @ vectors.mean(axis=0), 5)
    of = np.full(len(vectors), -1)
    sums = np.zeros((0, _WIDTH), dtype=np.float32)
    for row in np.argsort(-typical, kind="stable"):
        likeness = _likeness(vectors[row : row + 1], sums)[0] if len(sums) else np.empty(0)
        if len(sums) and likeness.max() >= _ALIKE:
            of[row] = int(likeness.argmax())
            sums[of[row]] += vectors[row]
        else:
            of[row] = len(sums)
            sums = np.vstack([sums, vectors[row]])
    return of


def _settled(vectors: Vectors, of: NDArray[np.int64]) -> NDArray[np.int64]:
    for _ in range(_ROUNDS):
        sums = np.zeros((int(of.max()) + 1, _WIDTH), dtype=np.float32)
        np.add.at(sums, of, vectors)
        nearest = _likeness(vectors, sums).argmax(axis=1)
        if (nearest == of).all():
            break
        of = nearest
    return of


def _likeness(vectors: Vectors, sums: Vectors) -> Vectors:
    lengths = np.linalg.norm(sums, axis=1)
    return (vectors @ (sums / np.where(lengths, lengths, 1)[:, None]).T).astype(np.float32)
