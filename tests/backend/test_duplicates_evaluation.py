"""How well duplicates are recognised is measured, by the command that people use, on pairs as they were labelled."""

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.reports import duplicates_evaluation
from bot.app import ROOT
from bot.cli import app
from bot.conversation.turn import House

SETS = ROOT / "tests" / "evaluation"
runner = CliRunner()


@pytest.mark.parametrize("held_out", [[], ["--held-out"]])
def test_the_command_for_a_program(monkeypatch: pytest.MonkeyPatch, held_out: list[str]) -> None:
    """Exactly precision, recall and the number of pairs; on the tuned pairs what was aimed at."""
    monkeypatch.chdir(ROOT)
    told = runner.invoke(app, ["evaluate", "duplicates", "--json", "--city", "cities/boston", *held_out])
    found = json.loads(told.stdout)
    assert told.exit_code == 0
    assert list(found) == ["precision", "recall", "pairs"]
    assert found["pairs"] >= (120 if held_out else 300)
    assert found["recall"] >= 0.8
    assert found["precision"] >= (0.85 if held_out else 0.9)


def test_the_command_for_a_person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A sentence; and where there are no pairs, what to do."""
    monkeypatch.chdir(ROOT)
    assert "429 pairs" in runner.invoke(app, ["evaluate", "duplicates", "--city", "cities/boston"]).stdout
    told = runner.invoke(app, ["evaluate", "duplicates", "--tests", str(tmp_path)])
    assert told.exit_code == 2
    assert "--tests" in told.stderr


def test_what_is_counted(boston: House, tmp_path: Path) -> None:
    """One hit, one false alarm and one miss are a precision and a recall of one half."""
    spot = {"service": "pothole", "words": "deep pothole", "lat": 42.32, "lon": -71.08}
    far = spot | {"lat": 42.33}
    pairs = [(spot, spot, True), (spot, spot, False), (spot, far, True), (spot, far, False)]
    lines = [json.dumps({"one": one, "other": other, "same": same, "why": ""}) for one, other, same in pairs]
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines))
    found = duplicates_evaluation.evaluate(tmp_path / "pairs.jsonl", boston.city)
    assert found == {"precision": 0.5, "recall": 0.5, "pairs": 4}


def test_the_held_out_pairs_are_others() -> None:
    """No sentence of theirs is one that was tuned on, and they hold every kind of pair."""
    tuned, held = (
        [json.loads(line) for line in (SETS / name).read_text(encoding="utf-8").splitlines()]
        for name in ("duplicates.jsonl", "duplicates_held_out.jsonl")
    )
    words = [{side["words"].casefold() for pair in pairs for side in (pair["one"], pair["other"])}
             for pairs in (tuned, held)]  # fmt: skip
    assert not words[0] & words[1]
    kinds = Counter((pair["same"], "language" in pair["why"]) for pair in held)
    assert min(kinds[kind] for kind in [(True, True), (True, False), (False, True), (False, False)]) >= 30
