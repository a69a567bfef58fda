"""Gist: a title and a summary for what somebody proposes, cut out of their own words and never invented.

Everything that is shown stands in the text as it was written; only what comes before the thing itself is left out, and
the first letter is made a capital.
"""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent / "gist.toml"
TITLE = 80
"""Characters of a title."""
SUMMARY = 300
"""Characters of a summary."""
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?=\s|$)|[.!?…]+$|\n|$)|[^\n]+")
_CLAUSE = re.compile(r"[,;:–—(]|\s-\s|\b(?:because|since|so that|parce que|car|puisque|afin que|porque|ya que|pues)\b")
_ENDS = " \t\n.,;:!?…¡¿–—-\"“”«»'"
_FEWEST = 8
"""Characters below which what remains says too little to be a title."""


class Gist(BaseModel):
    """What is proposed in one line, and in a few sentences."""

    model_config = ConfigDict(frozen=True)

    title: str
    summary: str


def gist(text: str, language: str) -> Gist:
    """The title and the summary of a proposal; both are empty for a text without words."""
    sentences = _sentences(text, language)
    if not sentences:
        return Gist(title="", summary="")
    best = next((sentence for sentence in sentences if _opening(sentence, language)), sentences[0])
    return Gist(title=_title(best, language), summary=_summary(sentences))


def _sentences(text: str, language: str) -> list[str]:
    found = [" ".join(part.split()) for part in _SENTENCE.findall(text)]
    kept = [_without_greeting(part, language) for part in found]
    return [part for part in kept if any(c.isalpha() for c in part)]


def _without_greeting(sentence: str, language: str) -> str:
    folded = _folded(sentence)
    for greeting in _starts(language, "greetings"):
        if folded.startswith(greeting) and not folded[len(greeting) : len(greeting) + 1].isalnum():
            rest = sentence[len(greeting) :].lstrip(_ENDS)
            # "Hello" alone is no sentence; "hi" before a comma is no part of the next.
            if not rest or sentence[len(greeting) : len(greeting) + 1] in ",.!;:":
                return rest
    return sentence


def _opening(sentence: str, language: str) -> int:
    """How many characters come before the thing itself; 0 when nobody knows."""
    folded = _folded(sentence)
    for opening in _starts(language, "openings"):
        if folded.startswith(opening):
            after = folded[len(opening) : len(opening) + 1]
            if not after.isalnum() or opening.endswith(("'", ":")):
                return len(opening)
    return 0


def _title(sentence: str, language: str) -> str:
    rest = sentence
    # "Please, could we have a bench": one beginning after another.
    while cut := _opening(rest, language):
        shorter = rest[cut:].lstrip(_ENDS)
        if len(shorter) < _FEWEST:
            break
        rest = shorter
    clause = _CLAUSE.search(rest)
    if clause and clause.start() >= 2 * _FEWEST:
        rest = rest[: clause.start()]
    return _capital(shortened(_without_closing(rest.strip(_ENDS), language), TITLE))


def _without_closing(phrase: str, language: str) -> str:
    folded = _folded(phrase)
    closing = next((end for end in _starts(language, "closings") if folded.endswith(f" {end}")), "")
    return phrase[: len(phrase) - len(closing)].rstrip(_ENDS) if closing else phrase


def _summary(sentences: list[str]) -> str:
    summary = ""
    for sentence in sentences:
        # What was said in two messages has no full stop between.
        between = "" if not summary else " " if summary[-1] in ".!?…" else ". "
        longer = f"{summary}{between}{sentence}"
        if len(longer) > SUMMARY:
            break
        summary = longer
    return _capital(summary or shortened(sentences[0], SUMMARY))


def shortened(text: str, limit: int) -> str:
    """A text cut between two words, with an ellipsis, when it is longer than the limit (characters)."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0].rstrip(_ENDS)
    return f"{cut or text[: limit - 1]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _folded(text: str) -> str:
    """Small letters without accents, each character in its place, so that positions hold."""
    return "".join(_plain(c) for c in text)


def _plain(c: str) -> str:
    if c in "’‘":
        return "'"
    base = unicodedata.normalize("NFD", c)[:1]
    small = base.lower()
    return small if len(small) == 1 else base


@cache
def _starts(language: str, what: str) -> list[str]:
    """The beginnings of a language, the longest first; of all languages where this one is not known."""
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    languages = [language] if language in raw else list(raw)
    return sorted({_folded(start) for code in languages for start in raw[code][what]}, key=len, reverse=True)
