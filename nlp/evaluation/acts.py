"""Acts on sentences that another hand wrote than the corpus."""

from nlp import scores
from nlp.evaluation.result import Bench, Result, confusion_rows
from nlp.reading import Act, Hints
from nlp.readout import ANSWERS

LANGUAGES = ("en", "fr", "es")


def run(bench: Bench) -> Result:
    """Macro-F1 in each language, with yes, no and corrections under answer as `agora read` prints them."""
    result = Result("Acts")
    for code in LANGUAGES:
        _measure(bench, result, f"acts.{code}", code)
        _measure(bench, result, f"acts_second.{code}", code)
        _measure(bench, result, f"acts_third.{code}", code)
    return result


def _measure(bench: Bench, result: Result, name: str, code: str) -> None:
    if rows := bench.tests_of(f"{name}.jsonl", result):
        wanted = [row["act"] for row in rows]
        said = [bench.reader.read(row["text"], Hints(language=code)).act.value for row in rows]
        folded = scores.macro_f1([_folded(act) for act in wanted], [_folded(act) for act in said])
        on = f"{len(rows)} sentences"
        result.add(f"macro-F1, {name}", folded, on, 0.93)
        result.add(f"macro-F1, {name}, all {len(set(wanted))} acts apart", scores.macro_f1(wanted, said), on)
        result.tables[f"F1 by act, {name}"] = [
            f"{score:.3f}  {act}" for act, score in scores.f1_by_label(wanted, said).items() if act in set(wanted)
        ]
        result.tables[f"confusion, {name}"] = confusion_rows(scores.confusion(wanted, said), 10)


def _folded(act: str) -> str:
    return Act.ANSWER.value if Act(act) in ANSWERS else act
