"""Joining: before a report is filed, the one that somebody filed already is offered instead."""

from backend.reports import duplicates, followers, issues, privacy
from backend.reports.duplicates import Facts, Likely
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import Slot, Unusable
from bot.conversation.phones import PHONES
from bot.conversation.places import address_of
from bot.conversation.reply import Choice, Lines, Moment, Named, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn
from bot.topics.reports import evidence
from bot.topics.reports.correcting import corrected
from bot.topics.reports.draft import SURE, Draft
from bot.topics.reports.states import shortened, state
from nlp.reading import Act
from storage.asks import Ask
from storage.followers import Why
from storage.requests import ServiceRequest, Status

_OFFERED = 3
"""Reports offered at once: more would be a list to study."""
_ALL = 50
"""Reports that one "no" is about, also those that were not offered."""


def _found(turn: Turn, draft: Draft, *, limit: int = _OFFERED) -> list[Likely]:
    place = draft.place
    if draft.service is None or place is None or draft.urgent or not draft.is_to_send:
        return []
    if turn.city.service(draft.service).is_private:
        return []
    new = Facts(
        service_code=draft.service,
        description=draft.words,
        address=address_of(place),
        lat=place.lat,
        lon=place.lon,
        attributes=draft.attributes,
    )
    found = duplicates.likely(turn.session, turn.city, new, limit=limit + len(draft.declined))
    return [one for one in found if one.request.id not in draft.declined][:limit]


def _asked(turn: Turn, draft: Draft) -> Question:
    found = _found(turn, draft)
    follower = followers.find(turn.session, found[0].request.id, turn.contact.id)
    if follower is not None and follower.why in followers.VOICES:
        return _own(turn, found[0], follower.why)
    choices = [Choice(id=_yes(one), label=text("join-yes-number", number=str(one.request.id))) for one in found]
    if len(found) == 1:
        choices = [Choice(id=_yes(found[0]), label=text("join-yes"), means=Act.YES)]
    choices.append(Choice(id="no", label=text("join-no"), means=Act.NO))
    head = text("join-which", count=len(found))
    return Question(paragraphs=[head, *(_shown(turn, one) for one in found)], choices=choices, accepts=_CORRECTABLE)


def _own(turn: Turn, mine: Likely, why: Why) -> Question:
    head = text("join-own" if why is Why.REPORTED else "join-joined-before")
    choices = [
        Choice(id=_yes(mine), label=text("join-add"), means=Act.YES),
        Choice(id="no", label=text("join-another"), means=Act.NO),
    ]
    return Question(paragraphs=[head, _shown(turn, mine)], choices=choices, accepts=_CORRECTABLE)


def _yes(one: Likely) -> str:
    return f"y{one.request.id}"


def _shown(turn: Turn, one: Likely) -> Lines:
    """What may be shown of another's report: service, place, its public words, date, state and count."""
    request = one.request
    service = Named(names=turn.city.service(request.service_code).name)
    words = shortened(privacy.for_strangers(request))
    return Lines(
        lines=[
            text("join-what", number=str(request.id), service=service),
            _where(one),
            *([text("card-words", words=words)] if words else []),
            text("join-since", date=Moment(at=request.requested_at), state=state(turn.city, request)),
            *others(request),
        ]
    )


def _where(one: Likely) -> Text:
    place = one.request.address or text("place-pin-nameless")
    # To the metre would promise what neither a phone nor a house number knows.
    metres = 10 * round((one.metres or 0) / 10)
    return text("join-where-away", place=place, metres=metres) if metres else text("join-where", place=place)


def others(request: ServiceRequest) -> list[Text]:
    """How many more have the problem, when anybody has."""
    return [text("join-others", count=request.joined)] if request.joined else []


def _filled(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    if answer.choice == "no":
        return _declined(turn, draft)
    if answer.choice is None:
        return corrected(turn, draft, answer)
    number = int(answer.choice.removeprefix("y"))
    if not is_open(turn, number):
        raise Unusable(text("join-gone", number=str(number)), _declined(turn, draft, number))
    return draft.with_(joins=number)


def _declined(turn: Turn, draft: Draft, *numbers: int) -> Draft:
    refused = [one.request.id for one in _found(turn, draft, limit=_ALL)]
    return draft.with_(declined=[*draft.declined, *numbers, *refused])


_CORRECTABLE = frozenset({Accepts.WORDS, Accepts.PLACE, Accepts.PHOTO})

JOIN = Slot[Draft](
    name="join", is_missing=lambda turn, draft: bool(_found(turn, draft, limit=1)), asked=_asked, filled=_filled
)
"""Whether it is one that is known already; not asked when nothing near is likely."""


def finish(turn: Turn, number: int, draft: Draft) -> None:
    """Join the report that was chosen, or add to it what one had said before; a photo would help the crew."""
    said = join(turn, number, draft)
    if draft.photos or said.id == "join-added" or turn.urn.channel in PHONES:
        turn.say(said)
        return
    choices = [Choice(id="none", label=text("join-no-photo"), means=Act.NO)]
    question = Question(paragraphs=[said, text("join-photo")], choices=choices, accepts=frozenset({Accepts.PHOTO}))
    turn.ask("joining", "photo", AboutReport(number=number), question)


def is_open(turn: Turn, number: int) -> bool:
    """Whether a report can still be joined."""
    return issues.find(turn.session, number).status is Status.OPEN


def join(turn: Turn, number: int, draft: Draft, *, in_list: bool = False) -> Text:
    """Join a report; returns what is said about it, `in_list` as one line of several."""
    before = followers.find(turn.session, number, turn.contact.id)
    request = followers.join(
        turn.session,
        number,
        contact_id=turn.contact.id,
        now=turn.now,
        words=draft.words,
        photos=draft.photos,
        public_words=turn.masked(draft.words, after=issues.find(turn.session, number).description),
    )
    if before is not None and before.why is Why.REPORTED:
        return text("join-added", number=str(number))
    id = "joined-line" if in_list else "joined"
    return text(id, number=str(number), count=request.joined + 1, due=Moment(at=request.expected_at))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A photo as new evidence, or none."""
    number = AboutReport.model_validate(ask.state).number
    if answer.choice is not None:
        turn.say(text("join-without-photo", number=str(number)))
        return True
    if max(answer.reading.services.values(), default=0) >= SURE and answer.reading.places:
        return False
    evidence.keep(turn, number)
    return True
