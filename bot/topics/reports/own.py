"""One's own report: write to the city about it, add to it, give it another place, withdraw it."""

from pydantic import BaseModel, ConfigDict

from backend.errors import IllegalStep, NotYours
from backend.reports import followers, issues, own
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from bot.topics.reports import placing
from nlp.reading import Act, Place
from storage.asks import Ask
from storage.requests import ServiceRequest, Status

_WORDS_OR_PHOTO = frozenset({Accepts.DICTATION, Accepts.PHOTO})


class Own(BaseModel):
    """The report that is spoken of, and the places that it could have."""

    model_config = ConfigDict(frozen=True)

    number: int
    places: list[Place] = []


def buttons(turn: Turn, request: ServiceRequest) -> list[Choice]:
    """What its reporter can do with an open report; nothing for anybody else."""
    if request.contact_id != turn.contact.id or request.status is not Status.OPEN:
        return []
    return [Choice(id=id, label=text(f"own-{id}")) for id in ("write", "add", "withdraw")]


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button under one's report, or what it asked for."""
    about = Own.model_validate(ask.state)
    match ask.step:
        case "write":
            write(turn, about.number, answer.message.text.strip(), turn.photos())
        case "add":
            _add(turn, about, answer)
        case "place":
            _place(turn, about, answer)
        case "withdraw":
            _withdraw(turn, about, answer)
        case _:
            _begin(turn, about, answer.choice or "")
    return True


def write(turn: Turn, number: int, words: str, photos: list[int]) -> None:
    """Pass a message about a report on to the city; about a duplicate to the report that it is handled with."""
    request = followers.root(turn.session, issues.find(turn.session, number))
    number = request.id
    own.write(
        turn.session,
        number,
        words,
        contact_id=turn.contact.id,
        now=turn.now,
        photos=photos,
        public_words=turn.masked(words, after=request.description),
    )
    turn.say(text("own-written", number=str(number)))


def begin_withdrawing(turn: Turn, number: int) -> None:
    """Ask whether a report should really be taken back; raises NotYours or IllegalStep."""
    request = issues.find(turn.session, number)
    if request.contact_id != turn.contact.id:
        raise NotYours(number=str(number))
    if request.status is not Status.OPEN:
        raise IllegalStep
    choices = [
        Choice(id="withdraw", label=text("own-withdraw-yes"), means=Act.YES),
        Choice(id="keep", label=text("own-withdraw-no"), means=Act.NO),
    ]
    question = Question(paragraphs=[text("own-withdraw-sure", number=str(number))], choices=choices)
    turn.ask("own", "withdraw", Own(number=number), question)


def _begin(turn: Turn, about: Own, choice: str) -> None:
    number = str(about.number)
    match choice:
        case "withdraw":
            begin_withdrawing(turn, about.number)
        case "add":
            elsewhere = Choice(id="place", label=text("own-add-place"))
            asked = Question(paragraphs=[text("own-add-what", number=number)], choices=[elsewhere], accepts=_ANYTHING)
            turn.ask("own", "add", about, asked)
        case _:
            asked = Question(paragraphs=[text("own-write-what", number=number)], accepts=_WORDS_OR_PHOTO)
            turn.ask("own", "write", about, asked)


_ANYTHING = _WORDS_OR_PHOTO | {Accepts.PLACE}


def _add(turn: Turn, about: Own, answer: Answer) -> None:
    if answer.choice == "place":
        asked = text("own-place-where", number=str(about.number))
        turn.ask("own", "place", about, Question(paragraphs=[asked], accepts=placing.ACCEPTS))
    elif answer.message.point is not None:
        _place(turn, about, answer)
    else:
        words = answer.message.text.strip()
        before = issues.find(turn.session, about.number).description
        own.add(
            turn.session,
            about.number,
            words,
            contact_id=turn.contact.id,
            now=turn.now,
            photos=turn.photos(),
            public_words=turn.masked(words, after=before),
        )
        turn.say(text("own-added", number=str(about.number)))


def _place(turn: Turn, about: Own, answer: Answer) -> None:
    place, options = _meant(turn, about, answer)
    if place is not None:
        _move(turn, about.number, place)
    elif options:
        turn.ask("own", "place", about.model_copy(update={"places": options}), placing.which(options))
    else:
        asked = text("own-place-where", number=str(about.number))
        question = Question(paragraphs=[placing.not_found(answer), asked], accepts=placing.ACCEPTS)
        turn.ask("own", "place", about, question)


def _meant(turn: Turn, about: Own, answer: Answer) -> tuple[Place | None, list[Place]]:
    if answer.choice is not None:
        return about.places[int(answer.choice.removeprefix("p"))], []
    return placing.understood(turn, answer)


def _move(turn: Turn, number: int, place: Place) -> None:
    address = placing.address(place)
    own.move(
        turn.session,
        number,
        address,
        area=place.area,
        point=placing.point(place),
        contact_id=turn.contact.id,
        now=turn.now,
    )
    turn.say(text("own-moved", number=str(number), address=address))


def _withdraw(turn: Turn, about: Own, answer: Answer) -> None:
    if answer.choice != "withdraw":
        turn.say(text("own-kept", number=str(about.number)))
        return
    own.withdraw(turn.session, about.number, contact_id=turn.contact.id, now=turn.now)
    turn.say(text("own-withdrawn", number=str(about.number)))
