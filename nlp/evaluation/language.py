"""Which language a snippet of a few words is in."""

import csv
import json
from collections.abc import Callable, Iterator

from nlp.evaluation.result import Bench, Result

LENGTHS = (3, 6, 12)
TEXTS = 400


def run(bench: Bench) -> Result:
    """The share of right languages for the first n words of 400 texts a language."""
    result = Result("Language")
    texts = {code: list(found) for code, found in _texts(bench, result).items()}
    peer = _peer(list(texts))
    for length in LENGTHS:
        snippets = [
            (code, " ".join(words[:length])) for code, found in texts.items() for words in found if len(words) >= length
        ]
        if not snippets:
            continue
        right = sum(bench.reader.language_of(text)[0] == code for code, text in snippets) / len(snippets)
        goal = 0.975 if length == LENGTHS[0] else None
        result.add(f"first {length} words", right, f"{len(snippets)} snippets, en fr es", goal)
        if peer:
            theirs = sum(peer(text) == code for code, text in snippets) / len(snippets)
            result.add(f"peer: py3langid, first {length} words", theirs, f"{len(snippets)} snippets")
    return result


def _texts(bench: Bench, result: Result) -> dict[str, Iterator[list[str]]]:
    english, other = bench.data / "texts" / "boston_untagged.csv", bench.data / "texts" / "proposals_fr_es.json"
    absent = [f"texts/{path.name}" for path in (english, other) if not path.is_file()]
    result.absent.extend(absent)
    if absent:
        return {}
    with english.open(encoding="utf-8", newline="") as lines:
        reports = [row["description"].split() for row in csv.DictReader(lines)]
    rest = json.loads(other.read_text(encoding="utf-8"))
    by_code = {code: [row["text"].split() for row in rest if row["lang"] == code] for code in ("fr", "es")}
    return {
        code: iter(_spread([words for words in found if len(words) >= LENGTHS[0]]))
        for code, found in {"en": reports, **by_code}.items()
    }


def _spread(found: list[list[str]]) -> list[list[str]]:
    """TEXTS of them, evenly from the whole list."""
    return found[:: max(1, len(found) // TEXTS)][:TEXTS]


def _peer(codes: list[str]) -> Callable[[str], str] | None:
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # for measuring only
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(codes or ["en", "fr", "es"])
    return lambda text: str(identifier.classify(text)[0])
