"""What a report is about: its words, its service, the service's own questions."""

from backend.city.city import Attribute
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import AnotherMatter, Slot, Unusable
from bot.conversation.places import shown
from bot.conversation.reply import Choice, Named, text
from bot.conversation.turn import Turn
from bot.topics.reports import locating
from bot.topics.reports.draft import Draft, begun, with_place, with_service
from nlp.reading import Act

_ELSE = "_else"
_SURELY_ASKED = 0.9
"""Probability from which words that name no service ask something and answer nothing."""


def _ask_words(turn: Turn, draft: Draft) -> Question:
    asked = text("report-what-with-photo") if draft.photos else text("report-what")
    accepts = frozenset({Accepts.WORDS, Accepts.PHOTO, Accepts.PLACE})
    if draft.service == turn.city.general.code:
        asked, accepts = text("human-what"), frozenset({Accepts.DICTATION, Accepts.PHOTO})
    return Question(paragraphs=[asked], accepts=accepts)


def _fill_words(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    words = answer.message.text.strip()
    photos = [*draft.photos, *turn.photos()]
    if not words:
        raise Unusable(text("report-words-please"), draft.with_(photos=photos))
    told = begun(words, answer.reading)
    known = draft.with_(words=told.words, photos=photos)
    if draft.service is None or (told.service is not None and answer.reading.act is Act.REPORT):
        # Whoever asked for a person and then reports something sure reaches the crew that mends it.
        known = known.with_(service=told.service, services=told.services)
    return known if draft.place else known.with_(place=told.place, places=told.places or draft.places)


WORDS = Slot[Draft](name="words", is_missing=lambda _turn, draft: not draft.words, asked=_ask_words, filled=_fill_words)
"""What happened, in the resident's words."""


def _ask_service(turn: Turn, draft: Draft) -> Question:
    # "Something else" as a service would stand beside the button of the same name.
    few = [] if draft.all_services else [code for code in draft.services if code != turn.city.unsorted.code]
    codes = few or [service.code for service in turn.city.services]
    choices = [Choice(id=code, label=Named(names=turn.city.service(code).name)) for code in codes]
    if few:
        choices.append(Choice(id=_ELSE, label=text("something-else"), means=Act.NO))
    unclear = text("service-which-of-all" if draft.all_services else "service-unclear")
    asked = text("service-which") if few else unclear
    accepts = frozenset({Accepts.WORDS, Accepts.PLACE, Accepts.PHOTO})
    return Question(paragraphs=[asked], choices=choices, accepts=accepts, columns=1 if few else 2)


def _fill_service(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    if answer.choice == _ELSE:
        return draft.with_(all_services=True)
    if answer.choice is not None:
        return draft.with_(service=answer.choice, attributes={})
    if answer.reading.acts.get(Act.QUESTION, 0.0) >= _SURELY_ASKED and not answer.reading.services:
        raise AnotherMatter
    return _named(turn, draft.with_(photos=[*draft.photos, *turn.photos()]), answer)


def _named(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    """The draft with the service that words name; a place or a picture alone is kept, and the service asked again."""
    if answer.message.point is not None:
        raise _placed(locating.at_pin(turn, draft, answer.message.point))
    if answer.message.photos and not answer.message.text.strip():
        raise Unusable(text("place-photo-kept"), draft)
    better = with_service(draft.with_(services=[]), answer.reading)
    if better.service is None and not better.services:
        if answer.reading.places or locating.house_number(answer.message.text, most=3):
            raise _placed(with_place(draft.with_(places=[]), locating.completed(turn, draft, answer)))
        if answer.reading.act is Act.YES:
            raise Unusable(text("which-answer"), draft)
        if draft.all_services:
            return draft.with_(service=turn.city.general.code)
        raise Unusable(text("service-not-understood"), draft.with_(all_services=True))
    if better.service is None and len(better.services) == 1:
        # Asked what it is about, somebody who names one service means it; the card asks once more.
        better = better.with_(service=better.services[0])
    if len(answer.message.text.split()) > 2:
        better = better.telling(answer.message.text)
    return better if better.place is not None else with_place(better, answer.reading)


def _placed(draft: Draft) -> Unusable:
    """Where it is does not say what it is: that is asked once more, and the place is kept."""
    known = text("place-noted", place=shown(draft.place)) if draft.place is not None else text("place-later")
    return Unusable(known, draft)


SERVICE = Slot[Draft](
    name="service", is_missing=lambda _turn, draft: draft.service is None, asked=_ask_service, filled=_fill_service
)
"""Which of the city's services it is for."""


def _missing_attribute(turn: Turn, draft: Draft) -> Attribute | None:
    attributes = turn.city.service(draft.service).attributes if draft.service else []
    return next((a for a in attributes if a.required and a.code not in draft.attributes), None)


def _ask_attribute(turn: Turn, draft: Draft) -> Question:
    attribute = _missing_attribute(turn, draft)
    if attribute is None:
        raise AssertionError("asked for an attribute when none is missing")
    choices = [Choice(id=value.key, label=Named(names=value.name)) for value in attribute.values]
    accepts = frozenset({Accepts.WORDS}) if not choices else frozenset[Accepts]()
    asked = text("attribute", question=Named(names=attribute.question))
    return Question(paragraphs=[asked], choices=choices, accepts=accepts)


def _fill_attribute(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    attribute = _missing_attribute(turn, draft)
    if attribute is None:
        return draft
    if answer.choice is None and answer.reading.act is Act.REPORT and answer.reading.services.keys() - {draft.service}:
        raise AnotherMatter
    value = answer.choice or answer.message.text.strip()[:200]
    if attribute.datatype == "number" and not value.replace(",", ".", 1).replace(".", "", 1).isdecimal():
        raise Unusable(text("attribute-number"))
    return draft.with_(attributes={**draft.attributes, attribute.code: value})


ATTRIBUTES = Slot[Draft](
    name="attribute",
    is_missing=lambda turn, draft: draft.number is None and _missing_attribute(turn, draft) is not None,
    asked=_ask_attribute,
    filled=_fill_attribute,
)
"""The service's own questions, as far as it can't do without."""
