"""Report: from the first words to a number, with as few questions as the words allow."""

from collections.abc import Sequence

from backend import issues, limits, referrals
from backend.issues import NewReport
from bot.conversation.ask import Answer
from bot.conversation.form import Form
from bot.conversation.places import address_of
from bot.conversation.reply import Moment, Text, text
from bot.conversation.turn import Turn
from bot.topics import confirming, joining, locating, naming, pictured, reception, referring
from bot.topics.draft import DESCRIPTION_LIMIT, Draft, begun
from nlp.reading import Act, Reading
from storage.asks import Ask
from storage.requests import ServiceRequest

_FOR_PEOPLE = frozenset({Act.SUGGEST, Act.QUESTION, Act.TALK_TO_HUMAN, Act.COMPLAINT_ABOUT_CITY})
"""Acts that a person at city hall must answer, whatever they are about."""


def begin(turn: Turn) -> None:
    """Open a report with whatever has arrived: words, a picture, a position."""
    parts = turn.reading.matters or [turn.message.text.strip()]
    reading = turn.read(parts[0]) if len(parts) > 1 else turn.reading
    if len(turn.message.text) > DESCRIPTION_LIMIT:
        turn.say(text("words-cut", limit=DESCRIPTION_LIMIT))
    draft = begun(parts[0], reading).with_(photos=turn.photos(), further=parts[1:])
    if turn.message.point is not None:
        draft = locating.at_pin(turn, draft, turn.message.point)
    if reading.act in _FOR_PEOPLE and draft.service is None:
        draft = draft.with_(service=turn.city.general.code)
    if turn.reading.danger:
        _file_urgently(turn, draft)
        return
    if _is_nothing(turn, draft, reading):
        reception.puzzled(turn)
    else:
        limits.check_reports(turn.session, turn.city.limits, turn.contact.id, turn.now)
        FORM.go_on(turn, draft, first=_unknown_street(draft, reading))


def _unknown_street(draft: Draft, reading: Reading) -> Text | None:
    if draft.place is not None or reading.unknown_street is None:
        return None
    return text("place-unknown-street", words=reading.unknown_street[:80])


def begin_with(
    turn: Turn, words: str, photos: list[int], *, further: Sequence[str] = (), first: Text | None = None
) -> None:
    """Open a report with words from earlier."""
    turn.answering = None
    FORM.go_on(turn, begun(words, turn.read(words)).with_(photos=photos, further=list(further)), first=first)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Go on with the form."""
    return FORM.answered(turn, ask.step, ask.state, answer)


def _is_nothing(turn: Turn, draft: Draft, reading: Reading) -> bool:
    something = draft.service or draft.services or draft.places or draft.photos or turn.message.point
    return not something and reading.act is not Act.REPORT


def _finish(turn: Turn, draft: Draft) -> None:
    if draft.number is not None:
        _place_urgent(turn, draft)
        return
    if draft.joins is not None:
        joining.finish(turn, draft.joins, draft)
    else:
        _send(turn, draft)
    _go_on_with_the_next(turn, draft)


def _go_on_with_the_next(turn: Turn, draft: Draft) -> None:
    if draft.further:
        begin_with(turn, draft.further[0], [], further=draft.further[1:], first=text("report-next"))


def _send(turn: Turn, draft: Draft) -> None:
    request = _file(turn, draft)
    turn.say(text("report-saved", number=str(request.id), due=Moment(at=request.expected_at)))


def _file(turn: Turn, draft: Draft) -> ServiceRequest:
    place = draft.place
    new = NewReport(
        service_code=draft.service or turn.city.unsorted.code,
        description=draft.words,
        address=address_of(place) if place else "",
        area=place.area if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        attributes=draft.attributes,
        photos=draft.photos,
        urgent=draft.urgent,
    )
    request = issues.report(turn.session, turn.city, new, contact_id=turn.contact.id, now=turn.now)
    if draft.referral is not None:
        referrals.filed(turn.session, draft.referral, request.id)
    return request


def _file_urgently(turn: Turn, draft: Draft) -> None:
    request = _file(turn, draft)
    turn.say(text("report-saved-urgent", number=str(request.id)))
    if draft.place is None:
        FORM.go_on(turn, draft.with_(number=request.id, service=request.service_code))


def _place_urgent(turn: Turn, draft: Draft) -> None:
    if draft.number is None or draft.place is None:
        return
    place = draft.place
    issues.locate(
        turn.session,
        draft.number,
        address_of(place),
        area=place.area,
        point=(place.lat, place.lon) if place.lat is not None and place.lon is not None else None,
        contact_id=turn.contact.id,
        now=turn.now,
    )
    turn.say(text("report-placed", number=str(draft.number)))


FORM = Form(
    topic="report",
    draft=Draft,
    slots=[
        naming.WORDS,
        referring.WHOSE,
        naming.SERVICE,
        pictured.PLACE,
        locating.PLACE,
        naming.ATTRIBUTES,
        joining.JOIN,
        confirming.CHANGE,
        confirming.CONFIRM,
    ],
    finish=_finish,
    noticed=lambda turn, draft: referring.noticed(turn, pictured.noticed(turn, draft)),
    left=_go_on_with_the_next,
)
"""What a report needs, in the order in which it is asked."""
