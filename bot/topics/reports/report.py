"""Report: from the first words to a number, with as few questions as the words allow."""

from datetime import timedelta

from backend.reports import issues, referrals
from backend.reports.issues import NewReport
from bot.conversation.ask import Answer
from bot.conversation.form import Form
from bot.conversation.places import address_of, kept_place
from bot.conversation.reply import Lines, Moment, Named, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports import confirming, joining, locating, naming, pictured, referring
from bot.topics.reports.bundle import Bundle, each, turned
from bot.topics.reports.draft import DESCRIPTION_LIMIT, Draft, begun
from bot.topics.talk import gate, reception
from nlp.reading import Act, Place, Reading
from storage.asks import Ask
from storage.requests import ServiceRequest

_WISH = 10
"""Words up to which a wish to speak to a person is no more than that: "can I talk to a real person please"."""
_JUST_NOW = timedelta(minutes=30)
_FOR_PEOPLE = frozenset({Act.SUGGEST, Act.QUESTION, Act.TALK_TO_HUMAN, Act.COMPLAINT_ABOUT_CITY})
"""Acts that a person at city hall must answer, whatever they are about."""


def begin(turn: Turn) -> None:
    """Open a report, or one for each matter, with whatever has arrived: words, a picture, a position."""
    if len(turn.message.text) > DESCRIPTION_LIMIT:
        turn.say(text("words-cut", limit=DESCRIPTION_LIMIT))
    readings = _matters(turn, turn.reading)
    photos = turn.photos()
    anonymous = grammar.wishes(turn.message.text, "anonymous", turn.city.languages)
    drafts = [_begun(turn, reading).with_(photos=photos, anonymous=anonymous) for reading in readings]
    if turn.reading.danger:
        _begin_urgently(turn, drafts)
    elif len(drafts) == 1 and _is_nothing(turn, drafts[0], readings[0]):
        reception.puzzled(turn)
    elif gate.may_report(turn, new=len(drafts)):
        FORM.go_on(turn, Bundle(matters=drafts), first=_unknown_street(drafts, readings))


def begin_for_people(turn: Turn) -> None:
    """Open a message to city hall, whatever the words sound like."""
    if gate.may_report(turn, new=1):
        draft = Draft(words=turn.message.text.strip(), service=turn.city.general.code)
        FORM.go_on(turn, Bundle(matters=[draft]))


def begin_with(turn: Turn, words: str, photos: list[int]) -> None:
    """Open a report with words from earlier."""
    turn.answering = None
    readings = _matters(turn, turn.read(words))
    FORM.go_on(turn, Bundle(matters=[begun(reading.text, reading).with_(photos=photos) for reading in readings]))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Go on with the form."""
    return FORM.answered(turn, ask.step, ask.state, answer)


def _matters(turn: Turn, reading: Reading) -> list[Reading]:
    """A Reading for each matter; danger that no part holds by itself is in the message as a whole."""
    parts = [turn.read(part) for part in reading.matters]
    if len(parts) < 2 or (reading.danger and not any(part.danger for part in parts)):
        return [reading]
    return parts


def _begun(turn: Turn, reading: Reading) -> Draft:
    draft = begun("" if _wants_a_person(reading) else reading.text.strip(), reading)
    if turn.message.point is not None:
        draft = locating.at_pin(turn, draft, turn.message.point)
    if reading.act in _FOR_PEOPLE and draft.service is None:
        draft = draft.with_(service=turn.city.general.code)
    if not draft.places and draft.place is None and (before := _just_reported(turn)) is not None:
        says_so = grammar.wishes(reading.text, "same_place", turn.city.languages)
        draft = draft.with_(elsewhere=before, place=before if says_so else None)
    return draft


def _just_reported(turn: Turn) -> Place | None:
    """Where the last report of one's own is, when it was sent just now: "and there are rats, too" may be there."""
    for request in issues.mine(turn.session, turn.contact.id, limit=1):
        if request.address and turn.now - request.requested_at <= _JUST_NOW:
            return kept_place(request.address, request.area, lat=request.lat, lon=request.lon)
    return None


def _wants_a_person(reading: Reading) -> bool:
    """Whether words only ask for a person and do not say yet what it is about."""
    return reading.act is Act.TALK_TO_HUMAN and not reading.places and len(reading.text.split()) <= _WISH


def _unknown_street(drafts: list[Draft], readings: list[Reading]) -> Text | None:
    for draft, reading in zip(drafts, readings, strict=True):
        if draft.place is None and reading.unknown_street is not None:
            return text("place-unknown-street", words=reading.unknown_street[:80])
    return None


def _is_nothing(turn: Turn, draft: Draft, reading: Reading) -> bool:
    something = draft.service or draft.services or draft.places or draft.photos or turn.message.point
    return not something and reading.act is not Act.REPORT


def _finish(turn: Turn, bundle: Bundle) -> None:
    first = bundle.matters[0]
    if first.number is not None:
        _place_urgent(turn, first)
    elif not bundle.is_single:
        _send_all(turn, bundle)
    elif first.joins is not None:
        _join(turn, first, first.joins)
    else:
        request = _file(turn, first)
        turn.say(text("report-saved", number=str(request.id), due=Moment(at=request.expected_at)))
    _go_on_with(turn, bundle.later, is_named=True)


def _join(turn: Turn, draft: Draft, number: int) -> None:
    """Join a report, or file one's own after all when it was closed while others of the message were talked about."""
    if joining.is_open(turn, number):
        joining.finish(turn, number, draft)
        return
    own = draft.with_(joins=None, declined=[*draft.declined, number])
    FORM.go_on(turn, Bundle(matters=[own]), first=text("join-gone", number=str(number)))


def _send_all(turn: Turn, bundle: Bundle) -> None:
    turn.say(text("report-saved-all"), Lines(lines=[_sent(turn, draft) for draft in bundle.matters]))


def _sent(turn: Turn, draft: Draft) -> Text:
    # While the others were talked about, what was to be joined may have been closed.
    if draft.joins is not None and joining.is_open(turn, draft.joins):
        return joining.join(turn, draft.joins, draft, in_list=True)
    request = _file(turn, draft)
    service = Named(names=turn.city.service(request.service_code).name)
    return text("report-saved-line", number=str(request.id), service=service, due=Moment(at=request.expected_at))


def _file(turn: Turn, draft: Draft) -> ServiceRequest:
    place = draft.place
    new = NewReport(
        service_code=draft.service or turn.city.unsorted.code,
        description=draft.words,
        public_description=turn.masked(draft.words),
        address=address_of(place) if place else "",
        area=place.area if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        attributes=draft.attributes,
        photos=draft.photos,
        urgent=draft.urgent,
        anonymous=draft.anonymous,
    )
    request = issues.report(turn.session, turn.city, new, contact_id=turn.contact.id, now=turn.now)
    if draft.referral is not None:
        referrals.filed(turn.session, draft.referral, request.id)
    return request


def _begin_urgently(turn: Turn, drafts: list[Draft]) -> None:
    """File what is dangerous at once; its place, where it is missing, is asked for before anything else."""
    filed = [_filed_urgently(turn, draft) for draft in drafts if draft.urgent]
    placeless = [draft for draft in filed if draft.place is None]
    _go_on_with(turn, [*placeless, *(draft for draft in drafts if not draft.urgent)], is_named=len(placeless) > 1)


def _filed_urgently(turn: Turn, draft: Draft) -> Draft:
    request = _file(turn, draft)
    turn.say(text("report-saved-urgent", number=str(request.id)))
    return draft.with_(number=request.id, service=request.service_code)


def _go_on_with(turn: Turn, drafts: list[Draft], *, is_named: bool) -> None:
    """Ask for the places of emergencies one by one, then put all the rest on one card."""
    if not drafts:
        return
    number = drafts[0].number
    if number is None:
        FORM.go_on(turn, Bundle(matters=drafts), first=text("report-next", count=len(drafts)))
        return
    first = text("report-place-of", number=str(number)) if is_named else None
    FORM.go_on(turn, Bundle(matters=drafts[:1], later=drafts[1:]), first=first)


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


def _noticed(turn: Turn, bundle: Bundle) -> Bundle:
    """What nobody said outright: where a picture was taken, and that a matter is not the city's."""
    if bundle.confirmed:
        return bundle
    # A picture in the first message is about all its matters, a later one about what was asked.
    shown = range(len(bundle.matters)) if turn.answering is None else [bundle.at]
    matters = [pictured.noticed(turn, draft) if index in shown else draft for index, draft in enumerate(bundle.matters)]
    return bundle.with_(matters=[referring.noticed(turn, draft) for draft in matters])


def _leave(turn: Turn, bundle: Bundle) -> None:
    """Go on with the other matters when one is somebody else's."""
    others = [index for index in range(len(bundle.matters)) if index != bundle.at]
    if others:
        FORM.go_on(turn, bundle.keeping(*others))
    else:
        _go_on_with(turn, bundle.later, is_named=True)


_OF_ONE = [
    naming.WORDS,
    referring.WHOSE,
    naming.SERVICE,
    pictured.PLACE,
    locating.PLACE,
    naming.ATTRIBUTES,
    joining.JOIN,
    confirming.CHANGE_ONE,
]
"""What each matter needs, in the order in which it is asked."""

FORM = Form(
    topic="report",
    draft=Bundle,
    slots=[*(each(slot) for slot in _OF_ONE[:-1]), confirming.CHANGE, confirming.WHICH, confirming.CONFIRM],
    finish=_finish,
    turned=lambda turn, bundle: turned(turn, _noticed(turn, bundle), _OF_ONE),
    left=_leave,
)
"""All matters of a message: each asked for what it needs, then looked over on one card."""
