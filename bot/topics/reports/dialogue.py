"""Dialogue: a resident writes about a report that exists, by its number or by replying to a message about it."""

from sqlmodel import col, select

from backend.reports import followers, issues
from bot.conversation.ask import Question, question_of
from bot.conversation.fitting import fitting_answer
from bot.conversation.reply import Choice, Reply, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports import own
from nlp.reading import Act
from storage.asks import Ask, AskStatus
from storage.mail import Outbox
from storage.requests import ServiceRequest, Substatus

_KINDS = ("about", "withdraw")


def ordered(turn: Turn) -> bool:
    """Do what the words say of a report by its number: pass them on, or begin to withdraw it; False for all else."""
    languages = sorted(turn.city.languages, key=lambda language: language != turn.language)
    order = grammar.read(turn.message.text, _KINDS, languages)
    if order is not None and order.kind == "withdraw":
        own.begin_withdrawing(turn, order.number)
        return True
    if order is not None and _is_meant(turn, order.number):
        _pass_on(turn, order.number, order.words)
        return True
    return False


def replied(turn: Turn) -> bool:
    """Pass on what is said in reply to a message about a report; False when it replies to none."""
    number = _replied_about(turn)
    if number is None or not (turn.message.text.strip() or turn.message.photos):
        return False
    _pass_on(turn, number, turn.message.text.strip())
    return True


def _is_meant(turn: Turn, number: int) -> bool:
    """Whether a number is a report's: "on 1024 Main Street" is none, unless the words say so."""
    if turn.reading.report_number == number:
        return True
    request = turn.session.get(ServiceRequest, number)
    return request is not None and request.contact_id == turn.contact.id and not turn.reading.places


def _pass_on(turn: Turn, number: int, words: str) -> None:
    request = followers.root(turn.session, issues.find(turn.session, number))
    number = request.id
    if request.contact_id == turn.contact.id and request.substatus is Substatus.CLOSED:
        # The closing's own question under another message: whoever writes about a closed report may contest it.
        choices = [
            Choice(id="fixed", label=text("fixed"), means=Act.YES),
            Choice(id="not_fixed", label=text("not-fixed"), means=Act.NO),
        ]
        question = Question(paragraphs=[text("dialogue-closed", number=str(number))], choices=choices)
        turn.ask("follow", "closing", AboutReport(number=number), question, standing=True)
        return
    own.write(turn, number, words, turn.photos())


def _replied_about(turn: Turn) -> int | None:
    """The report of the message that this one replies to, unless that message asks something that this answers."""
    if turn.message.replies_to is None:
        return None
    sent = select(Outbox).where(Outbox.urn_id == turn.urn.id, col(Outbox.external_id) == turn.message.replies_to)
    row = turn.session.exec(sent).first()
    if row is None:
        return None
    ask = turn.session.get(Ask, row.ask_id) if row.ask_id else None
    if ask is not None and ask.status is AskStatus.OPEN and _is_answered(turn, ask):
        return None
    return row.request_id or _named_in(Reply.model_validate(row.payload))


def _is_answered(turn: Turn, ask: Ask) -> bool:
    fits = fitting_answer(question_of(ask), turn.message, turn.reading, turn.label) is not None
    return fits or not ask.standing


def _named_in(reply: Reply) -> int | None:
    """The number that a message of ours names: a receipt knows its report by nothing else."""
    for paragraph in reply.paragraphs:
        number = paragraph.args.get("number") if hasattr(paragraph, "args") else None
        if isinstance(number, str) and number.isdecimal() and len(number) > 3:
            return int(number)
    return None
