"""The commands of counting, as a person or a program types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.tally.test_pabulib import TOWN


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A file of the invented town."""
    file = tmp_path / "town.pb"
    file.write_text(TOWN, encoding="utf-8")
    return file


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, output and errors of `agora tally …`."""
    result = CliRunner().invoke(app, ["tally", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_json_holds_rule_winners_cost_and_budget(town: Path) -> None:
    """Json holds rule winners cost and budget."""
    code, out, _ = run(town, "--json")
    told = json.loads(out)
    assert code == 0
    assert {key: told[key] for key in ("rule", "winners", "cost", "budget")} == {
        "rule": "greedy",
        "winners": ["B/1", "B/3"],
        "cost": 1400.5,
        "budget": 1500.5,
    }


def test_options_may_stand_before_the_file(town: Path) -> None:
    """Options may stand before the file."""
    assert json.loads(run("--rule", "greedy-per-cost", "--json", town)[1])["winners"] == ["B/3", "B/1"]


def test_why_tells_each_project_its_reason(town: Path) -> None:
    """Why tells each project its reason."""
    assert (
        'B/2: lost, no-money-left; rank 3, total 1, left 100, needed {"money": 600, "votes": 3}'
        in run(town, "--why")[1]
    )


def test_compare_shows_other_rules_and_who_gets_something(town: Path) -> None:
    """Compare shows other rules and who gets something."""
    told = json.loads(run("compare", town, "--json")[1])
    first = told["rules"][0]
    assert (first["rule"], first["voters_with_one"], first["voters_with_one_percent"]) == ("greedy", 3, 75.0)
    assert len(told["rules"]) >= 5


def test_check_says_what_differs(town: Path) -> None:
    """Check says what differs."""
    assert run("check", town.parent)[:1] == (0,)
    town.write_text(TOWN.replace("Benches;0", "Benches;1"), encoding="utf-8")
    code, out, _ = run("check", town.parent, "--json")
    assert code == 1
    assert json.loads(out)["files"][0]["missing"] == ["B/2"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.pb"], "nowhere.pb: No such file"),
        (["TOWN", "--rule", "coin"], "'coin' is no rule"),
        (["TOWN", "--rule", "borda"], "rank nothing"),
        (["TOWN", "--without", "Z"], "has no project 'Z'"),
    ],
)
def test_what_can_not_be_done_is_said_plainly(town: Path, arguments: list[str], said: str) -> None:
    """What can not be done is said plainly."""
    code, _, error = run(*[str(town) if one == "TOWN" else one for one in arguments])
    assert code == 2
    assert said in error


def test_a_file_without_a_known_rule_asks_for_one(town: Path) -> None:
    """A file without a known rule asks for one."""
    town.write_text(TOWN.replace("rule;greedy", "rule;unknown"), encoding="utf-8")
    assert "name one with --rule" in run(town)[2]
