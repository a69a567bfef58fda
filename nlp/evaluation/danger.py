"""Emergencies: how many are seen, and how often something harmless is taken for one."""

import csv
from collections import Counter

from nlp.evaluation.result import Bench, Result
from nlp.reading import Hints

LANGUAGES = ("en", "fr", "es")


def run(bench: Bench) -> Result:
    """Recall and false alarms on our own sentences, and the share of alarms in real texts."""
    result = Result("Danger")
    _on_others(bench, result, "danger_held_out", "held-out sentences", 0.97)
    _on_others(bench, result, "danger_second", "a second hand, looked at", 0.97)
    _on_others(bench, result, "danger_third", "more of the second hand's, looked at later", 0.97)
    seen = told = alarms = calm = 0
    missed: Counter[str] = Counter()
    for code in LANGUAGES:
        rows = bench.tests_of(f"danger.{code}.jsonl", result)
        said = [bench.reader.read(row["text"], Hints(language=code)).danger for row in rows]
        for row, alarm in zip(rows, said, strict=True):
            missed[row.get("why", "?")] += row["danger"] and not alarm
        here = sum(row["danger"] for row in rows)
        if rows:
            caught = sum(alarm and row["danger"] for row, alarm in zip(rows, said, strict=True))
            false = sum(alarm and not row["danger"] for row, alarm in zip(rows, said, strict=True))
            result.add(f"recall, {code}", caught / max(1, here), f"{here} emergencies")
            result.add(f"tricky negatives alarmed, {code}", false / max(1, len(rows) - here), f"{len(rows) - here}")
            seen, told, alarms, calm = seen + caught, told + here, alarms + false, calm + len(rows) - here
    if told:
        result.add("recall, all", seen / told, f"{told} emergencies in three languages", 0.97)
        result.tables["missed, by what it is"] = [f"{count:>3}  {why}" for why, count in missed.most_common() if count]
    _on_real_texts(bench, result)
    return result


def _on_others(bench: Bench, result: Result, name: str, what: str, goal: float | None) -> None:
    """The same on sentences of a later day."""
    rows = [(code, row) for code in LANGUAGES for row in bench.tests_of(f"{name}.{code}.jsonl", result)]
    said = [(row["danger"], bench.reader.read(row["text"], Hints(language=code)).danger) for code, row in rows]
    perils, calm = sum(danger for danger, _ in said), sum(not danger for danger, _ in said)
    if perils and calm:
        seen = sum(danger and alarm for danger, alarm in said)
        result.add(f"recall, {what}", seen / perils, f"{perils} emergencies in three languages", goal)
        false = sum(alarm and not danger for danger, alarm in said)
        result.add(f"negatives alarmed, {what}", false / calm, f"{calm}")


def _on_real_texts(bench: Bench, result: Result) -> None:
    path = bench.data / "texts" / "boston_untagged.csv"
    if not path.is_file():
        result.absent.append("texts/boston_untagged.csv")
        return
    with path.open(encoding="utf-8", newline="") as lines:
        texts = [row["description"] for row in csv.DictReader(lines)]
    alarms = sum(bench.reader.read(text, Hints(language="en")).danger for text in texts)
    result.add("alarms in real texts (not all false)", alarms / len(texts), f"{len(texts)} messages to Boston")
    result.remarks.append(
        "Most alarms in the Boston texts are true (smell of gas, wires down, people unconscious): see "
        "docs/understanding.md for how many were read and how many were false."
    )
