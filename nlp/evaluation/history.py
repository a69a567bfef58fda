"""Kinds with a city's history: learn from its tickets, beside the peer, and how far probabilities can be believed."""

import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from nlp import pipeline, rows, scores, tenant
from nlp.evaluation import peer, plot
from nlp.evaluation.result import Bench, Result, confusion_rows


class Guesses(NamedTuple):
    """Right labels, what the model says, and how sure it is."""

    wanted: list[str]
    said: list[str]
    sure: list[float]
    within_two: float


def run(bench: Bench) -> Result:
    """Accuracy and macro-F1 on dev after learning from train."""
    result = Result("Kinds, with the city's history")
    train = bench.rows("reports/newhaven_train.jsonl", result)
    dev = bench.rows("reports/newhaven_dev.jsonl", result)
    if not train or not dev:
        return result
    start = time.perf_counter()
    guesses = _learned(bench, [row["text"] for row in dev], [row["label"] for row in dev])
    seconds = time.perf_counter() - start
    said = peer.predict([row["text"] for row in train], [row["label"] for row in train], [row["text"] for row in dev])
    on = f"newhaven_dev, {len(dev)} reports"
    ours, theirs = scores.accuracy(guesses.wanted, guesses.said), scores.accuracy(guesses.wanted, said)
    result.add("accuracy", ours, on, 0.755)
    result.add("macro-F1", scores.macro_f1(guesses.wanted, guesses.said), on, 0.72)
    result.add("peer: accuracy of the TF-IDF SVM", theirs, on)
    result.add("peer: macro-F1 of the TF-IDF SVM", scores.macro_f1(guesses.wanted, said), on)
    result.add("ahead of the peer", ours - theirs, on, 0.0)
    result.add("within the two best", guesses.within_two, on)
    result.add("learning, seconds", seconds, f"{len(train)} reports")
    result.tables["F1 by label"] = [
        f"{score:.3f}  {label}" for label, score in scores.f1_by_label(guesses.wanted, guesses.said).items()
    ]
    result.tables["confusion"] = confusion_rows(scores.confusion(guesses.wanted, guesses.said))
    result.remarks.append("Dev has 740 reports: a standard error of 1.6 points; two models 1 point apart are a tie.")
    return result


def calibration(bench: Bench) -> Result:
    """Expected calibration error of the learned model on dev, the bins, and the plot."""
    result = Result("Calibration")
    dev = bench.rows("reports/newhaven_dev.jsonl", result)
    if not dev or not bench.rows("reports/newhaven_train.jsonl", result):
        return result
    guesses = _learned(bench, [row["text"] for row in dev], [row["label"] for row in dev])
    right = [target == guess for target, guess in zip(guesses.wanted, guesses.said, strict=True)]
    error, bins = scores.calibration(guesses.sure, right)
    result.add("expected calibration error", error, f"newhaven_dev, {len(dev)} reports", 0.05, is_most=True)
    result.tables["bins"] = [
        f"{one.size:>4} reports, said {one.confidence:.2f}, right {one.accuracy:.2f}" for one in bins
    ]
    path = bench.plot or Path("calibration.png")
    result.remarks.append(plot.draw(bins, error, path))
    return result


def _learned(bench: Bench, texts: list[str], wanted: list[str]) -> Guesses:
    """Learn from train as `agora learn` does, then ask as `agora read` does, without a city's places."""
    found, _ = rows.read(bench.data / "reports" / "newhaven_train.jsonl", text="text", label="label")
    with tempfile.TemporaryDirectory() as folder:
        tenant.learn(found, Path(folder))
        model = tenant.load(Path(folder))
    said: list[str] = []
    sure: list[float] = []
    within = 0
    for text, label in zip(texts, wanted, strict=True):
        ranked: dict[str, float] = pipeline.asked(model, text, "")._.services
        best = next(iter(ranked))
        said.append(best)
        sure.append(ranked[best])
        within += label in list(ranked)[:2]
    return Guesses(wanted, said, sure, within / max(1, len(texts)))
