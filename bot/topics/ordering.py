"""Orders of staff in words, "close 1024, fixed this morning": shown on one card, done after one tap."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from backend import casework, issues
from backend.errors import IllegalStep, NotAllowed, SomeoneElseWasFaster
from bot.conversation import called
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.orders.grammar import Order
from bot.topics import addressees, triage
from bot.topics.casework import act_of
from bot.topics.states import closing, line
from bot.topics.triage import Handling
from nlp.reading import Act
from storage.asks import Ask
from storage.people import Role
from storage.requests import ClosingReason, ServiceRequest, Status

_KINDS = ("close", "give", "note", "ask", "write", "take", "start")
_WITHOUT_DETAIL = (ClosingReason.DONE, ClosingReason.NO_ACCESS)


class Plan(BaseModel):
    """An order as it will be carried out, and the version of the report that it was given for."""

    model_config = ConfigDict(frozen=True)

    order: Order
    version: int
    to: str = ""
    reason: ClosingReason | None = None
    detail: str = ""


def begun(turn: Turn) -> bool:
    """Put an order on a card to be confirmed; False when the words are none."""
    order = grammar.read(turn.message.text, _KINDS, _languages(turn))
    if order is None:
        return False
    request = issues.find(turn.session, order.number)
    _check(turn, request, order)
    plan = Plan(order=order, version=request.version)
    match order.kind:
        case "give":
            _plan_giving(turn, plan, addressees.meant(turn, order.who))
        case "close":
            _plan_closing(turn, plan)
        case _:
            _confirm(turn, plan)
    return True


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The word on an order: do it, not, or what it still lacks."""
    plan = Plan.model_validate(ask.state)
    if ask.step == "whom":
        chosen = [answer.choice] if answer.choice else addressees.meant(turn, answer.message.text)
        _plan_giving(turn, plan, chosen)
    elif ask.step == "why":
        _closing_for(turn, plan, ClosingReason(answer.choice or ""))
    elif answer.choice == "do":
        _carry_out(turn, plan)
    else:
        turn.say(text("order-dropped", number=str(plan.order.number)))
    return True


def _languages(turn: Turn) -> list[str]:
    return sorted(turn.city.languages, key=lambda language: language != turn.language)


def _check(turn: Turn, request: ServiceRequest, order: Order) -> None:
    """Refuse before asking what could not be done after."""
    if turn.staff is not None and turn.staff.role is Role.AGENT and turn.staff.department != request.department:
        raise NotAllowed
    if request.status is Status.CLOSED and order.kind not in ("note", "write"):
        raise IllegalStep


def _plan_giving(turn: Turn, plan: Plan, found: list[str]) -> None:
    if len(found) == 1:
        _confirm(turn, plan.model_copy(update={"to": found[0]}))
        return
    request = issues.find(turn.session, plan.order.number)
    turn.ask("ordering", "whom", plan, addressees.question(turn, request, among=found, unknown=not found))


def _plan_closing(turn: Turn, plan: Plan) -> None:
    code = grammar.reason(plan.order.words, _languages(turn))
    if code is not None:
        _closing_for(turn, plan, ClosingReason(code))
        return
    choices = [Choice(id=r.value, label=text(f"reason-{r.value.replace('_', '-')}")) for r in ClosingReason]
    asked = text("staff-reason", number=str(plan.order.number))
    turn.ask("ordering", "why", plan, Question(paragraphs=[asked], choices=choices))


def _closing_for(turn: Turn, plan: Plan, reason: ClosingReason) -> None:
    detail = _detail(turn, plan, reason)
    if reason not in _WITHOUT_DETAIL and not detail:
        # Whose, which rule, which number: the card's own questions ask for it, and show the words before they go.
        note = plan.order.words
        triage.close_for(turn, Handling(number=plan.order.number, version=plan.version, reason=reason, note=note))
        return
    _confirm(turn, plan.model_copy(update={"reason": reason, "detail": detail}))


def _detail(turn: Turn, plan: Plan, reason: ClosingReason) -> str:
    if reason is ClosingReason.DUPLICATE:
        numbers = [word.strip("#.,;:!") for word in plan.order.words.split()]
        survivor = next((word for word in numbers if word.isdecimal() and len(word) > 3), "")
        return str(issues.find(turn.session, int(survivor)).id) if survivor else ""
    if reason is ClosingReason.NOT_OURS:
        bodies = {body.code: [*body.name.values(), body.code] for body in turn.city.bodies}
        found = [code for word in plan.order.words.split() if len(word) > 3 for code in called.meant(word, bodies)]
        return found[0] if len(set(found)) == 1 else ""
    return ""


def _confirm(turn: Turn, plan: Plan) -> None:
    choices = [
        Choice(id="do", label=text("order-do"), means=Act.YES),
        Choice(id="cancel", label=text("cancel"), means=Act.NO),
    ]
    request = issues.find(turn.session, plan.order.number)
    paragraphs: list[Paragraph] = [_told(turn, plan, request), line(turn.city, request)]
    if plan.order.words:
        paragraphs.append(text("notice-words", words=plan.order.words))
    question = Question(paragraphs=paragraphs, choices=choices, accepts=frozenset[Accepts]())
    turn.ask("ordering", "confirm", plan, question)


def _told(turn: Turn, plan: Plan, request: ServiceRequest) -> Text:
    number = str(plan.order.number)
    if plan.order.kind == "give":
        return text("order-give", number=number, to=addressees.shown(turn, plan.to))
    if plan.reason is not None:
        why = closing(turn.city, request.service_code, plan.reason, plan.detail)
        return text("order-close", number=number, why=why)
    department = Named(names=turn.city.department(request.department).name)
    return text(f"order-{plan.order.kind}", number=number, department=department)


def _carry_out(turn: Turn, plan: Plan) -> None:
    try:
        triage.show(turn, _done(turn, plan))
    except SomeoneElseWasFaster as refusal:
        turn.say(text(refusal.message_id, **refusal.variables))
        triage.show(turn, issues.find(turn.session, plan.order.number))


def _done(turn: Turn, plan: Plan) -> ServiceRequest:
    session, number, words = turn.session, plan.order.number, plan.order.words
    act = act_of(turn, plan.version)
    reason = plan.reason or ClosingReason.DONE
    doings: dict[str, Callable[[], ServiceRequest]] = {
        "give": lambda: addressees.give(turn, number, plan.to, act),
        "close": lambda: issues.close(session, number, reason, plan.detail, act, note=words),
        "note": lambda: casework.note(session, number, words, act),
        "ask": lambda: issues.ask_reporter(session, number, words, act),
        "write": lambda: casework.write_to_reporter(session, number, words, act),
        "start": lambda: issues.start(session, number, act),
        "take": lambda: issues.take(session, number, act),
    }
    return doings[plan.order.kind]()
