"""Grammars of the corpus: patterns that a few sentences each are made of, the same ones every time.

A pattern holds alternatives `(one|or another)` and slots `{name}`. They multiply what people wrote, and replace none
of it: of each pattern only SAMPLES sentences are learnt from.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import srsly

SAMPLES = 12
"""Sentences made of each pattern."""

_PART = re.compile(r"\(([^()]*)\)|\{(\w+)\}")


def read(path: Path) -> Iterator[tuple[str, str, str]]:
    """Part, label and sentence of every expansion of a grammar; raises ValueError for a slot that it does not fill."""
    held = srsly.read_yaml(path)
    slots: Mapping[str, list[str]] = held.pop("slots", {})
    for part, labels in held.items():
        for label, patterns in labels.items():
            for pattern in patterns:
                for sentence in dict.fromkeys(_sentence(pattern, slots, number) for number in range(SAMPLES)):
                    yield part, label, sentence


def _sentence(pattern: str, slots: Mapping[str, Sequence[str]], number: int) -> str:
    """One of the sentences that a pattern makes; slots are filled after alternatives, which may hold them."""
    for _ in range(2):
        pattern = _PART.sub(lambda match: _chosen(match, slots, number), pattern)
    return " ".join(pattern.replace('":"', ":").split())


def _chosen(match: re.Match[str], slots: Mapping[str, Sequence[str]], number: int) -> str:
    if match[2] and match[2] not in slots:
        raise ValueError(f"the grammar has no slot {match[2]!r}")
    choices = slots[match[2]] if match[2] else match[1].split("|")
    # A hash and not a random generator: the same sentences for ever, on every machine.
    return choices[zlib.crc32(f"{number} {match.start()} {match[0]}".encode()) % len(choices)]
