"""Orders of staff in words, "close 1024, fixed this morning": shown on one card, done after one tap."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from backend.errors import IllegalStep, MergedAlready, NotAllowed, SomeoneElseWasFaster
from backend.reports import casework, deeds, issues, merging
from backend.reports.deeds import Deed
from bot.conversation import called
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.orders.grammar import Order
from bot.topics.desk import addressees, triage
from bot.topics.desk.doing import act_of
from bot.topics.desk.triage import Handling
from bot.topics.reports.states import closing, line
from nlp.reading import Act
from storage.asks import Ask
from storage.closing import ClosingReason
from storage.people import Role
from storage.requests import ServiceRequest, Status

_KINDS = ("merge", "split", "close", "give", "note", "ask", "write", "take", "start")
_WITHOUT_DETAIL = (ClosingReason.DONE, ClosingReason.NO_ACCESS)


class Plan(BaseModel):
    """An order as it will be carried out, and the version of the report that it was given for."""

    model_config = ConfigDict(frozen=True)

    order: Order
    version: int
    to: str = ""
    reason: ClosingReason | None = None
    detail: str = ""
    photos: list[int] = []


def begun(turn: Turn) -> bool:
    """Put an order on a card to be confirmed; False when the words are none."""
    order = grammar.read(turn.message.text, _KINDS, turn.languages())
    if order is None:
        return False
    request = issues.find(turn.session, order.number)
    plan = Plan(order=order, version=request.version, photos=turn.photos() if order.kind == "close" else [])
    _check(turn, request, plan)
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
    elif ask.step == "photo" or (answer.choice is None and turn.message.photos):
        _confirm(turn, plan.model_copy(update={"photos": [*plan.photos, *turn.photos()]}))
    elif answer.choice == "photo":
        turn.ask("ordering", "photo", plan, triage.which_photo(plan.order.number))
    elif ask.step == "why":
        _closing_for(turn, plan, ClosingReason(answer.choice or ""))
    elif answer.choice == "do":
        _carry_out(turn, plan)
    else:
        turn.say(text("order-dropped", number=str(plan.order.number)))
    return True


def _check(turn: Turn, request: ServiceRequest, plan: Plan) -> None:
    """Refuse before asking what could not be done after."""
    order = plan.order
    if order.kind in ("merge", "split"):
        deeds.check(turn.session, request.id, _deed(plan), act_of(turn, plan.version))
        return
    if turn.staff is not None and turn.staff.role is Role.AGENT and turn.staff.department != request.department:
        raise NotAllowed
    if request.merged_into is not None and order.kind not in ("note", "write"):
        raise MergedAlready(number=str(request.id), into=request.closing_detail or "")
    if request.status is Status.CLOSED and order.kind not in ("note", "write"):
        raise IllegalStep


def _plan_giving(turn: Turn, plan: Plan, found: list[str]) -> None:
    if len(found) == 1:
        _confirm(turn, plan.model_copy(update={"to": found[0]}))
        return
    request = issues.find(turn.session, plan.order.number)
    turn.ask("ordering", "whom", plan, addressees.question(turn, request, among=found, unknown=not found))


def _plan_closing(turn: Turn, plan: Plan) -> None:
    code = grammar.reason(plan.order.words, turn.languages())
    if code is not None:
        if grammar.is_reason_alone(plan.order.words, turn.languages()):
            plan = plan.model_copy(update={"order": plan.order.model_copy(update={"words": ""})})
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
        about = Handling(number=plan.order.number, version=plan.version, reason=reason, note=note, photos=plan.photos)
        triage.close_for(turn, about)
        return
    _confirm(turn, plan.model_copy(update={"reason": reason, "detail": detail}))


def _detail(turn: Turn, plan: Plan, reason: ClosingReason) -> str:
    if reason is ClosingReason.DUPLICATE:
        number = plan.order.number
        numbers = [word.strip("#.,;:!") for word in plan.order.words.split()]
        survivor = next((word for word in numbers if word.isdecimal() and len(word) > 3), "")
        if survivor:
            merging.check(turn.session, number, issues.find(turn.session, int(survivor)).id)
        return survivor
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
    paragraphs += _reached(turn, plan)
    if plan.order.words:
        paragraphs.append(text("notice-words", words=plan.order.words))
    accepts = frozenset[Accepts]()
    if plan.photos:
        paragraphs.append(text("order-photos", count=len(plan.photos)))
    elif plan.reason is ClosingReason.DONE:
        choices.append(Choice(id="photo", label=text("step-pictured")))
        accepts = frozenset({Accepts.PHOTO})
    question = Question(paragraphs=paragraphs, choices=choices, accepts=accepts, photos=plan.photos)
    turn.ask("ordering", "confirm", plan, question)


def _reached(turn: Turn, plan: Plan) -> list[Paragraph]:
    """Whom an act reaches beside the reporter: what is handled with the report, and how many are told."""
    if plan.order.kind not in _DEEDS:
        return []
    number = plan.order.number
    reach = deeds.reach(turn.session, number, _deed(plan))
    together = [str(duplicate) for duplicate in merging.duplicates_of(turn.session, number)]
    told: list[Paragraph] = [text("order-set", numbers=", ".join(together))] if together else []
    return [*told, text("order-reach", count=reach)] if reach > 1 else told


def _told(turn: Turn, plan: Plan, request: ServiceRequest) -> Text:
    number = str(plan.order.number)
    if plan.order.kind == "give":
        return text("order-give", number=number, to=addressees.shown(turn, plan.to))
    if plan.order.kind == "merge":
        return text("order-merge", number=number, other=str(plan.order.other))
    if plan.order.kind == "split":
        return text("order-split", number=number, other=str(request.merged_into))
    if plan.reason is not None:
        why = closing(turn.city, request.service_code, plan.reason, plan.detail)
        return text("order-close", number=number, why=why)
    department = Named(names=turn.city.department(request.department).name)
    return text(f"order-{plan.order.kind}", number=number, department=department)


def _carry_out(turn: Turn, plan: Plan) -> None:
    try:
        if plan.order.kind in _DEEDS:
            triage.do(turn, plan.order.number, _deed(plan), plan.version)
        else:
            triage.show(turn, _done(turn, plan))
    except SomeoneElseWasFaster as refusal:
        turn.say(text(refusal.message_id, **refusal.variables))
        triage.show(turn, issues.find(turn.session, plan.order.number))


_DEEDS = ("merge", "split", "close", "ask")


def _deed(plan: Plan) -> Deed:
    words = plan.order.words
    match plan.order.kind:
        case "merge":
            return Deed(kind="merge", survivor=plan.order.other)
        case "split":
            return Deed(kind="split")
        case "ask":
            return Deed(kind="ask", words=words)
        case _:
            reason = plan.reason or ClosingReason.DONE
            return Deed(kind="close", words=words, reason=reason, detail=plan.detail, photos=plan.photos)


def _done(turn: Turn, plan: Plan) -> ServiceRequest:
    session, number, words = turn.session, plan.order.number, plan.order.words
    act = act_of(turn, plan.version)
    doings: dict[str, Callable[[], ServiceRequest]] = {
        "give": lambda: addressees.give(turn, number, plan.to, act),
        "note": lambda: casework.note(session, number, words, act),
        "write": lambda: casework.write_to_reporter(session, number, words, act),
        "start": lambda: issues.start(session, number, act),
        "take": lambda: issues.take(session, number, act),
    }
    return doings[plan.order.kind]()
