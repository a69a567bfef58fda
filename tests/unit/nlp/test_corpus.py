"""What is learnt from is ours, and apart from what is measured on."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp import corpus, pipeline
from nlp.kinds import Kind
from nlp.reading import Act
from nlp.words import clean, fold
from tests.unit.nlp.conftest import CITIES

ROOT = CITIES.parent
DATA = ROOT.parent / "shared" / "data"
FEWEST = 60
"""Sentences that each kind and act has in the city's three first languages (issue 3)."""

SHORT = 4
"""Words up to which two people say the same without having copied: "thank you very much"."""

EVERYDAY = 6
"""The same among tens of thousands of real texts: "thanks for letting me know", "are you real or a computer"."""


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and punctuation."""
    plain = "".join(letter if letter.isalnum() else " " for letter in fold(clean(text)))
    return " ".join(plain.split())


@pytest.fixture(scope="module")
def sentences() -> list[corpus.Sentence]:
    """The whole corpus."""
    return corpus.read()


@pytest.fixture(scope="module")
def known(sentences: list[corpus.Sentence]) -> dict[str, corpus.Sentence]:
    """The corpus by its folded texts."""
    return {folded(sentence.text): sentence for sentence in sentences}


def _measured() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tests" / "evaluation").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            row = json.loads(line)
            for column in ("text", "one", "other"):
                if isinstance(row.get(column), str):
                    yield f"{path.name}:{number}", row[column]


def test_no_sentence_that_is_measured_on_was_learnt(known: dict[str, corpus.Sentence]) -> None:
    """Nothing of tests/evaluation stands in the corpus, whatever its case, accents and punctuation.

    Two hands write the same short phrase by chance ("oui merci"); of longer ones none may be the same.
    """
    measured = list(_measured())
    assert len(measured) > 3000
    copied = [
        f"{where}: {text} = {known[plain].language}/{known[plain].part}/{known[plain].label}"
        for where, text in measured
        if (plain := folded(text)) in known and len(plain.split()) > SHORT
    ]
    assert copied == []


def _real() -> Iterator[str]:
    for name in ("newhaven_train", "newhaven_dev"):
        for line in (DATA / "reports" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    with (DATA / "texts" / "boston_untagged.csv").open(encoding="utf-8", newline="") as lines:
        yield from (row["description"] for row in csv.DictReader(lines))
    for name in ("proposals_fr_es", "smalltalk_en"):
        yield from _strings(json.loads((DATA / "texts" / f"{name}.json").read_text(encoding="utf-8")))


def _strings(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for one in held.values():
            yield from _strings(one)
    elif isinstance(held, list):
        for one in held:
            yield from _strings(one)


@pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is missing: real texts to compare the corpus with")
def test_no_real_text_was_learnt(known: dict[str, corpus.Sentence]) -> None:
    """Real messages and real small talk are for measuring; nothing of some length of them stands in the corpus."""
    real = {plain for text in _real() if len((plain := folded(text)).split()) > EVERYDAY}
    assert len(real) > 30_000
    copied = sorted(f"{known[plain].language}: {known[plain].text}" for plain in real & known.keys())
    assert copied == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_each_kind_and_act_has_sentences_enough(sentences: list[corpus.Sentence], language: str) -> None:
    """At least sixty that somebody wrote, no two of them the same; grammars come on top."""
    own = [one for one in sentences if one.language == language and one.weight == 1]
    for part, labels in (("kinds", list(Kind)), ("acts", [act for act in Act if act not in (Act.UNKNOWN, Act.REPORT)])):
        for label in labels:
            texts = {folded(one.text) for one in own if (one.part, one.label) == (part, label.value)}
            assert len(texts) >= FEWEST, f"{language}/{part}/{label.value}"


def test_the_shipped_model_says_that_it_is_the_corpus_own(sentences: list[corpus.Sentence]) -> None:
    """Its meta.json carries the corpus' digest; that it also is what the corpus gives, `agora train --check` proves."""
    meta = json.loads((pipeline.MODEL / "meta.json").read_text(encoding="utf-8"))
    assert meta["corpus"] == corpus.digest(sentences), "the corpus has changed: run agora train"
    assert meta["sentences"] == len(sentences)
    assert meta["languages"] == corpus.languages()


def test_the_shipped_model_is_small() -> None:
    """At most fifteen megabytes, and nothing in it that runs when it is loaded."""
    files = [path for path in pipeline.MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 15 * 2**20
    assert {path.suffix for path in files} <= {".json", ".cfg", ".npz"}


def test_the_same_corpus_has_the_same_digest(tmp_path: Path) -> None:
    """Whatever order the file system lists files in; another sentence is another corpus."""
    for name, text in (("b", "- one\n"), ("a", "- two\n")):
        path = tmp_path / "en" / "kinds" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    first = corpus.digest(corpus.read(tmp_path))
    assert first == corpus.digest(corpus.read(tmp_path))
    (tmp_path / "en" / "kinds" / "a.yaml").write_text("- two\n- three\n", encoding="utf-8")
    assert corpus.digest(corpus.read(tmp_path)) != first
