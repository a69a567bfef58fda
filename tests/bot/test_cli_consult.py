"""The commands about consultations, as a person types them."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.consultations import consultations, responses
from bot.cli import app
from storage.consultations import Consultation, ConsultationStatus
from storage.contacts import Contact
from storage.database import Database
from tests.conftest import START

SURVEYS = Path(__file__).parent.parent / "conversations" / "surveys"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database that the commands find in the environment."""
    url = f"sqlite:///{tmp_path}/cli.sqlite"
    monkeypatch.setenv("AGORA_DATABASE_URL", url)
    return url


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_file_becomes_a_draft_and_says_what_is_not_translated(url: str) -> None:
    """Loaded, listed, and nothing sent."""
    loaded = json.loads(_run("consultation", "load", str(SURVEYS / "place.toml"), "--json"))
    assert "title" in loaded["missing"]["es"]
    (listed,) = [json.loads(line) for line in _run("consultation", "list", "--json").splitlines()]
    assert (listed["id"], listed["status"]) == (loaded["id"], "draft")


def test_answers_are_counted_and_exported_the_same(url: str) -> None:
    """Three answers: the results count what the export lists."""
    id = json.loads(_run("consultation", "load", str(SURVEYS / "place.toml"), "--json"))["id"]
    database = Database(url)
    with database.transaction() as session:
        consultation = session.get_one(Consultation, id)
        consultation.status = ConsultationStatus.OPEN
        day = consultations.questions(session, id)[0]
        for name, code in (("Ana", "sat"), ("Ben", "sun"), ("=Eve()", "sat")):
            contact = Contact(name=name, language="fr", created_at=START)
            session.add(contact)
            session.flush()
            response = responses.begin(session, consultation, contact, START)
            responses.answer(session, consultation, response, day, {"codes": [code]}, now=START)
    database.close()
    counted = json.loads(_run("consultation", "results", str(id), "--json"))["questions"][0]["counts"]
    rows = list(csv.DictReader(io.StringIO(_run("consultation", "export", str(id), "--csv"))))
    assert counted == {"sat": 2, "sun": 1}
    assert sorted(row["value"] for row in rows) == ["sat", "sat", "sun"]
    assert not any("Ana" in str(row) for row in rows), "an export names nobody"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["consultation", "results", "7"], "there is no consultation 7"),
        (["consultation", "export", "7"], "either --csv or --json"),
        (["broadcast", "watch"], "there is no such broadcast"),
    ],
)
def test_what_is_not_there_is_said(url: str, arguments: list[str], said: str) -> None:
    """A sentence and an exit code, no traceback."""
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_a_faulty_survey_is_told_line_by_line(url: str, tmp_path: Path) -> None:
    """Every fault of the file in one go."""
    file = tmp_path / "broken.toml"
    file.write_text('closes = 2026-03-20T20:00:00\nquestions = []\n[title]\nen = "T"\n')
    result = CliRunner().invoke(app, ["consultation", "load", str(file)])
    assert result.exit_code == 2
    assert "why" in result.output
    assert "questions" in result.output
