"""Privacy: what a stranger hears on every way to somebody's report, and who of the staff reads the original."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from backend.errors import NoSuchRequest, NotAllowed
from backend.reports import followers, issues, privacy
from backend.reports.issues import NewReport, StaffAct
from backend.staff import staff
from bot.conversation.turn import House
from storage.contacts import Contact
from storage.database import Database
from storage.people import ActionLog, Role, Staff
from tests.conftest import Clock
from tests.transcript import Exchange, Stage

SECRETS = {
    "my neighbour Peter Miller": ["Peter", "Miller"],
    "mi vecino Juan Pérez": ["Juan", "Pérez"],
    "mon voisin Jean Dupont": ["Jean", "Dupont"],
    "call 617 555 0123": ["617 555 0123", "0123"],
    "write to ana.b@example.com": ["ana.b", "example.com"],
    "plate ABC 1234": ["ABC 1234"],
}
AGAIN = ["Miller did it again", "Pérez ha vuelto", "ask for Mary Jones, +1 617 555 0199"]


def heard(stage: Stage, who: str, line: str, role: str = "resident") -> str:
    """All that residents other than the writer hear after somebody's line."""
    lines = stage.play(Exchange(who, line, role))
    return "\n".join(said for name, said in lines if name in ("ben", "eve"))


@given(
    told=st.lists(st.sampled_from(sorted(SECRETS)), min_size=1, max_size=3, unique=True),
    added=st.sampled_from(AGAIN),
)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stranger_never_reads_what_is_masked(
    sqlite_template: Path, boston: House, told: list[str], added: str
) -> None:
    """Offered for joining, joined, asked for by number, followed, added to, taken, moved, closed and contested."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(sqlite_template, Path(folder) / "agora.sqlite")
        database = Database(f"sqlite:///{folder}/agora.sqlite", durable=False)
        stage = Stage(database, boston, Clock())
        stage.enrol("sam")
        stage.play(Exchange("ana", f"There is a pothole at 32 Church St, {', '.join(told)}", "resident"))
        stage.play(Exchange("ana", "yes", "resident"))
        said = [
            heard(stage, "ben", "crater in the road at 34 Church Street Dorchester"),
            heard(stage, "ben", "[Yes, me too]"),
            heard(stage, "ana", f"about 1001: {added}"),
            heard(stage, "eve", "1001"),
            heard(stage, "eve", "[Follow]"),
            heard(stage, "ana", "1001"),
            heard(stage, "ana", "2"),
            heard(stage, "ana", f"{added}, {told[0]}"),
            heard(stage, "sam", "take 1001", "staff"),
            heard(stage, "sam", "yes", "staff"),
            heard(stage, "sam", "1001", "staff"),
            heard(stage, "sam", "[Close]", "staff"),
            heard(stage, "sam", "[Done]", "staff"),
            heard(stage, "sam", "[Close without]", "staff"),
            heard(stage, "ana", "2"),
            heard(stage, "ana", "1"),
            heard(stage, "ben", "1001"),
            heard(stage, "eve", "/mine"),
        ]
        database.close()
    everything = "\n".join(said)
    assert "Report 1001 is open again" in everything
    assert "***" in everything
    secrets = [secret for one in told for secret in SECRETS[one]] + ["Mary", "Jones", "0199"]
    assert [secret for secret in secrets if secret in everything] == []


def new_report(database: Database, clock: Clock, house: House, code: str, *, anonymous: bool = False) -> int:
    """A report of somebody new, by its number."""
    with database.transaction() as session:
        new = NewReport(
            service_code=code,
            description="ask Mary Jones",
            public_description="ask ***",
            address="32 Church Street, Dorchester",
            anonymous=anonymous,
        )
        contact = Contact(name="Ana", language="en", created_at=clock())
        session.add(contact)
        session.flush()
        return issues.report(session, house.city, new, contact_id=contact.id, now=clock()).id


def act_of(database: Database, clock: Clock, role: Role, department: str | None = None) -> StaffAct:
    """What a new staff member does now."""
    with database.transaction() as session:
        code = staff.invite(session, role, department, now=clock())
        contact = Contact(name="Kim", language="en", created_at=clock())
        session.add(contact)
        session.flush()
        member = staff.enrol(session, code, contact, now=clock())
        return StaffAct(staff=Staff(**member.model_dump()), now=clock())


def test_a_private_report_is_nobody_elses(database: Database, clock: Clock, boston: House) -> None:
    """A stranger can neither join nor follow nor find it; its reporter can."""
    number = new_report(database, clock, boston, "property")
    with database.transaction() as session:
        stranger = Contact(name="Eve", language="en", created_at=clock())
        session.add(stranger)
        session.flush()
        request = issues.find(session, number)
        assert request.private
        assert privacy.for_strangers(request) == ""
        assert issues.shown_to(session, number, request.contact_id) is request
        with pytest.raises(NoSuchRequest):
            issues.shown_to(session, number, stranger.id)
        with pytest.raises(NoSuchRequest):
            followers.join(session, number, contact_id=stranger.id, now=clock())
        with pytest.raises(NoSuchRequest):
            followers.follow(session, number, contact_id=stranger.id, now=clock())


def test_a_name_is_withheld_where_the_service_allows_it(database: Database, clock: Clock, boston: House) -> None:
    """Staff read the original words of both, and the name of the one whose service needs it."""
    nameless = new_report(database, clock, boston, "noise", anonymous=True)
    named = new_report(database, clock, boston, "pothole", anonymous=True)
    act = act_of(database, clock, Role.DISPATCHER)
    with database.transaction() as session:
        assert privacy.read_original(session, nameless, act).name == ""
        assert privacy.read_original(session, named, act).name == "Ana"
        assert privacy.read_original(session, named, act).description == "ask Mary Jones"


def test_reading_the_original_is_logged_and_kept_to_the_department(
    database: Database, clock: Clock, boston: House
) -> None:
    """An agent of another department is refused, and leaves no trace of having read it."""
    number = new_report(database, clock, boston, "pothole")
    kim = act_of(database, clock, Role.AGENT, "parks")
    sam = act_of(database, clock, Role.AGENT, "public_works")
    with database.transaction() as session:
        with pytest.raises(NotAllowed):
            privacy.read_original(session, number, kim)
        privacy.read_original(session, number, sam)
        log = session.exec(select(ActionLog).where(ActionLog.action == privacy.READ)).all()
        assert [(entry.staff_id, entry.subject) for entry in log] == [(sam.staff.id, f"request:{number}")]
