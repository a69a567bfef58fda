"""Suggest: from "it would be great to have …" to a proposal that others can support, after one confirmation."""

from backend.proposals import proposals, similar, supports
from backend.proposals.similar import Similar
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import Cancelled, Form, Slot, Unusable
from bot.conversation.masking import MASK
from bot.conversation.phones import takes_pictures
from bot.conversation.places import kept_place, shown
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.proposals import amend, pattern, supporting
from bot.topics.proposals.pitch import WORDS_LIMIT, Pitch, of, pitched
from bot.topics.proposals.proposal_lines import called, line
from nlp.reading import Act
from storage.asks import Ask
from storage.clusters import ReportCluster
from storage.proposals import Proposal

_OFFERED = 3
"""Similar proposals offered at once: more would be a list to study."""
_WORDS = frozenset({Accepts.WORDS, Accepts.PHOTO})


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
    place = kept_place(cluster.address, cluster.area, lat=cluster.lat, lon=cluster.lon)
    FORM.go_on(turn, Pitch(language=turn.language, place=place, cluster=cluster.id), first=text("pattern-what"))


def again(turn: Turn, proposal: Proposal) -> None:
    """Change a proposal that staff gave back, and hand it in again."""
    FORM.go_on(turn, of(proposal).with_(changing="which"))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Go on with the form."""
    return FORM.answered(turn, ask.step, ask.state, answer)


def _ask_words(_turn: Turn, _pitch: Pitch) -> Question:
    return Question(paragraphs=[text("suggest-what")], accepts=amend.ANYTHING)


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
    return amend.corrected(turn, pitch, answer)


def _ask_confirm(turn: Turn, pitch: Pitch) -> Question:
    choices = [
        Choice(id="send", label=text("suggest-publish"), means=Act.YES),
        Choice(id="change", label=text("change"), means=Act.NO),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
    ]
    return Question(
        paragraphs=_card(turn, pitch), choices=choices, accepts=amend.ANYTHING, columns=3, photos=pitch.photos
    )


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
    if pitch.photos or not takes_pictures(turn.session, turn.urn):
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
            return amend.corrected(turn, pitch, answer)


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
        Slot[Pitch]("change", lambda _t, pitch: pitch.changing == "which", amend.ask_change, amend.fill_change),
        Slot[Pitch]("title", lambda _t, pitch: pitch.changing == "title", amend.ask_title, amend.fill_title),
        Slot[Pitch]("topic", lambda _t, pitch: pitch.changing == "topic", amend.ask_topic, amend.fill_topic),
        Slot[Pitch]("place", lambda _t, pitch: pitch.changing == "place", amend.ask_place, amend.fill_place),
        Slot[Pitch]("similar", lambda turn, pitch: bool(_found(turn, pitch, limit=1)), _ask_similar, _fill_similar),
        Slot[Pitch](
            "confirm", lambda _t, pitch: not pitch.confirmed and pitch.supports is None, _ask_confirm, _fill_confirm
        ),
    ],
    finish=_finish,
)
"""What a proposal needs, in the order in which it is asked."""
