"""A city's own model, from what staff did at the desk to what the bot proposes next."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select
from typer.testing import CliRunner

from backend.reports import casework, examples, issues
from backend.reports.issues import NewReport, StaffAct
from bot import learning
from bot.app import ROOT, build_house
from bot.channels.terminal import Terminal
from bot.cli import app
from bot.conversation.turn import House
from bot.serving import CannotServe, _house
from bot.settings import Settings
from nlp import tenant
from nlp.rows import Row
from storage.closing import ClosingReason
from storage.contacts import Contact
from storage.corrections import Correction
from storage.database import Database
from storage.people import ActionLog, Role, Staff
from tests.conftest import Clock

runner = CliRunner()

JARGON = "the zwicky by the corner needs somebody"
"""A word that only this city knows: no corpus holds it."""


def _staff(session: Session, clock: Clock, role: Role = Role.DISPATCHER, department: str | None = None) -> Staff:
    contact = Contact(name="Sam", language="en", created_at=clock())
    session.add(contact)
    session.flush()
    member = Staff(contact_id=contact.id, name="Sam", role=role, department=department, enrolled_at=clock())
    session.add(member)
    session.flush()
    return member


def _report(session: Session, house: House, clock: Clock, member: Staff, words: str, service: str) -> int:
    new = NewReport(service_code=service, description=words, address="32 Church Street")
    return issues.report(session, house.city, new, contact_id=member.contact_id, now=clock()).id


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> tuple[Path, Path]:
    """A database in which staff have taught the city's own word, and the model learnt from it."""
    clock, folder = Clock(), tmp_path_factory.mktemp("taught")
    path = folder / "agora.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{path}", durable=False)
    house = build_house(ROOT / "cities" / "boston")
    with database.transaction() as session:
        member = _staff(session, clock)
        act = StaffAct(staff=member, now=clock())
        for words in (JARGON, "zwicky is gone again", "Our zwicky fell over", "please look at the zwicky on Birch St"):
            number = _report(session, house, clock, member, words, "noise")
            casework.change_service(session, house.city, number, "tree", act)
        for words, service in (("Pothole in front of the bakery", "pothole"), ("Graffiti on the wall", "graffiti")):
            number = _report(session, house, clock, member, words, service)
            issues.close(session, number, ClosingReason.DONE, "", act)
    learnt = learning.learn(database, house, folder / "model")
    database.close()
    assert learnt.promoted
    return path, folder / "model"


def test_what_staff_put_right_changes_what_the_bot_proposes(
    taught: tuple[Path, Path], sqlite: Database, clock: Clock, boston: House
) -> None:
    """Without the model the word means nothing; with it the report needs one confirmation."""
    words = "The zwicky at 45 Birch St"
    before = Terminal(sqlite, boston, clock, name="Ana").say(words)
    assert "Tree or branch" not in before[-1].text
    own = build_house(ROOT / "cities" / "boston", taught[1])
    after = Terminal(sqlite, own, clock, name="Ben").say(words)
    assert "Tree or branch" in after[-1].text
    assert after[-1].choices[0] == "Send"


def test_a_few_corrections_do_not_make_the_city_forget(taught: tuple[Path, Path]) -> None:
    """Services that nobody has corrected are known as before, small talk is none, nonsense is nothing."""
    reader = build_house(ROOT / "cities" / "boston", taught[1]).reader
    for words, service in (
        ("There's a huge pothole in front of 32 Church St", "pothole"),
        ("Le lampadaire est éteint devant chez moi", "street_light"),
        ("Hay basura tirada en el parque", "illegal_dumping"),
        ("There is graffiti on the school wall", "graffiti"),
    ):
        assert service in list(reader.read(words).services)[:2], words
    for words in ("thank you", "hola", "qwrt zxcv", "yes"):
        assert reader.read(words).services == {}


def test_a_model_may_be_left_out_or_be_yet_to_come(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A city that has not learnt yet is served with the shipped model, and the log says so."""
    house = build_house(ROOT / "cities" / "boston", tmp_path / "none")
    assert "holds no model yet" in caplog.text
    assert next(iter(house.reader.read("pothole at 32 Church St").services)) == "pothole"


def test_a_damaged_model_stops_the_start(tmp_path: Path) -> None:
    """It is named instead of being ignored, and so is the model of another city."""
    (tmp_path / "current").write_text("1\n")
    with pytest.raises(CannotServe, match="AGORA_MODEL"):
        _house(Settings(model=tmp_path))
    tenant.learn([Row(f"{word} {n}", word, 1) for word in ("alpha", "beta") for n in "ab"], tmp_path / "other")
    with pytest.raises(CannotServe, match="not a model for this city"):
        _house(Settings(model=tmp_path / "other"))


def test_a_service_that_the_city_gave_up_is_never_proposed(taught: tuple[Path, Path]) -> None:
    """The model is cut to the city's services, whatever it once learnt."""
    nlp = tenant.load(taught[1], {"tree", "pothole"})
    component: Any = nlp.get_pipe(tenant.HEAD)
    assert set(component.head.labels) == {"tree", "pothole"}


def test_from_the_command_line(taught: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Learn again from the database, go back one, and find the first model in use."""
    monkeypatch.setenv("AGORA_DATABASE_URL", f"sqlite:///{taught[0]}")
    monkeypatch.setenv("AGORA_MODEL", str(tmp_path / "model"))
    monkeypatch.chdir(ROOT)
    shutil.copytree(taught[1], tmp_path / "model")
    learnt = runner.invoke(app, ["learn", "--from-corrections", "--json"])
    assert learnt.exit_code == 0, learnt.stderr
    told = json.loads(learnt.stdout)
    assert (told["number"], told["promoted"], told["rows"]) == (2, True, 6)
    assert told["before"] == told["accuracy"]
    assert "Model 1 is in use" in runner.invoke(app, ["learn", "--back"]).stdout
    assert tenant.current(tmp_path / "model") == 1
    assert runner.invoke(app, ["learn", "--back"]).exit_code == 2
    read = runner.invoke(app, ["read", "The zwicky is loose", "--model", str(tmp_path / "model")])
    assert next(iter(json.loads(read.stdout)["services"])) == "tree"


def test_nothing_to_learn_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_template: Path) -> None:
    """So is a call that names neither a file nor the database, or both."""
    (tmp_path / "agora.sqlite").write_bytes(sqlite_template.read_bytes())
    monkeypatch.setenv("AGORA_DATABASE_URL", f"sqlite:///{tmp_path}/agora.sqlite")
    monkeypatch.chdir(ROOT)
    empty = runner.invoke(app, ["learn", "--from-corrections", "--out", str(tmp_path / "model")])
    assert (empty.exit_code, "not corrected" in empty.stderr) == (2, True)
    assert not (tmp_path / "model").exists()
    for arguments in ([], ["x.csv", "--from-corrections"]):
        assert runner.invoke(app, ["learn", *arguments]).exit_code == 2


class TestExamples:
    """What is learnt from, and what staff are asked about."""

    def test_the_last_word_of_staff_counts(self, database: Database, clock: Clock, boston: House) -> None:
        """A correction takes the place of the ticket that it corrects, and of an earlier one."""
        with database.transaction() as session:
            member = _staff(session, clock)
            act = StaffAct(staff=member, now=clock())
            number = _report(session, boston, clock, member, "A hole", "noise")
            casework.change_service(session, boston.city, number, "graffiti", act)
            casework.change_service(session, boston.city, number, "pothole", act)
            issues.close(session, number, ClosingReason.DONE, "", act)
            other = _report(session, boston, clock, member, "A lamp", "street_light")
            issues.close(session, other, ClosingReason.NO_ACCESS, "", act)
            theirs = _report(session, boston, clock, member, "Not the city's", "noise")
            issues.close(session, theirs, ClosingReason.NOT_OURS, "The railway", act)
            _report(session, boston, clock, member, "Still open", "tree")
            found = list(examples.learnt_from(session, boston.city))
        assert found == [("A hole", "pothole", True), ("A lamp", "street_light", False)]

    def test_a_service_that_is_gone_is_not_learnt(self, sqlite: Database, clock: Clock, boston: House) -> None:
        """A city changes its services; old corrections must not bring them back."""
        with sqlite.transaction() as session:
            member = _staff(session, clock)
            old = {"before": "noise", "after": "zeppelins", "staff_id": member.id, "at": clock()}
            session.add(Correction(text="An airship", field="service", **old))
            session.add(Correction(text="A corner", field="place", **old))
            session.flush()
            assert list(examples.learnt_from(session, boston.city)) == []

    def test_agents_confirm_their_own_department_only(self, database: Database, clock: Clock, boston: House) -> None:
        """Nobody is asked about what others answer for, nor twice about the same, nor about old reports."""
        with database.transaction() as session:
            member = _staff(session, clock)
            agent = _staff(session, clock, Role.AGENT, "public_works")
            old = _report(session, boston, clock, member, "Last year's", "pothole")
            clock.advance(31 * 86400)
            hole = _report(session, boston, clock, member, "A hole", "pothole")
            noise = _report(session, boston, clock, member, "Music", "noise")
            _report(session, boston, clock, member, "", "pothole")
            assert {row.id for row in examples.unconfirmed(session, member, now=clock())} == {hole, noise}
            assert [row.id for row in examples.unconfirmed(session, agent, now=clock())] == [hole]
            examples.confirm(session, boston.city, hole, "pothole", StaffAct(staff=agent, now=clock()))
            assert list(examples.unconfirmed(session, agent, now=clock())) == []
            assert examples.is_confirmed(session, issues.find(session, hole))
            logged = session.exec(select(ActionLog).where(ActionLog.action == "confirmed")).one()
            assert (logged.subject, logged.details["after"]) == (f"request:{hole}", "pothole")
            assert old not in {hole, noise}
