"""Triage: staff see reports, take them, ask back, close them with a reason."""

from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from backend.city.replies import QUESTION
from backend.errors import SomeoneElseWasFaster, UnusableDate
from backend.reports import issues, merging
from backend.reports.deeds import Deed
from backend.reports.steps import StaffAct
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn
from bot.topics.desk import canned, doing, originals, worklist
from bot.topics.desk.card import card
from bot.topics.desk.doing import act_of
from bot.topics.desk.more import MORE, ORIGINAL, menu
from bot.topics.reports import lateness
from bot.topics.talk import language
from nlp.reading import Act
from storage.asks import Ask
from storage.closing import ClosingReason
from storage.requests import ServiceRequest, UpdateKind


class Handling(BaseModel):
    """A report that is being dealt with: the version that was shown, and the closing as far as it was said."""

    model_config = ConfigDict(frozen=True)

    number: int
    version: int
    reason: ClosingReason | None = None
    detail: str = ""
    note: str = ""
    photos: list[int] = []


def begin(turn: Turn) -> None:
    """A report by its number; whoever greets or asks gets the list of what can be done."""
    if turn.reading.asked_language:
        language.begin(turn)
    elif turn.reading.report_number is not None:
        show(turn, issues.find(turn.session, turn.reading.report_number))
    else:
        turn.say(text(_SMALL_TALK.get(turn.reading.act, "staff-puzzled")))


_SMALL_TALK = MappingProxyType({Act.HELP: "staff-help", Act.GREETING: "staff-greeting", Act.THANKS: "staff-thanks"})


def show(turn: Turn, request: ServiceRequest, *, replaces: bool = False) -> None:
    """Show a report's card."""
    handling = Handling(number=request.id, version=request.version)
    question = card(turn.session, turn.city, request)
    turn.ask("triage", "card", handling, question, standing=True, replaces=replaces)


def do(turn: Turn, number: int, deed: Deed, version: int | None, *, replaces: bool = False) -> None:
    """Do what staff order and show the report as it stands then, unless a second person is asked first."""
    request = doing.done(turn, number, deed, version)
    if request is not None:
        show(turn, request, replaces=replaces)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button of a card, or the words that it asked for."""
    handling = Handling.model_validate(ask.state)
    try:
        _STEPS[ask.step](turn, handling, answer)
    except SomeoneElseWasFaster as refusal:
        turn.say(text(refusal.message_id, **refusal.variables))
        show(turn, issues.find(turn.session, handling.number))
    return True


def _card(turn: Turn, handling: Handling, answer: Answer) -> None:
    match answer.choice:
        case UpdateKind.TAKEN:
            show(turn, issues.take(turn.session, handling.number, _act(turn, handling)), replaces=True)
        case UpdateKind.IN_PROGRESS:
            show(turn, issues.start(turn.session, handling.number, _act(turn, handling)), replaces=True)
        case UpdateKind.QUESTION:
            words = Question(paragraphs=[text("staff-question", number=str(handling.number))], accepts=_DICTATION)
            turn.ask("triage", "question", handling, canned.offered(turn, handling.number, QUESTION, words))
        case UpdateKind.SPLIT:
            do(turn, handling.number, Deed(kind="split"), handling.version)
        case UpdateKind.PICTURED:
            turn.ask("triage", "picture", handling, which_photo(handling.number))
        case UpdateKind.RESCHEDULED:
            turn.ask("triage", "date", handling, lateness.which_date(handling.number))
        case MORE.id:
            request = issues.find(turn.session, handling.number)
            about = AboutReport(number=handling.number, version=handling.version)
            turn.ask("casework", "menu", about, menu(turn, request))
        case ORIGINAL.id:
            originals.show(turn, handling.number, _act(turn, handling))
        case _:
            reasons = [Choice(id=r.value, label=text(f"reason-{r.value.replace('_', '-')}")) for r in ClosingReason]
            question = Question(paragraphs=[text("staff-reason", number=str(handling.number))], choices=reasons)
            turn.ask("triage", "reason", handling, question)


def _question(turn: Turn, handling: Handling, answer: Answer) -> None:
    if answer.choice is not None:
        _preview(turn, handling.model_copy(update={"note": canned.chosen(turn, handling.number, answer.choice)}))
        return
    do(turn, handling.number, Deed(kind="ask", words=answer.message.text.strip()), handling.version)


def _picture(turn: Turn, handling: Handling, _answer: Answer) -> None:
    show(turn, issues.add_picture(turn.session, handling.number, turn.photos(), _act(turn, handling)))


def which_photo(number: int) -> Question:
    """Ask for a photo of what was done."""
    return Question(paragraphs=[text("staff-photo-send", number=str(number))], accepts=frozenset({Accepts.PHOTO}))


def _date(turn: Turn, handling: Handling, answer: Answer) -> None:
    try:
        date = lateness.date_in(turn, answer.message.text)
        issues.check_date(date, turn.now)
        do(turn, handling.number, Deed(kind="promise", date=date), handling.version)
    except UnusableDate:
        turn.ask("triage", "date", handling, lateness.which_date(handling.number, again=True))


def _reason(turn: Turn, handling: Handling, answer: Answer) -> None:
    close_for(turn, handling.model_copy(update={"reason": ClosingReason(answer.choice or "")}))


def close_for(turn: Turn, chosen: Handling) -> None:
    """Go on with a closing whose reason is known: ask whose, which rule or which number where that is open."""
    request = issues.find(turn.session, chosen.number)
    match chosen.reason:
        case ClosingReason.NOT_OURS:
            bodies = [Choice(id=body.code, label=Named(names=body.name)) for body in turn.city.bodies]
            asked = Question(paragraphs=[text("staff-whose")], choices=bodies, accepts=_DICTATION)
        case ClosingReason.BELOW_THRESHOLD:
            rules = turn.city.service(request.service_code).rules
            choices = [Choice(id=rule.code, label=Named(names=rule.name)) for rule in rules]
            asked = Question(paragraphs=[text("staff-which-rule")], choices=choices, accepts=_DICTATION, columns=1)
        case ClosingReason.DUPLICATE:
            asked = Question(paragraphs=[text("staff-duplicate-of")], accepts=frozenset({Accepts.NUMBER}))
        case _:
            _ask_note(turn, chosen)
            return
    turn.ask("triage", "detail", chosen, asked)


def _detail(turn: Turn, handling: Handling, answer: Answer) -> None:
    detail = answer.choice or answer.message.text.strip()
    if handling.reason is ClosingReason.DUPLICATE:
        survivor = issues.find(turn.session, answer.reading.report_number or 0)
        merging.check(turn.session, handling.number, survivor.id)
        detail = str(survivor.id)
    _ask_note(turn, handling.model_copy(update={"detail": detail}))


def _ask_note(turn: Turn, handling: Handling) -> None:
    if handling.note:
        _preview(turn, handling)
        return
    choices = [Choice(id="nothing", label=text("staff-no-note"), means=Act.NO)]
    accepts = _DICTATION
    if handling.reason is ClosingReason.DONE and not handling.photos:
        choices.append(Choice(id="photo", label=text("step-pictured")))
        accepts |= {Accepts.PHOTO}
    asked = text("staff-note-photos" if handling.photos else "staff-note", number=str(handling.number))
    question = Question(paragraphs=[asked], choices=choices, accepts=accepts)
    step = handling.reason.value if handling.reason else ""
    turn.ask("triage", "note", handling, canned.offered(turn, handling.number, step, question))


def _preview(turn: Turn, handling: Handling) -> None:
    turn.ask("triage", "preview", handling, canned.preview(turn, handling.number, handling.note))


def _previewed(turn: Turn, handling: Handling, answer: Answer) -> None:
    words = handling.note if answer.choice == "send" else answer.message.text.strip()
    if answer.choice == "cancel":
        show(turn, issues.find(turn.session, handling.number))
    elif answer.choice is None:
        _preview(turn, handling.model_copy(update={"note": words}))
    elif handling.reason is None:
        do(turn, handling.number, Deed(kind="ask", words=words), handling.version)
    else:
        _close(turn, handling, words)


def _note(turn: Turn, handling: Handling, answer: Answer) -> None:
    if answer.choice == "photo":
        turn.ask("triage", "note_photo", handling, which_photo(handling.number))
        return
    if answer.choice is None and (photos := turn.photos()):
        _with_photos(turn, handling.model_copy(update={"photos": photos}), answer)
        return
    if answer.choice is not None and canned.is_reply(answer.choice):
        _preview(turn, handling.model_copy(update={"note": canned.chosen(turn, handling.number, answer.choice)}))
        return
    note = "" if answer.choice else answer.message.text.strip()
    _close(turn, handling, note, replaces=answer.choice is not None)


def _note_photo(turn: Turn, handling: Handling, answer: Answer) -> None:
    _with_photos(turn, handling.model_copy(update={"photos": turn.photos()}), answer)


def _with_photos(turn: Turn, handling: Handling, answer: Answer) -> None:
    """A photo of what was done: with words under it the closing is complete, else a sentence may follow."""
    if words := answer.message.text.strip():
        _close(turn, handling, words)
    else:
        _ask_note(turn, handling)


def _close(turn: Turn, handling: Handling, note: str, *, replaces: bool = False) -> None:
    if handling.reason is None:
        raise AssertionError("a note is only asked for after a reason")
    deed = Deed(kind="close", words=note, reason=handling.reason, detail=handling.detail, photos=handling.photos)
    do(turn, handling.number, deed, handling.version, replaces=replaces)


def _act(turn: Turn, handling: Handling) -> StaffAct:
    return act_of(turn, handling.version)


def own(turn: Turn, _rest: str) -> None:
    """The command /mine: the reports that one has taken."""
    if turn.staff is not None:
        rows = issues.taken_by(turn.session, turn.staff)
        worklist.show(turn, rows, len(rows), "staff-mine")


def _help(turn: Turn, _rest: str) -> None:
    turn.say(text("staff-help"))


_DICTATION = frozenset({Accepts.DICTATION})
_STEPS = MappingProxyType(
    {
        "card": _card,
        "question": _question,
        "date": _date,
        "reason": _reason,
        "detail": _detail,
        "note": _note,
        "note_photo": _note_photo,
        "picture": _picture,
        "preview": _previewed,
    }
)

COMMANDS = MappingProxyType(
    {
        "start": _help,
        "help": _help,
        "due": worklist.due,
        "overdue": worklist.overdue,
        "mine": own,
        "language": language.command,
    }
)
"""What staff can ask for by a command."""
