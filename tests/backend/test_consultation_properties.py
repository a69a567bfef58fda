"""Whatever is asked, on whatever conditions, however often people tap: each counts once, nobody is trapped."""

from collections import Counter
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, func, select

from backend.consultations import consultations, responses, results
from backend.consultations.results import Tally
from backend.consultations.survey import Survey, Value
from storage.consultations import Consultation, ConsultationQuestion, ConsultationStatus, Response, ResponseAnswer
from storage.contacts import Contact
from storage.database import Database
from tests.conftest import START

EN = {"en": "words"}
Said = dict[tuple[int, str], Value]

_CODES = {"choice": ["o0", "o1", "o2"], "choices": ["o0", "o1", "o2"], "ranking": ["o0", "o1", "o2"],
          "yes_no": ["yes", "no", "abstain"]}  # fmt: skip


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """Two to six questions of mixed kinds, many of them only for those who said something before."""
    questions: list[dict[str, Any]] = []
    for number in range(draw(st.integers(2, 6))):
        kind = draw(st.sampled_from(["choice", "choices", "ranking", "yes_no", "scale", "number", "text"]))
        question: dict[str, Any] = {"code": f"q{number}", "kind": kind, "wording": EN,
                                    "required": draw(st.booleans())}  # fmt: skip
        if kind in ("choice", "choices", "ranking"):
            question["options"] = [{"code": code, "name": EN} for code in _CODES[kind]]
        earlier = [one for one in questions if one["kind"] in _CODES]
        if earlier and draw(st.integers(0, 3)):
            on = draw(st.sampled_from(earlier))
            codes = draw(st.lists(st.sampled_from(_CODES[on["kind"]]), min_size=1, max_size=2, unique=True))
            question["only_if"] = {"question": on["code"], "is": codes}
        questions.append(question)
    return Survey.model_validate({"title": EN, "why": EN, "closes": START + timedelta(days=7), "questions": questions})


def _value(data: st.DataObject, question: ConsultationQuestion) -> Value:
    if not question.required and data.draw(st.booleans()):
        return {"skipped": True}
    kind = question.kind.value
    if kind in ("choice", "yes_no"):
        return {"codes": [data.draw(st.sampled_from(_CODES[kind]))]}
    if kind in ("choices", "ranking"):
        return {"codes": data.draw(st.lists(st.sampled_from(_CODES[kind]), min_size=1, max_size=3, unique=True))}
    if kind == "text":
        return {"words": data.draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=9).filter(str.strip))}
    return {"number": data.draw(st.integers(1, 5))}


@given(surveys(), st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_survey_is_answered_to_its_end_and_counted_once(
    sqlite: Database, survey: Survey, data: st.DataObject
) -> None:
    """People answer, tap again, change their minds; the results are those of a recount of the export."""
    with sqlite.transaction() as session:
        consultation = consultations.draft(session, survey, START.tzinfo, staff=None, now=START)  # type: ignore[arg-type]
        consultations.step(session, consultation.id, ConsultationStatus.OPEN, staff=None, now=START)
        asked = consultations.questions(session, consultation.id)
        people = data.draw(st.integers(1, 4))
        for _ in range(people):
            contact = Contact(name="Ana", language="en", created_at=START)
            session.add(contact)
            session.flush()
            response = responses.begin(session, consultation, contact, START)
            assert responses.begin(session, consultation, contact, START).id == response.id
            _to_the_end(session, data, response, len(asked))
            for question in data.draw(st.lists(st.sampled_from(asked), max_size=2)):
                _tapped(session, data, response, question)
                assert (response.finished_at is None) == (responses.following(session, response) is not None)
            _to_the_end(session, data, response, len(asked))
        assert responses.count(session, consultation.id) == (people, people)
        rows = session.exec(
            select(func.count()).select_from(ResponseAnswer).join(Response)
            .where(Response.consultation_id == consultation.id)
        ).one()  # fmt: skip
        assert rows <= people * len(asked)
        _recounted(session, consultation.id, survey)


def _to_the_end(session: Session, data: st.DataObject, response: Response, most: int) -> None:
    for _ in range(most + 1):
        question = responses.following(session, response)
        assert (response.finished_at is not None) == (question is None)
        if question is None:
            return
        _tapped(session, data, response, question)
    raise AssertionError("somebody is led in a circle")


def _tapped(session: Session, data: st.DataObject, response: Response, question: ConsultationQuestion) -> None:
    value, consultation = _value(data, question), session.get_one(Consultation, response.consultation_id)
    for _ in range(data.draw(st.integers(1, 3))):
        responses.answer(session, consultation, response, question, value, now=START)


def _recounted(session: Session, id: int, survey: Survey) -> None:
    said: Said = {(row["person"], row["question"]): row["value"] for row in results.export(session, id)}
    people = {person for person, _ in said}
    items = {item.code: item for item in survey.questions}

    def is_asked(person: int, code: str) -> bool:
        condition = items[code].only_if
        if condition is None:
            return True
        chosen = said.get((person, condition.question), {}).get("codes", [])
        return bool({*chosen} & {*condition.is_}) and is_asked(person, condition.question)

    for result in results.results(session, id):
        code = result.question.code
        counting = [said[person, code] for person in people if (person, code) in said and is_asked(person, code)]
        given = [value for value in counting if not value.get("skipped")]
        total: Tally = result.total
        assert (total.answered, total.skipped) == (len(given), len(counting) - len(given))
        assert sorted(total.numbers) == sorted(value["number"] for value in given if "number" in value)
        assert sorted(total.texts) == sorted(value["words"] for value in given if "words" in value)
        expected: Counter[str] = Counter()
        for value in given:
            for rank, option in enumerate(value.get("codes", [])):
                expected[option] += len(items[code].options) - rank if items[code].kind.value == "ranking" else 1
        assert total.counts == expected
