"""Follow: what became of my reports, and the resident's word on what the city did."""

from collections.abc import Sequence
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from backend.reports import followers, issues, privacy
from bot.conversation.ask import Accepts, Answer, Question, question_of
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.proposals.proposal_lines import own_lines
from bot.topics.questions import asking, meant
from bot.topics.reports import following, joining, own, report, satisfaction
from bot.topics.reports.draft import SURE
from bot.topics.reports.states import line, shortened
from nlp.acts import SURE as PHRASE
from nlp.reading import Act
from storage.asks import Ask, AskStatus
from storage.requests import ServiceRequest, Status, Substatus


class HeldAnswer(BaseModel):
    """Words that may answer the city's question about a report, or begin a new one."""

    model_config = ConfigDict(frozen=True)

    number: int
    words: str
    photos: list[int]


def names_a_report(turn: Turn) -> bool:
    """Whether a message is about a report that it names by its number, and nothing else."""
    reading = turn.reading
    return reading.report_number is not None and not reading.services and len(turn.message.text.split()) <= 6


def begin(turn: Turn) -> None:
    """Answer what became of a report, by its number or the newest ones."""
    if turn.reading.report_number is not None:
        of_number(turn, turn.reading.report_number)
    elif not (mine := _mine(turn)) and meant.is_unwritten(turn):
        # "Is my passport ready?" is asked of an office, not of what was said here.
        asking.begin(turn)
    else:
        turn.say(*mine or [text("mine-none")])


def asked_when(turn: Turn) -> bool:
    """Say until when it is promised to whoever asks "when will you fix it?"; a card that is not sent says it, too."""
    form = turn.open_form()
    if not _is_about_time(turn) or not (form is None or _is_reporting(form)):
        return False
    waiting = [request for request in issues.mine(turn.session, turn.contact.id) if request.status is Status.OPEN]
    if form is not None:
        turn.put(form)
    elif len(waiting) == 1:
        of_number(turn, waiting[0].id)
    elif waiting:
        turn.say(Lines(lines=[_promised(turn, request) for request in waiting]))
    return bool(form is not None or waiting)


def _is_about_time(turn: Turn) -> bool:
    reading = turn.reading
    if reading.act not in (Act.QUESTION, Act.STATUS, Act.UNKNOWN) or reading.places or reading.report_number:
        return False
    return grammar.wishes(turn.message.text, "when", turn.city.languages) and not meant.is_known(turn)


def _is_reporting(form: Ask) -> bool:
    return form.topic == "report" and Accepts.DICTATION not in question_of(form).accepts


def _promised(turn: Turn, request: ServiceRequest) -> Text:
    service = Named(names=turn.city.service(request.service_code).name)
    return text("report-saved-line", number=str(request.id), service=service, due=Moment(at=request.expected_at))


def of_number(turn: Turn, number: int) -> None:
    """Show what became of a report, as far as one may know of it; raises NoSuchRequest."""
    _show(turn, issues.shown_to(turn.session, number, turn.contact.id))


def command(turn: Turn, _rest: str) -> None:
    """The command /mine: my reports and what became of them."""
    turn.say(*_mine(turn) or [text("mine-none")])


def _mine(turn: Turn) -> list[Paragraph]:
    requests = issues.mine(turn.session, turn.contact.id)
    followed = followers.followed_by(turn.session, turn.contact.id)
    paragraphs = [*_listed(turn, text("mine", count=len(requests)), requests)]
    paragraphs += _listed(turn, text("mine-followed"), followed)
    paragraphs += own_lines(turn.session, turn.contact.id)
    return [*paragraphs, *asking.own_lines(turn)]


def _listed(turn: Turn, head: Text, requests: Sequence[ServiceRequest]) -> list[Paragraph]:
    return [head, Lines(lines=[line(turn.city, request) for request in requests])] if requests else []


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The resident's word: fixed or not, why not, or an answer to a question of the city."""
    match ask.step:
        case "closing":
            return _closing(turn, AboutReport.model_validate(ask.state).number, answer)
        case "contest":
            return _contest(turn, AboutReport.model_validate(ask.state).number, answer)
        case "question":
            return _question(turn, ask, answer)
        case _:
            return _held(turn, ask, answer)


def _closing(turn: Turn, number: int, answer: Answer) -> bool:
    if answer.choice == "fixed":
        issues.settle(turn.session, number, contact_id=turn.contact.id, now=turn.now)
        satisfaction.ask_now(turn, number, text("settled-thanks", number=str(number)))
        return True
    state = issues.find(turn.session, number).substatus
    question = Question(
        paragraphs=[text(_OBJECTIONS.get(state, "contest-why"), number=str(number))],
        choices=[Choice(id="nothing", label=text("contest-nothing"), means=Act.NO)],
        accepts=frozenset({Accepts.DICTATION, Accepts.PHOTO}),
    )
    turn.ask("follow", "contest", AboutReport(number=number), question)
    return True


_OBJECTIONS = MappingProxyType({Substatus.MERGED: "merged-what", Substatus.HIDDEN: "flag-objection"})


def _is_said_in_words(answer: Answer) -> bool:
    """Whether a no tells more than no: "it is still there" does, a tap or "no thanks" does not."""
    return answer.message.pressed is None and 0 < answer.reading.acts.get(Act.NO, 0.0) < PHRASE


def _contest(turn: Turn, number: int, answer: Answer) -> bool:
    words = "" if answer.choice and not _is_said_in_words(answer) else answer.message.text.strip()
    request = issues.contest(
        turn.session,
        turn.city,
        number,
        words,
        contact_id=turn.contact.id,
        now=turn.now,
        photos=turn.photos(),
        public_words=turn.masked(words, after=issues.find(turn.session, number).description),
    )
    turn.say(text("contested", number=str(number)), text("contest-promise", due=Moment(at=request.expected_at)))
    return True


def _question(turn: Turn, ask: Ask, answer: Answer) -> bool:
    number = AboutReport.model_validate(ask.state).number
    if turn.message.replies_to is None and max(answer.reading.services.values(), default=0) >= SURE:
        held = HeldAnswer(number=number, words=answer.message.text.strip(), photos=turn.photos())
        choices = [
            Choice(id="answer", label=text("held-answer"), means=Act.YES),
            Choice(id="new", label=text("held-new"), means=Act.NO),
        ]
        asked = text("held-which", number=str(number))
        turn.ask("follow", "held", held, Question(paragraphs=[asked], choices=choices, columns=1))
        return True
    _tell_city(turn, number, answer.message.text.strip(), turn.photos())
    return True


def _held(turn: Turn, ask: Ask, answer: Answer) -> bool:
    held = HeldAnswer.model_validate(ask.state)
    if answer.choice == "answer":
        _tell_city(turn, held.number, held.words, held.photos)
        return True
    question = turn.session.get_one(Ask, ask.previous_id)
    question.status, question.closed_at = AskStatus.OPEN, None
    report.begin_with(turn, held.words, held.photos)
    return True


def _tell_city(turn: Turn, number: int, words: str, photos: list[int]) -> None:
    # The question may have been about a report that was merged into another since.
    number = followers.root(turn.session, issues.find(turn.session, number)).id
    issues.answer(
        turn.session,
        number,
        words,
        contact_id=turn.contact.id,
        now=turn.now,
        photos=photos,
        public_words=turn.masked(words, after=issues.find(turn.session, number).description),
    )
    turn.say(text("answer-passed-on", number=str(number)))


def _show(turn: Turn, request: ServiceRequest) -> None:
    choices = own.buttons(turn, request)
    if not choices:
        following.show(turn, _whole(turn, request), request)
        return
    question = Question(paragraphs=[*_whole(turn, request)], choices=choices)
    turn.ask("own", "view", AboutReport(number=request.id), question, standing=True)


def _whole(turn: Turn, request: ServiceRequest) -> list[Text]:
    """A report as anybody may see it; the words as they were written are shown to their writer only."""
    is_own = request.contact_id == turn.contact.id
    words = request.description if is_own else shortened(privacy.for_strangers(request))
    lines = [line(turn.city, request), *([text("card-words", words=words)] if words or is_own else [])]
    if request.status is Status.OPEN:
        promised = "follow-late" if request.late_told_at else "follow-promise"
        lines.append(text(promised, due=Moment(at=request.expected_at)))
    lines += joining.others(request)
    return lines
