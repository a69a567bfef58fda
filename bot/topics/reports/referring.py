"""Not ours, not here: what lies outside the city or is another body's is said so, with whom to call, and kept."""

import re

from backend.city import bodies
from backend.city.bodies import Body
from backend.reports import referrals
from backend.reports.referrals import Matter
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import Elsewhere, Slot
from bot.conversation.places import address_of
from bot.conversation.reply import Choice, Named, Text, text
from bot.conversation.turn import Turn
from bot.topics.reports import locating
from bot.topics.reports.draft import Draft, known_street
from nlp.reading import Act, Place
from storage.referrals import ReferralKind


def noticed(turn: Turn, draft: Draft) -> Draft:
    """The draft with the referral that it calls for, which is kept at once: many read the answer and are content.

    What is urgent goes to the city's staff whoever's it is.
    """
    if draft.urgent or draft.number is not None or not draft.words:
        return draft
    outside = _outside(draft)
    if outside is None and draft.ours:
        return draft
    body = _whose(turn, draft, outside)
    if outside is None and body is None:
        return draft
    code = body.code if body else None
    if draft.referral is not None and not draft.ours and code == draft.body:
        return draft
    is_place = outside is not None or (body is not None and body.ground is not None)
    spot = outside or draft.place
    matter = Matter(
        kind=ReferralKind.OUTSIDE if is_place else ReferralKind.BODY,
        body=code,
        words=draft.words,
        service_code=draft.service,
        address=address_of(spot) if spot else "",
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        photos=draft.photos,
    )
    kept = referrals.refer(turn.session, matter, contact_id=turn.contact.id, now=turn.now, earlier=draft.referral)
    return draft.with_(referral=kept.id, body=code, ours=False)


def _outside(draft: Draft) -> Place | None:
    """The place outside the city that was shared, as long as no other is known."""
    if draft.place is not None or any(place.inside for place in draft.places):
        return None
    return next((place for place in draft.places if not place.inside), None)


def _whose(turn: Turn, draft: Draft, outside: Place | None) -> Body | None:
    known = turn.city.bodies
    if outside is not None:
        return bodies.around(known, outside.lat or 0.0, outside.lon or 0.0)
    street = draft.place.street if draft.place else known_street(draft)
    return bodies.answering(known, draft.words, street, draft.service) or bodies.named(known, _placeless(draft))


def _placeless(draft: Draft) -> str:
    """The words without what the gazetteer has read as a place of the city."""
    words = draft.words
    for place in draft.places:
        if place.text:
            words = re.sub(re.escape(place.text), " ", words, flags=re.IGNORECASE)
    return words


def _is_missing(_turn: Turn, draft: Draft) -> bool:
    return bool(draft.words) and draft.referral is not None and not draft.ours


def _asked(turn: Turn, draft: Draft) -> Question:
    body = turn.city.body(draft.body) if draft.body else None
    is_place = body is None or body.ground is not None
    choices = [
        Choice(id="theirs", label=text("referral-theirs"), means=Act.THANKS),
        Choice(id="ours", label=text("referral-here" if is_place else "referral-anyway"), means=Act.NO),
    ]
    accepts = frozenset({Accepts.PLACE}) if is_place else frozenset[Accepts]()
    return Question(paragraphs=[_told(turn, body)], choices=choices, accepts=accepts, columns=1)


def _told(turn: Turn, body: Body | None) -> Text:
    if body is None:
        return text("referral-outside-unknown", city=turn.city.name)
    whose = Named(names=body.name)
    if body.ground is not None:
        return text("referral-outside", city=turn.city.name, whose=whose, contact=body.contact)
    return text("referral-body", whose=whose, contact=body.contact)


def _filled(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    if answer.choice == "theirs":
        raise Elsewhere(text("referral-kept"))
    here = draft.with_(ours=True, body=None)
    if _outside(draft) is not None:
        here = here.with_(places=[])
    return here if answer.choice == "ours" else locating.PLACE.filled(turn, here, answer)


WHOSE = Slot[Draft](name="whose", is_missing=_is_missing, asked=_asked, filled=_filled)
"""Whether it is for somebody else, when it looks so; never decided over the writer's head."""
