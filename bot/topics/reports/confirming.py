"""One card to look over: send it, change it, or say what is wrong in words."""

from types import MappingProxyType

from backend.reports import promise
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import AnotherMatter, Cancelled, Slot
from bot.conversation.places import shown
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.reports import discretion, meant
from bot.topics.reports.bundle import Bundle, Held, each, label
from bot.topics.reports.correcting import corrected
from bot.topics.reports.draft import SURE, Draft
from nlp.reading import Act

CORRECTABLE = frozenset({Accepts.WORDS, Accepts.PLACE, Accepts.PHOTO})
_MOST_COLUMNS = 4


def _ask_change(_turn: Turn, _draft: Draft) -> Question:
    choices = [
        Choice(id="what", label=text("change-what")),
        Choice(id="where", label=text("change-where")),
        Choice(id="words", label=text("change-words")),
        Choice(id="nothing", label=text("change-nothing"), means=Act.NO),
    ]
    return Question(paragraphs=[text("change-which")], choices=choices, accepts=CORRECTABLE)


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


CHANGE_ONE = Slot[Draft](
    name="change", is_missing=lambda _turn, draft: draft.changing, asked=_ask_change, filled=_fill_change
)
"""Which part of a matter is wrong."""
_CHANGE = each(CHANGE_ONE)


def _ask_change_of_several(turn: Turn, bundle: Bundle) -> Question:
    question = _CHANGE.asked(turn, bundle)
    if bundle.is_single:
        return question
    leave_out = Choice(id="drop", label=text("change-leave-out"))
    return question.model_copy(update={"choices": [*question.choices[:-1], leave_out, question.choices[-1]]})


def _fill_change_of_several(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle:
    if answer.choice == "drop":
        return _without(bundle, bundle.at)
    return _CHANGE.filled(turn, bundle, answer)


CHANGE = Slot[Bundle](
    name="change", is_missing=_CHANGE.is_missing, asked=_ask_change_of_several, filled=_fill_change_of_several
)
"""Which part of the card is wrong; of several matters one may be left out."""


def _ask_which(turn: Turn, bundle: Bundle) -> Question:
    choices = [Choice(id=f"c{index}", label=label(turn, bundle, index)) for index in range(len(bundle.matters))]
    choices.append(Choice(id="none", label=text("which-none"), means=Act.NO))
    return Question(paragraphs=[text("which-matter")], choices=choices, columns=1)


def _fill_which(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle:
    held, known = bundle.held, bundle.with_(held=None)
    if held is None or answer.choice is None or answer.choice == "none":
        return known
    index = int(answer.choice.removeprefix("c"))
    draft = known.matters[index]
    message = answer.message.model_copy(update={"text": held.words, "point": held.point, "photos": []})
    said = Answer(message=message, reading=turn.read(held.words))
    return _changed(turn, known.put(draft.with_(photos=[*draft.photos, *held.photos]), index), index, said)


WHICH = Slot[Bundle](
    name="which",
    is_missing=lambda _turn, bundle: bundle.held is not None,
    asked=_ask_which,
    filled=_fill_which,
)
"""Which of several matters a correction is about."""


def _ask_confirm(turn: Turn, bundle: Bundle) -> Question:
    if bundle.is_single:
        choices = [
            Choice(id="send", label=text("send"), means=Act.YES),
            Choice(id="change", label=text("change"), means=Act.NO),
            Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
            *discretion.choices(turn, bundle),
        ]
        return Question(paragraphs=_card(turn, bundle.current), choices=choices, accepts=CORRECTABLE, columns=3)
    # The buttons that change come first: where choices are typed by their number, it is the number of the matter.
    count = len(bundle.matters)
    choices = [
        *(Choice(id=f"c{index}", label=text("change-one", position=index + 1)) for index in range(count)),
        Choice(id="send", label=text("send-all", count=count), means=Act.YES),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
        *discretion.choices(turn, bundle),
    ]
    columns = min(count, _MOST_COLUMNS)
    return Question(paragraphs=_card_of_all(turn, bundle), choices=choices, accepts=CORRECTABLE, columns=columns)


def _card(turn: Turn, draft: Draft) -> list[Paragraph]:
    """The report as it will be sent."""
    what = text("card-what", service=Named(names=turn.city.service(draft.service or turn.city.general.code).name))
    return [text("card-check"), Lines(lines=[what, *_details(turn, draft)])]


def _card_of_all(turn: Turn, bundle: Bundle) -> list[Paragraph]:
    """All reports as they will be sent, numbered."""
    count = len(bundle.matters)
    numbered = [
        Lines(lines=[label(turn, bundle, index), *_details(turn, draft)]) for index, draft in enumerate(bundle.matters)
    ]
    return [text("card-check-all", count=count), *numbered]


def _details(turn: Turn, draft: Draft) -> list[Text]:
    lines = [text("card-where", place=shown(draft.place))] if draft.place is not None else []
    lines.append(text("card-words", words=draft.words))
    if draft.photos:
        lines.append(text("card-photos", count=len(draft.photos)))
    if draft.joins is not None:
        return [*lines, text("card-joins", number=str(draft.joins))]
    service = turn.city.service(draft.service or turn.city.general.code)
    due = Moment(at=promise.due(turn.city, service, turn.now))
    department = Named(names=turn.city.department(service.department).name)
    return [*lines, *discretion.lines(turn, draft), text("card-promise", department=department, due=due)]


def _fill_confirm(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle:
    fewer = _fewer(turn, bundle, answer)
    discreet = discretion.chosen(turn, bundle, answer)
    if fewer is not None or discreet is not None:
        return fewer or discreet or bundle
    match answer.choice:
        case None:
            if _is_else(bundle, answer):
                raise AnotherMatter
            return _corrected(turn, bundle, answer)
        case "send":
            return bundle.with_(confirmed=True)
        case "cancel":
            raise Cancelled
        case chosen:
            index = 0 if chosen == "change" else int(chosen.removeprefix("c"))
            return bundle.put(bundle.matters[index].with_(changing=True), index)


_SURELY_ELSE = MappingProxyType(
    {Act.VOTE: 0.9, Act.SUGGEST: 0.9, Act.COMPLAINT_ABOUT_CITY: 0.9, Act.QUESTION: 0.75, Act.OFF_TOPIC: 0.75}
)
"""Probability from which such an act belongs to no report: "there should be a light there too" still does."""
_NEVER = 1.1


def _is_else(bundle: Bundle, answer: Answer) -> bool:
    """Whether words surely want something else than what is on the card; what they named is no part of it then."""
    reading = answer.reading
    sure = reading.acts.get(reading.act, 0.0)
    if answer.message.photos or answer.message.point:
        return False
    if reading.places:
        streets = {draft.place.street for draft in bundle.matters if draft.place is not None}
        return reading.act is Act.SUGGEST and sure >= SURE and reading.places[0].street not in streets
    if reading.act is Act.QUESTION and answer.message.text.rstrip().endswith("?"):
        return sure >= SURE
    return sure >= _SURELY_ELSE.get(reading.act, _NEVER)


def _fewer(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle | None:
    """What is left after "only the first"; None when nothing like it was said."""
    if bundle.is_single or answer.message.pressed is not None:
        return None
    kept = meant.kept(turn, bundle, answer)
    return None if kept is None else bundle.keeping(*kept)


def _corrected(turn: Turn, bundle: Bundle, answer: Answer) -> Bundle:
    """What a message changes on a card; of several, photos alone belong to all of them."""
    if bundle.is_single:
        return bundle.put(corrected(turn, bundle.current, answer))
    if not answer.message.text.strip() and answer.message.point is None:
        photos = turn.photos()
        return bundle.with_(matters=[draft.with_(photos=[*draft.photos, *photos]) for draft in bundle.matters])
    if meant.is_another_matter(bundle, answer.reading):
        raise AnotherMatter
    found = meant.matter(bundle, answer.reading)
    if found is not None:
        return _changed(turn, bundle, found, answer)
    held = Held(words=answer.message.text.strip(), point=answer.message.point, photos=turn.photos())
    return bundle.with_(held=held)


def _changed(turn: Turn, bundle: Bundle, index: int, answer: Answer) -> Bundle:
    draft, reading = bundle.matters[index], answer.reading
    if meant.by_service(bundle, reading) == index:
        # "The streetlight is at 42": the service says which one, and not what it should be.
        answer = answer.model_copy(update={"reading": reading.model_copy(update={"services": {}})})
    changed = corrected(turn, draft, answer, is_named=True)
    if changed.changing and reading.ordinal is None and reading.act is not Act.CORRECTION:
        changed = draft.telling(reading.text)
    return bundle.put(changed, index)


def _without(bundle: Bundle, index: int) -> Bundle:
    return bundle.keeping(*(other for other in range(len(bundle.matters)) if other != index))


CONFIRM = Slot[Bundle](
    name="confirm",
    is_missing=lambda _turn, bundle: not bundle.confirmed and any(draft.is_to_send for draft in bundle.matters),
    asked=_ask_confirm,
    filled=_fill_confirm,
)
"""The one confirmation before anything is sent."""
