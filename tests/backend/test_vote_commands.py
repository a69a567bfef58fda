"""The commands of votes, from a file to an export that checks itself."""

import csv
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.votes import votes
from bot.cli import app
from bot.commands import store
from storage.votealarms import AlarmKind, VoteAlarm
from tests.tally.test_pabulib import TOWN


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the invented town's file and a database of its own."""
    monkeypatch.setenv("AGORA_DATABASE_URL", f"sqlite:///{tmp_path}/votes.sqlite")
    (tmp_path / "town.pb").write_text(TOWN, encoding="utf-8")
    (tmp_path / "roll.csv").write_text("code,area\nA-1,North\nA-2,South\n,South\n", encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit code, output and errors of `agora vote …`."""
    result = CliRunner().invoke(app, ["vote", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_from_a_file_to_an_export_that_checks_itself(here: Path) -> None:
    """A vote that is over already when it is frozen counts nobody, and says so in a form anybody can check."""
    dates = ("--opens", "2026-01-01", "--closes", "2026-01-02T18:00:00")
    assert run("load", here / "town.pb", "--slug", "spring", *dates, "--level", "L2")[0] == 0
    code, out, error = run("roll", "spring", here / "roll.csv", "--json")
    assert (code, json.loads(out)["roll"]) == (0, 2)
    assert "row 4" in error
    frozen = json.loads(run("freeze", "spring", "--json")[1])["frozen"]["city"]
    assert run("freeze", "spring")[0] == 2
    assert run("load", here / "town.pb", "--slug", "spring", *dates)[2].startswith("spring was frozen")
    assert json.loads(run("status", "spring", "--json")[1])["phase"] == "counted"
    assert json.loads(run("result", "spring", "--json")[1])["voters"] == 0
    assert run("export", "spring", here / "spring.zip")[0] == 0
    subprocess.run([sys.executable, "-m", "zipfile", "-e", here / "spring.zip", here], check=True)
    verify = [sys.executable, "-I", "-S", here / "verify.py", here / "spring.zip", "--frozen", frozen]
    assert subprocess.run(verify, capture_output=True, text=True, check=True).stdout.endswith("All is in order.\n")


@pytest.mark.parametrize("level", ["L1", "L3"])
def test_every_level_can_be_chosen(here: Path, level: str) -> None:
    """A proven phone and the desk are levels as the others are; the level stands in the status."""
    dates = ("--opens", "2026-01-01", "--closes", "2026-01-02")
    assert run("load", here / "town.pb", "--slug", "spring", *dates, "--level", level)[0] == 0
    assert json.loads(run("freeze", "spring", "--json")[1])["frozen"]
    assert json.loads(run("status", "spring", "--json")[1])["level"] == level


def test_nobody_is_told_totals_while_a_vote_is_open(here: Path) -> None:
    """The result and the export wait for the close; the turnout does not."""
    run("load", here / "town.pb", "--slug", "now", "--opens", "2026-01-01", "--closes", "2999-01-01")
    run("freeze", "now")
    assert json.loads(run("status", "now", "--json")[1])["headings"][0]["voters"] == 0
    heads = run("heads", "now")[1].splitlines()
    assert [json.loads(line)["head"]["size"] for line in heads] == [0]
    assert run("heads", "now", "--heading", "north")[2] == "now has no part north; it has city\n"
    for command in (("result", "now"), ("export", "now", here / "now.zip")):
        code, _, error = run(*command)
        assert code == 2
        assert "not counted yet" in error


def test_alarms_stand_in_the_status_and_in_the_result(here: Path) -> None:
    """For people a line each, for programs two numbers; a vote without any says none."""
    run("load", here / "town.pb", "--slug", "spring", "--opens", "2026-01-01", "--closes", "2026-01-02")
    run("freeze", "spring")
    assert json.loads(run("status", "spring", "--json")[1])["alarms"] == []
    with store.session() as session:
        hour = datetime(2026, 1, 1, 7, tzinfo=UTC)
        budget_id = votes.find(session, "spring").id
        for kind in AlarmKind:
            session.add(VoteAlarm(budget_id=budget_id, kind=kind, hour=hour, count=60, against=20))
    for command in ("status", "result"):
        told = json.loads(run(command, "spring", "--json")[1])["alarms"]
        assert {"kind": "codes", "hour": "2026-01-01T07:00:00Z", "count": 60, "against": 20} in told
        out = run(command, "spring")[1]
        assert out.count("  alarm, 2026-01-01T07:00:00Z: 60 ") == 3
        assert "60 wrong codes in an hour, 20 senders barred then" in out


@pytest.mark.parametrize("command", ["status", "freeze", "result"])
def test_a_vote_that_is_not_there_is_named(here: Path, command: str) -> None:
    """An unknown vote is said to be unknown."""
    assert run(command, "nowhere")[1:] == ("", "there is no vote nowhere\n")


BUDGET = """slug = "green"
names = { en = "Green budget" }
areas = "one"
limits = { max_length = 3 }
[dates]
opens_at = 2026-01-01T09:00:00Z
closes_at = 2026-01-02T18:00:00Z
[[parts]]
code = "city"
names = { en = "the whole city" }
money = 1000000
[[parts]]
code = "roxbury"
names = { en = "Roxbury" }
money = 200000
area = "Roxbury"
"""


def test_a_budget_is_drafted_from_a_file(here: Path) -> None:
    """Its parts, rule and level are as written; a second one of that name is refused."""
    (here / "green.toml").write_text(BUDGET, encoding="utf-8")
    code, out, _ = run("draft", here / "green.toml", "--json")
    assert (code, json.loads(out)) == (0, {"vote": "green", "parts": ["city", "roxbury"]})
    told = json.loads(run("status", "green", "--json")[1])
    assert (told["phase"], told["rule"], told["level"]) == ("draft", "greedy", "L0")
    assert run("draft", here / "green.toml")[::2] == (2, "there is a vote green already\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('slug = "green"', 'slug = "Green!"', "slug: String should match pattern"),
        ("money = 200000", "money = 0", "parts.1.money: Input should be greater than 0"),
        ('areas = "one"', 'areas = "some"', "areas: Input should be 'all', 'one' or 'own'"),
        ("limits = { max_length", "limits = { most", "no limits: most"),
        ("closes_at = 2026-01-02", "closes_at = 2025-01-02", "dates"),
        ('areas = "one"', 'areas = "one"\nrule = "sortition"', "'sortition' is no rule"),
        ("[dates]", "[dates", "green.toml: "),
        ('names = { en = "Green budget" }', 'mood = "good"', "mood: Extra inputs are not permitted"),
    ],
)
def test_a_budget_that_makes_no_sense_is_refused_with_its_line(here: Path, old: str, new: str, said: str) -> None:
    """Whoever wrote the file reads which of its words is wrong; nothing was made."""
    assert old in BUDGET
    (here / "green.toml").write_text(BUDGET.replace(old, new, 1), encoding="utf-8")
    code, _, error = run("draft", here / "green.toml")
    assert code == 2
    assert said in error
    assert run("status", "green")[2] == "there is no vote green\n"


def test_a_table_is_written_after_the_count_only(here: Path) -> None:
    """Every project with what became of it; before the count there is nothing to tell."""
    run("load", here / "town.pb", "--slug", "now", "--opens", "2026-01-01", "--closes", "2999-01-01")
    run("freeze", "now")
    assert "not counted yet" in run("table", "now", here / "now.csv")[2]
    run("load", here / "town.pb", "--slug", "spring", "--opens", "2026-01-01", "--closes", "2026-01-02")
    run("freeze", "spring")
    assert run("table", "spring", here / "spring.csv")[1].endswith("spring.csv: 3 projects\n")
    assert not (here / "now.csv").exists()
    rows = list(csv.DictReader((here / "spring.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["id"], row["cost"], row["total"]) for row in rows] == [
        ("B/1", "1000.25", "0"),
        ("B/2", "700", "0"),
        ("B/3", "400.25", "0"),
    ]
