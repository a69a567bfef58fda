"""Emergencies: how many are seen, and how often something harmless is taken for one."""

import csv
from collections import Counter

from nlp.evaluation.result import Bench, Result
from nlp.reading import Hints

LANGUAGES = ("en", "fr", "es")
ADDED = "pt"
"""The language that came as a pack; no city speaks it yet, so a Reader is made for it."""

SETS = {
    "danger_held_out": "held-out sentences", "danger_second": "a second hand, looked at",
    "danger_third": "more of the second hand's, looked at later", "danger_fourth": "by classes, mended on",
    "danger_fifth": "by classes, looked at later", "danger_sixth": "by place and hour, looked at later",
    "danger_seventh": "kept apart", "danger_eighth": "a stranger's, mended on",
    "danger_ninth": "a stranger's, kept apart",
}  # fmt: skip
"""Sentences of later days, by their files; what was looked at flatters."""

GOAL = 0.97


def run(bench: Bench) -> Result:
    """Recall and false alarms on our own sentences, and the share of alarms in real texts."""
    result = Result("Danger")
    for name, what in SETS.items():
        _on_others(bench, result, name, what)
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
        result.add("recall, all", seen / told, f"{told} emergencies in three languages", GOAL)
        result.tables["missed, by what it is"] = [f"{count:>3}  {why}" for why, count in missed.most_common() if count]
    _on_real_texts(bench, result)
    return result


def _on_others(bench: Bench, result: Result, name: str, what: str) -> None:
    """The same on sentences of a later day, in whatever languages there are."""
    here = [code for code in (*LANGUAGES, ADDED) if (bench.tests / f"{name}.{code}.jsonl").is_file()]
    said: list[tuple[bool, bool]] = []
    for code in here or LANGUAGES:
        reader = bench.lusophone if code == ADDED else bench.reader
        rows = bench.tests_of(f"{name}.{code}.jsonl", result)
        said += [(row["danger"], reader.read(row["text"], Hints(language=code)).danger) for row in rows]
    perils, calm = sum(danger for danger, _ in said), sum(not danger for danger, _ in said)
    if perils and calm:
        seen = sum(danger and alarm for danger, alarm in said)
        result.add(f"recall, {what}", seen / perils, f"{perils} emergencies in {len(here)} languages", GOAL)
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
