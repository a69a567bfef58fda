"""Outcomes: the results of a consultation in words, with what one said oneself beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from backend.consultations import consultations, responses, results, statements
from backend.consultations.results import QuestionResult, Tally
from backend.consultations.survey import Item, Value
from backend.consultations.themes import themes
from backend.opinions.agreement import SMALLEST, Statement, agreement
from backend.opinions.groups import groups
from bot.conversation.reply import Lines, Named, Paragraph, Text, text
from bot.topics.consultations import questionnaire
from storage.consultations import Consultation, ConsultationQuestion, QuestionKind, Response
from storage.consultations import Statement as Said

_THEMES_SHOWN = 4
_SHARED_SHOWN = 3
_SHARED = 0.6
"""Share of agreement from which a statement counts as shared."""

_NAMES: Mapping[str, Text] = {"yes": text("answer-yes"), "no": text("answer-no"), "abstain": text("answer-abstain")}


@dataclass(frozen=True)
class Outcome:
    """The counted results of a consultation, to be told to many, each beside their own answer."""

    consultation: Consultation
    results: list[QuestionResult]
    told: list[Lines]
    begun: int
    finished: int

    @classmethod
    def of(cls, session: Session, consultation: Consultation) -> "Outcome":
        """Count once."""
        answered = results.results(session, consultation.id)
        counted = [one for one in answered if one.total.answered]
        begun, finished = responses.count(session, consultation.id)
        return cls(consultation, counted, [_question(session, result) for result in counted], begun, finished)

    def paragraphs(self) -> list[Paragraph]:
        """The results as staff and whoever asks read them."""
        return [self._head(), *self.told, *self._since()]

    def beside(self, session: Session, response: Response) -> list[Paragraph]:
        """The results, with what one person said below each question; after a decision, the decision first."""
        said = responses.answers(session, response)
        told = [_with_own(lines, result, said) for lines, result in zip(self.told, self.results, strict=True)]
        heard_before = response.told_at is not None
        return [self._head(), *self._since()] if heard_before else [self._head(), *told, *self._since()]

    def _head(self) -> Text:
        title = Named(names=self.consultation.title)
        return text("outcome", title=title, begun=self.begun, finished=self.finished)

    def _since(self) -> list[Text]:
        since = []
        if self.consultation.decision:
            since.append(text("outcome-decision", decision=Named(names=self.consultation.decision)))
        if self.consultation.done_at is not None:
            since.append(text("outcome-done"))
        return since


def _with_own(lines: Lines, result: QuestionResult, said: Mapping[int, Value]) -> Lines:
    own = said.get(result.question.id)
    if not own or own.get("skipped") or "voted" in own:
        return lines
    told = questionnaire.answer_told(consultations.item_of(result.question), own)
    return Lines(lines=[*lines.lines, text("outcome-own", said=told)])


def _question(session: Session, result: QuestionResult) -> Lines:
    item = consultations.item_of(result.question)
    lines = [text("outcome-question", question=Named(names=item.wording), count=result.total.answered)]
    if item.kind is QuestionKind.STATEMENTS:
        lines += _statements(session, result.question)
    else:
        lines += _counted(item, result.total)
    for area, tally in result.by_area.items():
        if best := _leading(item, tally):
            lines.append(text("outcome-area", area=area, count=tally.answered, option=best))
    for language, tally in result.by_language.items():
        # One language alone is everybody, said above.
        if len(result.by_language) > 1 and (best := _leading(item, tally)):
            spoken = text(f"language-{language}")
            lines.append(text("outcome-language", language=spoken, count=tally.answered, option=best))
    return Lines(lines=lines)


def _counted(item: Item, tally: Tally) -> list[Text]:
    match item.kind:
        case QuestionKind.SCALE | QuestionKind.NUMBER:
            return [text("outcome-middle", middle=f"{tally.middle:g}")] if tally.middle is not None else []
        case QuestionKind.TEXT:
            return _themes(tally.texts)
        case QuestionKind.PLACE:
            return [text("outcome-places", count=len(tally.places))]
        case QuestionKind.PHOTO:
            return [text("outcome-photos", count=len(tally.media))]
        case QuestionKind.RANKING:
            ranked = sorted(item.codes, key=lambda code: -tally.counts[code])
            return [
                text("outcome-rank", rank=rank, option=name(item, code), points=tally.counts[code])
                for rank, code in enumerate(ranked, start=1)
            ]
        case _:
            return [_share(item, code, tally) for code in item.codes]


def _themes(texts: Sequence[str]) -> list[Text]:
    """What was said in own words: by theme with the number where several said it, always in their words."""
    lines = []
    for theme in themes(texts)[:_THEMES_SHOWN]:
        if theme.count > 1:
            lines.append(text("outcome-theme", count=theme.count))
        lines += [text("outcome-words", words=words[:200]) for words in theme.examples]
    return lines


def _share(item: Item, code: str, tally: Tally) -> Text:
    percent = round(100 * tally.counts[code] / tally.answered) if tally.answered else 0
    return text("outcome-share", option=name(item, code), count=tally.counts[code], percent=percent)


def _leading(item: Item, tally: Tally) -> Text | Named | None:
    if item.kind not in (QuestionKind.CHOICE, QuestionKind.YES_NO, QuestionKind.CHOICES) or not tally.counts:
        return None
    return name(item, max(item.codes, key=lambda code: tally.counts[code]))


def name(item: Item, code: str) -> Text | Named:
    """An option as people read it."""
    return _NAMES.get(code) or Named(names=next(option.name for option in item.options if option.code == code))


def _statements(session: Session, question: ConsultationQuestion) -> list[Text]:
    opinions = statements.opinions(session, question.id)
    if not opinions.statements:
        return []
    found = groups(opinions)
    counted = agreement(opinions, found)
    sizes = [found.count(group) for group in range(len({*found} - {None}))]
    by_consensus = sorted((one for one in counted if one.total.voted), key=lambda one: -one.consensus)
    shared = [one for one in by_consensus if (one.total.agree or 0) >= _SHARED]
    lines = _listed(session, "outcome-shared", shared[:_SHARED_SHOWN])
    lines += _listed(session, "outcome-differ", [one for one in by_consensus if one not in shared][:_SHARED_SHOWN])
    # A group that is named must be large enough to hide in; one group alone is everybody.
    if len(sizes) > 1:
        for group, size in enumerate(sizes):
            if size >= SMALLEST:
                lines += _group(session, counted, group, size)
    return lines


def _listed(session: Session, heading: str, listed: Sequence[Statement]) -> list[Text]:
    return [text(heading), *(_statement(session, one) for one in listed)] if listed else []


def _group(session: Session, counted: Sequence[Statement], group: int, size: int) -> list[Text]:
    own = sorted(counted, key=lambda one: -one.marks[group])[:_SHARED_SHOWN]
    head = text("outcome-group", group=group + 1, count=size)
    return [head, *(_statement(session, one, group=group) for one in own if one.marks[group] > 0)]


def _statement(session: Session, statement: Statement, *, group: int | None = None) -> Text:
    heard = statement.total if group is None else statement.groups[group]
    words = session.get_one(Said, int(statement.id)).words
    return text(
        "outcome-statement", words=Named(names=words), percent=round(100 * (heard.agree or 0)), count=heard.voted
    )
