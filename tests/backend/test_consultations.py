"""Consultations: nobody is trapped, nobody counts twice, and results are what a recount of the export gives."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from backend.consultations import consultations, responses, results, statements, surveyfile
from backend.consultations.responses import Unfit
from backend.consultations.survey import Item, Survey, missing, unusable
from backend.consultations.surveyfile import SurveyInvalid
from backend.errors import ConsultationOver, IllegalStep
from storage.consultations import Consultation, ConsultationStatus, QuestionKind, Response, Statement
from storage.contacts import Contact
from storage.database import Database
from storage.people import Role, Staff
from tests.conftest import START, Clock

EN = {"en": "words"}
CLOSES = START + timedelta(days=7)


def _options(count: int) -> list[dict[str, Any]]:
    return [{"code": f"o{number}", "name": {"en": f"Option {number}"}} for number in range(count)]


def _survey(*questions: dict[str, Any]) -> Survey:
    return Survey.model_validate({"title": EN, "why": EN, "closes": CLOSES, "questions": questions})


def _question(code: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": kind, "wording": EN, **more}


def _contact(session: Session, name: str = "Ana") -> Contact:
    contact = Contact(name=name, language="en", created_at=START)
    session.add(contact)
    session.flush()
    return contact


def _opened(session: Session, survey: Survey, now: datetime) -> Consultation:
    consultation = consultations.draft(session, survey, START.tzinfo, staff=None, now=now)  # type: ignore[arg-type]
    return consultations.step(session, consultation.id, ConsultationStatus.OPEN, staff=None, now=now)


_EVERY_KIND = _survey(
    _question("pick", "choice", options=_options(3)),
    _question("why", "text", only_if={"question": "pick", "is": ["o1"]}),
    _question("some", "choices", options=_options(4), least=1, most=2),
    _question("sure", "yes_no", only_if={"question": "some", "is": ["o0", "o3"]}),
    _question("rate", "scale", least=1, most=5),
    _question("order", "ranking", options=_options(3)),
    _question("people", "number", least=0, most=20, only_if={"question": "sure", "is": ["yes"]}),
)

_VALUES = {
    "pick": st.sampled_from(["o0", "o1", "o2"]).map(lambda code: {"codes": [code]}),
    "why": st.text(min_size=1, max_size=20).filter(str.strip).map(lambda words: {"words": words}),
    "some": st.lists(st.sampled_from(["o0", "o1", "o2", "o3"]), min_size=1, max_size=2, unique=True).map(
        lambda codes: {"codes": codes}
    ),
    "sure": st.sampled_from(["yes", "no", "abstain"]).map(lambda code: {"codes": [code]}),
    "rate": st.integers(1, 5).map(lambda number: {"number": number}),
    "order": st.permutations(["o0", "o1", "o2"]).map(lambda codes: {"codes": list(codes)}),
    "people": st.integers(0, 20).map(lambda number: {"number": number}),
}


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nobody_is_trapped_and_the_export_counts_the_same(sqlite: Database, data: st.DataObject) -> None:
    """Whoever answers, skips and changes their mind gets to the end; the results are those of their last words."""
    with sqlite.transaction() as session:
        consultation = _opened(session, _EVERY_KIND, START)
        asked = consultations.questions(session, consultation.id)
        for person in range(data.draw(st.integers(1, 4))):
            response = responses.begin(session, consultation, _contact(session, f"p{person}"), START)
            for _ in range(len(asked)):
                if (question := responses.following(session, response)) is None:
                    break
                value = data.draw(st.one_of(_VALUES[question.code], st.just({"skipped": True})))
                for _tap in range(data.draw(st.integers(1, 3))):
                    responses.answer(session, consultation, response, question, value, now=START)
            if data.draw(st.booleans()):
                change = data.draw(_VALUES["pick"])
                responses.answer(session, consultation, response, asked[0], change, now=START)
                if (question := responses.following(session, response)) is not None:
                    responses.answer(
                        session, consultation, response, question, data.draw(_VALUES[question.code]), now=START
                    )
            assert responses.following(session, response) is None
        _recount(session, consultation.id)


def _recount(session: Session, consultation_id: int) -> None:
    rows = list(results.export(session, consultation_id))
    said = {(row["person"], row["question"]): row["value"] for row in rows}
    assert len(said) == len(rows)
    for result in results.results(session, consultation_id):
        expected: Counter[str] = Counter()
        for (person, code), value in said.items():
            if code == result.question.code and _holds(person, result.question.condition, said):
                expected["answered"] += not value.get("skipped")
                if result.question.kind is not QuestionKind.RANKING:
                    expected.update(value.get("codes", []))
        assert result.total.answered == expected.pop("answered", 0)
        if result.question.kind is not QuestionKind.RANKING:
            assert result.total.counts == expected


def _holds(person: int, condition: dict[str, Any], said: dict[tuple[int, str], dict[str, Any]]) -> bool:
    if not condition:
        return True
    before = next(item for item in _EVERY_KIND.questions if item.code == condition["question"])
    earlier = before.only_if.model_dump(by_alias=True) if before.only_if else {}
    chosen = said.get((person, condition["question"]), {}).get("codes", [])
    return bool({*chosen} & {*condition["is"]}) and _holds(person, earlier, said)


def test_one_person_has_one_response_and_may_change_it(database: Database, clock: Clock) -> None:
    """Begun twice is begun once; the newest answer counts until the last second, and not after it."""
    with database.transaction() as session:
        consultation = _opened(session, _survey(_question("pick", "choice", options=_options(2))), clock())
        ana = _contact(session)
        response = responses.begin(session, consultation, ana, clock())
        assert responses.begin(session, consultation, ana, clock()).id == response.id
        question = consultations.questions(session, consultation.id)[0]
        responses.answer(session, consultation, response, question, {"codes": ["o0"]}, now=clock())
        responses.answer(session, consultation, response, question, {"codes": ["o1"]}, now=clock())
        assert results.results(session, consultation.id)[0].total.counts == {"o1": 1}
        assert responses.count(session, consultation.id) == (1, 1)
        last = consultation.closes_at - timedelta(seconds=1)
        responses.answer(session, consultation, response, question, {"codes": ["o0"]}, now=last)
        with pytest.raises(ConsultationOver):
            responses.answer(session, consultation, response, question, {"codes": ["o1"]}, now=consultation.closes_at)


@pytest.mark.parametrize(
    ("kind", "more", "value", "reason"),
    [
        ("choice", {"options": _options(2)}, {"codes": ["o7"]}, "answer-no-such-option"),
        ("choice", {"options": _options(2)}, {"codes": ["o0", "o1"]}, "answer-only-one"),
        ("choices", {"options": _options(3), "most": 2}, {"codes": ["o0", "o1", "o2"]}, "answer-how-many"),
        ("choices", {"options": _options(3)}, {"codes": ["o0", "o0"]}, "answer-no-such-option"),
        ("ranking", {"options": _options(3)}, {"codes": ["o0", "o0"]}, "answer-no-such-option"),
        ("scale", {}, {"number": 6}, "answer-out-of-range"),
        ("scale", {}, {"number": 2.5}, "answer-out-of-range"),
        ("number", {"least": 0}, {"number": -1}, "answer-out-of-range"),
        ("text", {}, {"words": "  "}, "answer-empty"),
        ("text", {"required": True}, {"skipped": True}, "answer-needed"),
        ("place", {}, {}, "answer-empty"),
        ("photo", {}, {"media": [1]}, None),
        ("ranking", {"options": _options(3)}, {"codes": ["o2"]}, None),
        ("number", {}, {"number": -2.5}, None),
    ],
)
def test_an_answer_fits_or_says_why_not(
    kind: str, more: dict[str, Any], value: dict[str, Any], reason: str | None
) -> None:
    """Each kind of question knows what answers it."""
    item = Item.model_validate(_question("q", kind, **more))
    assert unusable(item, value) == reason


def test_what_does_not_fit_is_not_kept(database: Database, clock: Clock) -> None:
    """A wrong value raises Unfit and leaves the question open."""
    with database.transaction() as session:
        consultation = _opened(session, _survey(_question("rate", "scale")), clock())
        response = responses.begin(session, consultation, _contact(session), clock())
        question = consultations.questions(session, consultation.id)[0]
        with pytest.raises(Unfit, match="answer-out-of-range"):
            responses.answer(session, consultation, response, question, {"number": 9}, now=clock())
        assert responses.following(session, response) == question


def test_small_cells_are_not_shown(database: Database, clock: Clock) -> None:
    """An area is counted apart from ten people on."""
    with database.transaction() as session:
        consultation = _opened(session, _survey(_question("rate", "scale")), clock())
        question = consultations.questions(session, consultation.id)[0]
        for person in range(19):
            response = responses.begin(session, consultation, _contact(session, f"p{person}"), clock())
            response.area = "Allston" if person < 10 else "Brighton"
            responses.answer(session, consultation, response, question, {"number": 4}, now=clock())
        result = results.results(session, consultation.id)[0]
        assert result.total.answered == 19
        assert {name: tally.answered for name, tally in result.by_area.items()} == {"Allston": 10}
        assert result.total.middle == 4


def test_steps_that_are_none_are_refused(database: Database, clock: Clock) -> None:
    """A draft is not closed, a closed one not opened again, and only a closed one is decided on."""
    with database.transaction() as session:
        staff = Staff(contact_id=_contact(session).id, name="Mona", role=Role.ADMIN, enrolled_at=clock())
        session.add(staff)
        session.flush()
        consultation = consultations.draft(session, _EVERY_KIND, clock().tzinfo, staff=staff, now=clock())  # type: ignore[arg-type]
        with pytest.raises(IllegalStep):
            consultations.step(session, consultation.id, ConsultationStatus.CLOSED, staff=staff, now=clock())
        consultations.step(session, consultation.id, ConsultationStatus.OPEN, staff=staff, now=clock())
        with pytest.raises(IllegalStep):
            consultations.decide(session, consultation.id, EN, staff=staff, now=clock())
        consultations.step(session, consultation.id, ConsultationStatus.CLOSED, staff=staff, now=clock())
        with pytest.raises(IllegalStep):
            consultations.decide(session, consultation.id, EN, staff=staff, now=clock(), done=True)
        consultations.decide(session, consultation.id, EN, staff=staff, now=clock())
        consultations.decide(session, consultation.id, EN, staff=staff, now=clock(), done=True)
        assert consultations.survey_of(session, consultation).questions == _EVERY_KIND.questions


def test_statements_are_moderated_voted_and_put_to_each_once(database: Database, clock: Clock) -> None:
    """A resident's statement waits for staff; everybody gets those of others that they have not voted on."""
    with database.transaction() as session:
        staff = Staff(contact_id=_contact(session).id, name="Mona", role=Role.ADMIN, enrolled_at=clock())
        session.add(staff)
        session.flush()
        own = [{"en": "More trees"}, {"en": "Fewer cars"}]
        consultation = _opened(session, _survey(_question("say", "statements", statements=own)), clock())
        question = consultations.questions(session, consultation.id)[0]
        ana, bob = _contact(session, "Ana"), _contact(session, "Bob")
        said = statements.propose(session, question.id, ana, "Benches in the shade", now=clock())
        assert [one.id for one in statements.pending(session, question.id)] == [said.id]
        assert _all_of(session, question.id, bob, clock()) == 2
        statements.moderate(session, said.id, accept=True, staff=staff, reason="", now=clock())
        with pytest.raises(IllegalStep):
            statements.moderate(session, said.id, accept=False, staff=staff, reason="", now=clock())
        assert _all_of(session, question.id, bob, clock()) == 1
        assert _all_of(session, question.id, ana, clock()) == 2
        matrix = statements.opinions(session, question.id)
        assert (len(matrix.people), len(matrix.statements)) == (2, 3)


def _all_of(session: Session, question_id: int, contact: Contact, now: datetime) -> int:
    put = []
    while (statement := statements.following(session, question_id, contact.id)) is not None:
        put.append(statement.id)
        statements.vote(session, statement.id, contact.id, 1, now)
    assert len(put) == len({*put})
    return len(put)


def test_a_survey_is_read_from_a_file_and_its_gaps_are_named(tmp_path: Path) -> None:
    """TOML in, a survey out; what lacks a translation is listed by its place."""
    file = tmp_path / "park.toml"
    file.write_text(
        """
        closes = 2026-04-01T20:00:00
        [title]
        en = "The park"
        fr = "Le parc"
        [why]
        en = "We rebuild it"
        [[questions]]
        code = "use"
        kind = "choice"
        wording = { en = "How do you use it?", fr = "Qu'y faites-vous ?" }
        options = [{ code = "play", name = { en = "Play", fr = "Jouer" } }, { code = "rest", name = { en = "Rest" } }]
        """,
        encoding="utf-8",
    )
    survey = surveyfile.load(file)
    assert missing(survey, ["en", "fr"]) == {"fr": ["why", "use.rest"]}


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ([_question("a", "choice", options=_options(1))], "at least two options"),
        ([_question("a", "text"), _question("a", "text")], "two of them"),
        ([_question("a", "text", only_if={"question": "b", "is": ["x"]})], "does not come before it"),
        ([_question("a", "yes_no"), _question("b", "text", only_if={"question": "a", "is": ["x"]})], "does not have"),
        ([_question("a", "choices", options=_options(2), most=3)], "can't be chosen"),
        ([_question("a", "scale", least=0, most=20)], "whole steps"),
    ],
)
def test_a_survey_that_hangs_together_badly_is_refused(questions: list[dict[str, Any]], says: str) -> None:
    """Each fault is a sentence."""
    with pytest.raises(ValueError, match=says):
        _survey(*questions)


def test_a_file_that_is_none_says_where(tmp_path: Path) -> None:
    """No traceback: the place and what is wrong there."""
    file = tmp_path / "x.toml"
    file.write_text("[title]\nen = 'x'\n", encoding="utf-8")
    with pytest.raises(SurveyInvalid) as refused:
        surveyfile.load(file)
    assert any(fault.startswith("questions") for fault in refused.value.faults)
    with pytest.raises(SurveyInvalid):
        surveyfile.load(tmp_path / "missing.toml")


def test_rows_of_others_stay_apart(database: Database, clock: Clock) -> None:
    """Two consultations share nothing."""
    with database.transaction() as session:
        one = _opened(session, _survey(_question("rate", "scale")), clock())
        two = _opened(session, _survey(_question("rate", "scale")), clock())
        response = responses.begin(session, one, _contact(session), clock())
        responses.answer(
            session, one, response, consultations.questions(session, one.id)[0], {"number": 1}, now=clock()
        )
        assert results.results(session, two.id)[0].total.answered == 0
        assert len(session.exec(select(Response)).all()) == 1
        assert session.exec(select(Statement)).all() == []
