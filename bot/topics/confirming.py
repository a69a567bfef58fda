"""One card to look over: send it, change it, or say what is wrong in words."""

from backend import promise
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import AnotherMatter, Cancelled, Slot
from bot.conversation.places import is_same, shown
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, text
from bot.conversation.turn import Turn
from bot.topics import locating
from bot.topics.draft import SURE, Draft, with_place, with_service
from bot.topics.naming import joined
from nlp.reading import Act, Reading


def _ask_change(_turn: Turn, _draft: Draft) -> Question:
    choices = [
        Choice(id="what", label=text("change-what")),
        Choice(id="where", label=text("change-where")),
        Choice(id="words", label=text("change-words")),
        Choice(id="nothing", label=text("change-nothing"), means=Act.NO),
    ]
    return Question(paragraphs=[text("change-which")], choices=choices, accepts=_CORRECTABLE)


def _fill_change(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    kept = draft.with_(changing=False)
    match answer.choice:
        case "what":
            others = [code for code in draft.services if code != draft.service]
            return kept.with_(service=None, services=others, all_services=not others)
        case "where":
            return kept.with_(place=None, places=[])
        case "words":
            return kept.with_(words="")
        case "nothing":
            return kept
        case _:
            return corrected(turn, kept, answer)


_CORRECTABLE = frozenset({Accepts.WORDS, Accepts.PLACE, Accepts.PHOTO})

CHANGE = Slot[Draft](
    name="change", is_missing=lambda _turn, draft: draft.changing, asked=_ask_change, filled=_fill_change
)
"""Which part of the card is wrong."""


def _ask_confirm(turn: Turn, draft: Draft) -> Question:
    choices = [
        Choice(id="send", label=text("send"), means=Act.YES),
        Choice(id="change", label=text("change"), means=Act.NO),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
    ]
    return Question(paragraphs=card(turn, draft), choices=choices, accepts=_CORRECTABLE, columns=3)


def card(turn: Turn, draft: Draft) -> list[Paragraph]:
    """The report as it will be sent."""
    service = turn.city.service(draft.service or turn.city.general.code)
    due = Moment(at=promise.due(turn.city, service, turn.now))
    department = Named(names=turn.city.department(service.department).name)
    lines = [text("card-what", service=Named(names=service.name))]
    if draft.place is not None:
        lines.append(text("card-where", place=shown(draft.place)))
    lines.append(text("card-words", words=draft.words))
    if draft.photos:
        lines.append(text("card-photos", count=len(draft.photos)))
    lines.append(text("card-promise", department=department, due=due))
    return [text("card-check"), Lines(lines=lines)]


def _fill_confirm(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    match answer.choice:
        case "send":
            return draft.with_(confirmed=True)
        case "change":
            return draft.with_(changing=True)
        case "cancel":
            raise Cancelled
        case _:
            return corrected(turn, draft, answer)


def corrected(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    """What a message changes in a report that is not sent yet; raises AnotherMatter when it is about something else."""
    draft = draft.with_(photos=[*draft.photos, *turn.photos()])
    if answer.message.point is not None:
        return locating.at_pin(turn, draft, answer.message.point)
    if not answer.message.text.strip():
        return draft
    if _is_another_matter(draft, answer.reading):
        raise AnotherMatter
    return _reworded(draft, answer)


def _is_another_matter(draft: Draft, reading: Reading) -> bool:
    best = max(reading.services, key=lambda code: reading.services[code], default=None)
    differs = best is not None and best != draft.service and reading.services[best] >= SURE
    return reading.act is Act.REPORT and differs and len(reading.text.split()) > 3


def _reworded(draft: Draft, answer: Answer) -> Draft:
    reading = answer.reading
    changed = draft
    if reading.places:
        changed = with_place(draft.with_(places=[]), reading)
    if reading.services and (reading.act is Act.CORRECTION or not reading.places):
        changed = with_service(changed, reading)
    if changed != draft:
        return changed
    if reading.act is Act.CORRECTION:
        return _the_other_one(draft)
    return draft.with_(words=joined(draft.words, answer.message.text))


def _the_other_one(draft: Draft) -> Draft:
    """Take the other place or service that the words allowed; ask which part is wrong when there is none."""
    others = [place for place in draft.places if place.is_enough and not (draft.place and is_same(place, draft.place))]
    if others:
        return draft.with_(place=others[0] if len(others) == 1 else None, places=others)
    services = [code for code in draft.services if code != draft.service]
    if services:
        return draft.with_(service=None, services=services)
    return draft.with_(changing=True)


CONFIRM = Slot[Draft](
    name="confirm",
    is_missing=lambda _turn, draft: draft.number is None and not draft.confirmed,
    asked=_ask_confirm,
    filled=_fill_confirm,
)
"""The one confirmation before a report is sent."""
