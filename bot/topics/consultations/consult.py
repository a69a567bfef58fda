"""Consult: a resident answers a consultation, question by question, changes their mind, comes back to it."""

from backend.consultations import consultations, responses, statements
from backend.consultations.responses import Unfit
from backend.consultations.survey import Item, Value
from backend.errors import ConsultationOver
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import Unusable
from bot.conversation.phones import PHONES
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.consultations import inviting, questionnaire
from bot.topics.consultations.inviting import Asked
from bot.topics.consultations.questionnaire import DONE, SKIP
from nlp.reading import Act
from storage.asks import Ask
from storage.consultations import (
    Consultation,
    ConsultationQuestion,
    QuestionKind,
    Response,
)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A tap or words on an invitation, a question, a statement, or what was said."""
    state = Asked.model_validate(ask.state)
    match ask.step:
        case "which":
            inviting.offer(turn, turn.session.get_one(Consultation, int(answer.choice or "0")))
        case "invite":
            _invited(turn, state, answer)
        case "statement":
            return _on_statement(turn, state, answer)
        case "say":
            _say(turn, state, answer)
        case "review":
            _review(turn, state, answer)
        case _:
            return _on_question(turn, state, answer)
    return True


def _invited(turn: Turn, state: Asked, answer: Answer) -> None:
    consultation = _consultation(turn, state)
    if answer.choice == "later":
        turn.say(text("consult-later-said", closes=Moment(at=consultation.closes_at, style="datetime")))
        return
    responses.begin(turn.session, consultation, turn.contact, turn.now)
    _go_on(turn, state)


def _consultation(turn: Turn, state: Asked) -> Consultation:
    consultation = turn.session.get(Consultation, state.consultation)
    if consultation is None or not consultations.is_open(consultation, turn.now):
        raise ConsultationOver
    return consultation


def _response(turn: Turn, state: Asked) -> Response:
    return responses.begin(turn.session, _consultation(turn, state), turn.contact, turn.now)


def _go_on(turn: Turn, state: Asked, *, first: Text | None = None) -> None:
    """Put the next question, or end with what was said."""
    response = _response(turn, state)
    question = responses.following(turn.session, response)
    if question is None:
        _end(turn, state, response, first)
    else:
        _put(turn, Asked(consultation=state.consultation, question=question.id), question, first=first)


def _put(turn: Turn, state: Asked, question: ConsultationQuestion, *, first: Text | None = None) -> None:
    head: list[Paragraph] = [first] if first else []
    if question.kind is QuestionKind.STATEMENTS:
        _put_statement(turn, state, question, head)
        return
    asked = consultations.questions(turn.session, state.consultation)
    head.append(text("consult-position", position=question.position + 1, count=len(asked)))
    put = questionnaire.put(turn, consultations.item_of(question), head, state.chosen)
    turn.ask("consult", "question", state, put, replaces=bool(state.chosen))


def _on_question(turn: Turn, state: Asked, answer: Answer) -> bool:
    question = turn.session.get_one(ConsultationQuestion, state.question)
    item = consultations.item_of(question)
    try:
        said = _picked(item, state, answer) or questionnaire.value(turn, item, answer)
        if isinstance(said, Asked):
            _put(turn, said, question)
            return True
        responses.answer(turn.session, _consultation(turn, state), _response(turn, state), question, said, now=turn.now)
    except Unusable as unusable:
        if answer.reading.act is Act.REPORT and item.kind not in (QuestionKind.TEXT, QuestionKind.NUMBER):
            return False
        _put(turn, state, question, first=unusable.why)
    except Unfit as unfit:
        least, most = item.bounds
        _put(turn, state, question, first=text(unfit.message_id, least=_bound(least), most=_bound(most)))
    else:
        _go_on(turn, state)
    return True


def _bound(number: float) -> str:
    return f"{number:g}" if abs(number) != float("inf") else "–"


def _picked(item: Item, state: Asked, answer: Answer) -> Asked | Value | None:
    """A tap where several are tapped: one more picked, one dropped, or all of them as the answer."""
    several = item.kind in (QuestionKind.CHOICES, QuestionKind.RANKING)
    if not several or answer.choice in (None, SKIP):
        return None
    if answer.choice == DONE:
        return {"codes": state.chosen}
    chosen = [code for code in state.chosen if code != answer.choice]
    if answer.choice not in state.chosen:
        chosen.append(str(answer.choice))
    if item.kind is QuestionKind.RANKING and len(chosen) == len(item.codes):
        return {"codes": chosen}
    return state.model_copy(update={"chosen": chosen})


def _put_statement(turn: Turn, state: Asked, question: ConsultationQuestion, head: list[Paragraph]) -> None:
    statement = statements.following(turn.session, question.id, turn.contact.id)
    if statement is None:
        _done_with_statements(turn, state, question)
        return
    choices = [
        Choice(id="1", label=text("statement-agree"), means=Act.YES),
        Choice(id="-1", label=text("statement-disagree"), means=Act.NO),
        Choice(id="0", label=text("statement-pass")),
        Choice(id="say", label=text("statement-say")),
        Choice(id="enough", label=text("statement-enough")),
    ]
    wording = text("consult-question", words=Named(names=question.wording))
    paragraphs: list[Paragraph] = [*head, wording, text("statement", words=Named(names=statement.words))]
    put = Question(paragraphs=paragraphs, choices=choices, columns=3)
    turn.ask("consult", "statement", state.model_copy(update={"statement": statement.id}), put)


def _on_statement(turn: Turn, state: Asked, answer: Answer) -> bool:
    question = turn.session.get_one(ConsultationQuestion, state.question)
    _consultation(turn, state)
    match answer.choice:
        case None:
            return False
        case "say":
            put = Question(paragraphs=[text("statement-ask", most=statements.LONGEST)], accepts=_DICTATION)
            turn.ask("consult", "say", state, put)
        case "enough":
            _done_with_statements(turn, state, question)
        case vote:
            statements.vote(turn.session, state.statement, turn.contact.id, int(vote), turn.now)
            _put_statement(turn, state, question, [])
    return True


_DICTATION = frozenset({Accepts.DICTATION})


def _say(turn: Turn, state: Asked, answer: Answer) -> None:
    question = turn.session.get_one(ConsultationQuestion, state.question)
    _consultation(turn, state)
    words = turn.masked(answer.message.text.strip())
    statements.propose(turn.session, question.id, turn.contact, words, now=turn.now)
    _put_statement(turn, state, question, [text("statement-said")])


def _done_with_statements(turn: Turn, state: Asked, question: ConsultationQuestion) -> None:
    count = statements.voted(turn.session, question.id, turn.contact.id)
    value: Value = {"voted": count} if count else {"skipped": True}
    responses.answer(turn.session, _consultation(turn, state), _response(turn, state), question, value, now=turn.now)
    _go_on(turn, state)


def _end(turn: Turn, state: Asked, response: Response, first: Text | None) -> None:
    consultation = _consultation(turn, state)
    # Whoever has just written it on a phone need not pay to read it again.
    told = [] if turn.urn.channel in PHONES else _said(turn, response)
    lines = [questionnaire.told(item, said) for _, item, said in told]
    closes = Moment(at=consultation.closes_at, style="datetime")
    paragraphs: list[Paragraph] = [*([first] if first else []), text("consult-thanks"), Lines(lines=lines)]
    choices = [Choice(id="change", label=text("consult-change"))]
    question = Question(paragraphs=[*paragraphs, text("consult-till", closes=closes)], choices=choices)
    turn.ask("consult", "review", Asked(consultation=state.consultation), question, standing=True)


def _said(turn: Turn, response: Response) -> list[tuple[ConsultationQuestion, Item, Value]]:
    said = responses.answers(turn.session, response)
    asked = consultations.questions(turn.session, response.consultation_id)
    return [
        (question, consultations.item_of(question), said[question.id])
        for question in asked
        if question.id in said and responses.is_for(question, asked, said)
    ]


def _review(turn: Turn, state: Asked, answer: Answer) -> None:
    said = _said(turn, _response(turn, state))
    if answer.choice is not None and answer.choice.startswith("q"):
        question = turn.session.get_one(ConsultationQuestion, int(answer.choice.removeprefix("q")))
        _put(turn, state.model_copy(update={"question": question.id}), question)
        return
    choices = [
        Choice(
            id=f"q{question.id}",
            label=Named(names=item.wording),
        )
        for question, item, _ in said
    ]
    put = Question(paragraphs=[text("consult-change-which")], choices=choices, columns=1)
    turn.ask("consult", "review", state, put, standing=True)
