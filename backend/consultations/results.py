"""Results of a consultation: counted from the answers, each person once, in cells that hide nobody."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from sqlmodel import Session, select

from backend.consultations import consultations, responses
from backend.consultations.survey import Value
from storage.consultations import ConsultationQuestion, QuestionKind, Response, ResponseAnswer

SMALLEST_CELL = 10
"""An area or a language is shown apart from so many people on: fewer could be guessed."""


@dataclass
class Tally:
    """What was answered to one question.

    `counts` by option's code, in the order of the options (for a ranking: Borda points, the first of n getting n).
    `numbers` are the numbers given, `texts` the words, `places` the positions, `media` the pictures.
    """

    answered: int = 0
    skipped: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    numbers: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    places: list[dict[str, Any]] = field(default_factory=list)
    media: list[int] = field(default_factory=list)

    @property
    def middle(self) -> float | None:
        """The median of the numbers; None without any."""
        return median(self.numbers) if self.numbers else None


@dataclass(frozen=True)
class QuestionResult:
    """One question: everybody's answers, and those of each area and language with enough people."""

    question: ConsultationQuestion
    total: Tally
    by_area: Mapping[str, Tally]
    by_language: Mapping[str, Tally]


def results(session: Session, consultation_id: int) -> list[QuestionResult]:
    """The results of all questions, in their order."""
    asked = consultations.questions(session, consultation_id)
    people = list(_people(session, consultation_id))
    return [_result(question, asked, people) for question in asked]


def _people(session: Session, consultation_id: int) -> Iterator[tuple[Response, dict[int, Value]]]:
    rows = session.exec(
        select(Response, ResponseAnswer)
        .join(ResponseAnswer)
        .where(Response.consultation_id == consultation_id)
        .order_by(Response.id)  # type: ignore[arg-type]
    )
    said: dict[int, dict[int, Value]] = defaultdict(dict)
    known: dict[int, Response] = {}
    for response, given in rows:
        known[response.id] = response
        said[response.id][given.question_id] = given.value
    for id, response in known.items():
        yield response, said[id]


def _result(
    question: ConsultationQuestion,
    asked: Sequence[ConsultationQuestion],
    people: Sequence[tuple[Response, dict[int, Value]]],
) -> QuestionResult:
    total = Tally()
    areas: dict[str, Tally] = defaultdict(Tally)
    languages: dict[str, Tally] = defaultdict(Tally)
    for response, said in people:
        # An answer counts while its condition holds: who changed their mind about an earlier question, did so here too.
        if question.id not in said or not responses.is_for(question, asked, said):
            continue
        for tally in (total, areas[response.area or ""], languages[response.language]):
            _add(tally, question, said[question.id])
    areas.pop("", None)
    return QuestionResult(question, total, _large(areas), _large(languages))


def _large(cells: Mapping[str, Tally]) -> dict[str, Tally]:
    return {name: tally for name, tally in sorted(cells.items()) if tally.answered >= SMALLEST_CELL}


def _add(tally: Tally, question: ConsultationQuestion, value: Value) -> None:
    if value.get("skipped"):
        tally.skipped += 1
        return
    tally.answered += 1
    codes = value.get("codes", [])
    if question.kind is QuestionKind.RANKING:
        for rank, code in enumerate(codes):
            tally.counts[code] += len(question.options) - rank
    else:
        tally.counts.update(codes)
    if (number := value.get("number")) is not None:
        tally.numbers.append(number)
    if words := value.get("words"):
        tally.texts.append(words)
    if place := value.get("place"):
        tally.places.append(place)
    tally.media += value.get("media", [])


def export(session: Session, consultation_id: int) -> Iterator[dict[str, Any]]:
    """Every answer as a row: who (a number that means nothing elsewhere), area, language, question, value."""
    asked = {question.id: question for question in consultations.questions(session, consultation_id)}
    for number, (response, said) in enumerate(_people(session, consultation_id), start=1):
        for question_id, value in sorted(said.items(), key=lambda pair: asked[pair[0]].position):
            yield {
                "person": number, "area": response.area, "language": response.language,
                "question": asked[question_id].code, "value": value,
            }  # fmt: skip
