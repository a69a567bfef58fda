"""Suggest: from "it would be great to have …" to a proposal that others can support, after one confirmation."""

from backend.proposals import proposals, similar, supports
from backend.proposals.similar import Similar
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import AnotherMatter, Cancelled, Form, Slot, Unusable
from bot.conversation.masking import MASK, public
from bot.conversation.phones import PHONES
from bot.conversation.places import shown
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.proposals import pattern, supporting
from bot.topics.proposals.pitch import WORDS_LIMIT, Pitch, of, pitched, place_in, topic_of
from bot.topics.proposals.proposal_lines import called, line
from bot.topics.reports import placing
from nlp.gist import TITLE, shortened
from nlp.reading import Act, Place, Precision
from storage.asks import Ask
from storage.clusters import ReportCluster
from storage.proposals import Proposal

_OFFERED = 3
"""Similar proposals offered at once: more would be a list to study."""
_WORDS = frozenset({Accepts.WORDS, Accepts.PHOTO})
_ANYTHING = frozenset({Accepts.WORDS, Accepts.PLACE, Accepts.PHOTO})


def begin(turn: Turn) -> None:
    """Open a proposal with what was said."""
    begin_with(turn, turn.message.text.strip(), turn.photos())


def begin_with(turn: Turn, words: str, photos: list[int]) -> None:
    """Open a proposal with words from now or from earlier."""
    if not words:
        FORM.go_on(turn, Pitch(language=turn.language, photos=photos))
        return
    if len(words) > WORDS_LIMIT:
        turn.say(text("words-cut", limit=WORDS_LIMIT))
    pitch = pitched(turn.city, words, turn.read(words)).with_(photos=photos)
    if turn.message.point is not None:
        place = turn.house.gazetteer.locate(turn.message.point.lat, turn.message.point.lon)
        pitch = pitch.with_(place=place if place.inside else None)
    if not pitch.idea().terms and pitch.place is None:
        # "I have an idea" names none yet.
        pitch = Pitch(language=pitch.language, photos=photos)
    FORM.go_on(turn, pitch)


def command(turn: Turn, rest: str) -> None:
    """The command /suggest, alone or with the idea."""
    begin_with(turn, rest, turn.photos())


def begin_from(turn: Turn, cluster: ReportCluster) -> None:
    """Open a proposal about a pattern of reports: where it is for is known, what the city should do is asked."""
    place = Place(text=cluster.address, precision=Precision.LANDMARK, area=cluster.area)
    street = cluster.address.removesuffix(cluster.area or "").rstrip(", ")
    place = place.model_copy(update={"text": street, "lat": cluster.lat, "lon": cluster.lon})
    FORM.go_on(turn, Pitch(language=turn.language, place=place, cluster=cluster.id), first=text("pattern-what"))


def again(turn: Turn, proposal: Proposal) -> None:
    """Change a proposal that staff gave back, and hand it in again."""
    FORM.go_on(turn, of(proposal).with_(changing="which"))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Go on with the form."""
    return FORM.answered(turn, ask.step, ask.state, answer)


def _ask_words(_turn: Turn, _pitch: Pitch) -> Question:
    return Question(paragraphs=[text("suggest-what")], accepts=_ANYTHING)


def _fill_words(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    words = answer.message.text.strip()
    photos = [*pitch.photos, *turn.photos()]
    if not words:
        raise Unusable(text("suggest-words-please"), pitch.with_(photos=photos))
    told = pitched(turn.city, words, turn.read(words))
    kept = {"number": pitch.number, "cluster": pitch.cluster, "different": pitch.different}
    return told.with_(photos=photos, place=told.place or pitch.place, **kept)


def _found(turn: Turn, pitch: Pitch, *, limit: int = _OFFERED) -> list[Similar]:
    if pitch.different or pitch.confirmed or pitch.supports is not None:
        return []
    return similar.find(turn.session, pitch.idea(), limit=limit, without=pitch.number)


def _ask_similar(turn: Turn, pitch: Pitch) -> Question:
    found = _found(turn, pitch)
    own = all(_is_in_it(turn, one.proposal) for one in found)
    head = text("similar-own" if own else "similar", count=found[0].proposal.supporters, shown=len(found))
    lines: list[Paragraph] = [line(one.proposal) for one in found]
    if len(found) == 1:
        label = text("similar-this") if own else text("support-it")
        choices = [Choice(id=f"y{found[0].proposal.id}", label=label, means=Act.YES)]
    else:
        choices = [
            Choice(id=f"y{one.proposal.id}", label=text("support-number", number=called(one.proposal))) for one in found
        ]
    choices.append(Choice(id="different", label=text("similar-different"), means=Act.NO))
    return Question(paragraphs=[head, *lines], choices=choices, accepts=_WORDS, columns=2)


def _is_in_it(turn: Turn, proposal: Proposal) -> bool:
    return supports.supports(turn.session, proposal.id, turn.contact.id)


def _fill_similar(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    if answer.choice == "different":
        return pitch.with_(different=True)
    if answer.choice is not None:
        return pitch.with_(supports=int(answer.choice.removeprefix("y")))
    return _corrected(turn, pitch, answer)


def _ask_change(_turn: Turn, _pitch: Pitch) -> Question:
    choices = [Choice(id=what, label=text(f"suggest-change-{what}")) for what in ("title", "words", "place", "topic")]
    choices.append(Choice(id="nothing", label=text("change-nothing"), means=Act.NO))
    return Question(paragraphs=[text("change-which")], choices=choices, accepts=_ANYTHING)


def _fill_change(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    match answer.choice:
        case "nothing":
            return pitch.with_(changing="")
        case "words":
            return pitch.with_(changing="", words="", title="")
        case None:
            return _corrected(turn, pitch.with_(changing=""), answer)
        case what:
            return pitch.with_(changing=what)


def _ask_title(_turn: Turn, pitch: Pitch) -> Question:
    asked = text("suggest-title", title=pitch.title, limit=TITLE)
    return Question(paragraphs=[asked], accepts=frozenset({Accepts.DICTATION}))


def _fill_title(_turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    title = " ".join(public(answer.message.text, answer.reading).split())
    return pitch.with_(changing="", title=shortened(title, TITLE))


def _ask_topic(turn: Turn, _pitch: Pitch) -> Question:
    topics = turn.city.participation.topics
    choices = [Choice(id=topic.code, label=Named(names=topic.name)) for topic in (*topics[1:], topics[0])]
    return Question(paragraphs=[text("suggest-topic")], choices=choices, accepts=frozenset({Accepts.WORDS}))


def _fill_topic(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    code = answer.choice or topic_of(turn.city.participation, answer.message.text, answer.reading).code
    return pitch.with_(changing="", topic=code)


def _ask_place(turn: Turn, _pitch: Pitch) -> Question:
    whole = Choice(id="city", label=Named(names=turn.city.participation.level_of(None).name))
    return Question(paragraphs=[text("suggest-place")], choices=[whole], accepts=placing.ACCEPTS)


def _fill_place(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    if answer.choice == "city":
        return pitch.with_(changing="", place=None)
    found, options = placing.understood(turn, answer)
    place = found or place_in(answer.reading) or (options[0] if options else None)
    if place is None:
        raise Unusable(placing.not_found(answer), pitch)
    return pitch.with_(changing="", place=place)


def _ask_confirm(turn: Turn, pitch: Pitch) -> Question:
    choices = [
        Choice(id="send", label=text("suggest-publish"), means=Act.YES),
        Choice(id="change", label=text("change"), means=Act.NO),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
    ]
    return Question(paragraphs=_card(turn, pitch), choices=choices, accepts=_ANYTHING, columns=3, photos=pitch.photos)


def _card(turn: Turn, pitch: Pitch) -> list[Paragraph]:
    rules = turn.city.participation
    level = rules.level_of(pitch.area)
    lines = [text("suggest-card-title", title=pitch.title)]
    if pitch.summary.rstrip(" .!?") != pitch.title:
        lines.append(text("proposal-summary", words=pitch.summary))
    lines.append(text("proposal-topic", topic=Named(names=rules.topic(pitch.topic).name)))
    lines.append(text("proposal-where", place=shown(pitch.place)) if pitch.place else text("proposal-where-city"))
    known = {"threshold": level.threshold, "days": level.days, "answer": rules.answer_days}
    lines.append(text("suggest-card-rules", **known))
    paragraphs: list[Paragraph] = [text("suggest-check"), Lines(lines=lines)]
    if MASK in pitch.words:
        paragraphs.append(text("suggest-masked"))
    if pitch.photos or turn.urn.channel in PHONES:
        return paragraphs
    return [*paragraphs, text("suggest-photo")]


def _fill_confirm(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    match answer.choice:
        case "send":
            return pitch.with_(confirmed=True)
        case "change":
            return pitch.with_(changing="which")
        case "cancel":
            raise Cancelled
        case _:
            return _corrected(turn, pitch, answer)


def _corrected(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    """What a message changes in a proposal that is not published yet; raises AnotherMatter when it is another one."""
    pitch = pitch.with_(photos=[*pitch.photos, *turn.photos()])
    if answer.message.point is not None:
        pin = turn.house.gazetteer.locate(answer.message.point.lat, answer.message.point.lon)
        return pitch.with_(place=pin if pin.inside else pitch.place)
    words = answer.message.text.strip()
    if not words:
        return pitch
    reading = answer.reading
    if reading.act in (Act.REPORT, Act.SUGGEST, Act.QUESTION) and len(words.split()) > 4:
        raise AnotherMatter
    if place := place_in(reading):
        return pitch.with_(place=place, different=False)
    if reading.act is Act.CORRECTION:
        return pitch.with_(changing="which")
    both = f"{pitch.words}\n{words}"
    told = pitched(turn.city, both, turn.read(both))
    return pitch.with_(words=told.words, summary=told.summary)


def _finish(turn: Turn, pitch: Pitch) -> None:
    if pitch.supports is not None:
        supporting.support(turn, pitch.supports)
        return
    if pitch.number is not None:
        proposal = proposals.resubmit(
            turn.session, turn.city, pitch.number, pitch.new(), contact_id=turn.contact.id, now=turn.now
        )
    else:
        proposal = proposals.propose(turn.session, turn.city, pitch.new(), contact_id=turn.contact.id, now=turn.now)
    turn.say(_published(turn, proposal))
    if pitch.cluster is not None:
        pattern.spread(turn, pitch.cluster, proposal)


def _published(turn: Turn, proposal: Proposal) -> Text:
    if proposal.expires_at is None:
        return text("suggest-prescreened", number=called(proposal))
    level = turn.city.participation.level(proposal.level)
    return text(
        "suggest-published",
        number=called(proposal),
        threshold=proposal.threshold,
        level=proposal.area or Named(names=level.name),
        until=Moment(at=proposal.expires_at),
    )


FORM = Form(
    topic="suggest",
    draft=Pitch,
    slots=[
        Slot[Pitch]("words", lambda _t, pitch: not pitch.title, _ask_words, _fill_words),
        Slot[Pitch]("change", lambda _t, pitch: pitch.changing == "which", _ask_change, _fill_change),
        Slot[Pitch]("title", lambda _t, pitch: pitch.changing == "title", _ask_title, _fill_title),
        Slot[Pitch]("topic", lambda _t, pitch: pitch.changing == "topic", _ask_topic, _fill_topic),
        Slot[Pitch]("place", lambda _t, pitch: pitch.changing == "place", _ask_place, _fill_place),
        Slot[Pitch]("similar", lambda turn, pitch: bool(_found(turn, pitch, limit=1)), _ask_similar, _fill_similar),
        Slot[Pitch](
            "confirm", lambda _t, pitch: not pitch.confirmed and pitch.supports is None, _ask_confirm, _fill_confirm
        ),
    ],
    finish=_finish,
)
"""What a proposal needs, in the order in which it is asked."""
