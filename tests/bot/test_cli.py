"""The `agora` command, as a person or a program runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.app import ROOT
from bot.cli import app

runner = CliRunner()


@pytest.fixture(autouse=True)
def somewhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A database of the test's own."""
    monkeypatch.setenv("AGORA_DATABASE_URL", f"sqlite:///{tmp_path}/agora.sqlite")
    monkeypatch.chdir(ROOT)


def test_a_conversation_from_a_pipe() -> None:
    """Choices are numbered lines, picked by their number."""
    spoken = runner.invoke(
        app, ["chat", "--fresh"], input="There's a huge pothole in front of 32 Church St\n1\n/mine\n"
    )
    assert spoken.exit_code == 0
    assert "1. Send\n2. Change\n3. Cancel" in spoken.stdout
    assert "1001 · Pothole or damaged road, 32 Church Street, Dorchester" in spoken.stdout


def test_a_conversation_for_a_program() -> None:
    """With --json every reply is one object with text, choices and topic."""
    spoken = runner.invoke(app, ["chat", "--fresh", "--json"], input="pothole at 32 Church St\nSend\n")
    replies = [json.loads(line) for line in spoken.stdout.splitlines()]
    assert replies[0]["choices"] == ["Send", "Change", "Cancel"]
    assert replies[0]["topic"] == "report"
    assert "1001" in replies[1]["text"]


def test_staff_in_the_terminal_see_what_residents_reported() -> None:
    """Both sides of the terminal share a database; staff are enrolled by being at the machine."""
    runner.invoke(app, ["chat"], input="pothole at 32 Church St\nSend\n")
    spoken = runner.invoke(app, ["chat", "--as", "staff", "--name", "Sam"], input="/queue\n1001\n")
    assert "Welcome, Sam" in spoken.stdout
    assert "1 open report" in spoken.stdout
    assert "[Take it]" in spoken.stdout or "1. Take it" in spoken.stdout
    again = runner.invoke(app, ["chat", "--as", "staff", "--name", "Sam"], input="/queue\n")
    assert "Welcome" not in again.stdout


def test_an_invitation() -> None:
    """A code is printed alone; an agent needs a department that exists."""
    code = runner.invoke(app, ["staff", "invite", "--role", "dispatcher"])
    assert len(code.stdout.strip()) == 14
    refused = runner.invoke(app, ["staff", "invite", "--role", "agent", "--department", "none"])
    assert refused.exit_code == 2
    assert "public_works" in refused.stderr
    agent = runner.invoke(app, ["staff", "invite", "--role", "agent", "--department", "public_works", "--json"])
    assert json.loads(agent.stdout)["department"] == "public_works"


def test_the_action_log(tmp_path: Path) -> None:
    """For people a line an act, for programs JSON, for spreadsheets a table."""
    runner.invoke(app, ["staff", "invite", "--role", "dispatcher"])
    assert "invited  role:dispatcher" in runner.invoke(app, ["staff", "log"]).stdout
    assert json.loads(runner.invoke(app, ["staff", "log", "--json"]).stdout)["action"] == "invited"
    assert "1 acts" in runner.invoke(app, ["staff", "log", "--csv", str(tmp_path / "log.csv")]).stdout
    assert "invited" in (tmp_path / "log.csv").read_text()


@pytest.mark.parametrize("city", ["boston", "nantes"])
def test_the_cities_in_the_box_are_in_order(city: str) -> None:
    """Nothing is wrong with the city folders that are shipped."""
    assert runner.invoke(app, ["city", "check", f"cities/{city}"]).exit_code == 0


def test_a_broken_city_is_told_so(tmp_path: Path) -> None:
    """What is wrong with a folder is said in plain words, and the exit code tells programs."""
    checked = runner.invoke(app, ["city", "check", str(tmp_path)])
    assert checked.exit_code == 1
    assert "city.toml is missing" in checked.stdout


def test_the_outbox_tells_what_waits() -> None:
    """Counts for people and for programs."""
    assert "empty" in runner.invoke(app, ["outbox"]).stdout
    runner.invoke(app, ["chat"], input="hello\n")
    assert json.loads(runner.invoke(app, ["outbox", "--json"]).stdout)["counts"] == {"sent": 1}


def test_referrals_are_listed_and_exported(tmp_path: Path) -> None:
    """For a person, for a program, and as a table."""
    runner.invoke(app, ["chat"], input="There is a power outage on our whole block\nI'll tell them\n")
    assert "eversource" in runner.invoke(app, ["referrals"]).stdout
    entry = json.loads(runner.invoke(app, ["referrals", "--json"]).stdout)
    assert (entry["kind"], entry["body"]) == ("body", "eversource")
    assert "1 referrals" in runner.invoke(app, ["referrals", "--csv", str(tmp_path / "r.csv")]).stdout
    assert "eversource" in (tmp_path / "r.csv").read_text()


def test_a_typing_error_in_a_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown AGORA_ variable stops the start, by its name."""
    monkeypatch.setenv("AGORA_RESIDENT_TOKEN", "x")
    refused = runner.invoke(app, ["serve"])
    assert refused.exit_code == 2
    assert "AGORA_RESIDENT_TOKEN" in refused.stderr


def test_one_token_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Residents' and staff's tokens come together or not at all."""
    monkeypatch.setenv("AGORA_RESIDENTS_TOKEN", "x")
    refused = runner.invoke(app, ["serve"])
    assert refused.exit_code == 2
    assert "AGORA_STAFF_TOKEN" in refused.stderr


def test_the_sandbox_stays_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without tokens, an address that others can reach is refused."""
    monkeypatch.setenv("AGORA_HOST", "0.0.0.0")  # noqa: S104  # the very thing that is refused
    refused = runner.invoke(app, ["serve"])
    assert refused.exit_code == 2
    assert "this machine only" in refused.stderr


def test_texts_are_in_order() -> None:
    """The locale check passes on what is shipped."""
    assert runner.invoke(app, ["locales", "check"]).stdout.strip() == "All texts are in order."
