"""Amend: what somebody changes in a proposal before it is published: by button, or by what they say instead."""

from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import AnotherMatter, Unusable
from bot.conversation.masking import public
from bot.conversation.reply import Choice, Named, text
from bot.conversation.turn import Turn
from bot.topics.proposals.pitch import Pitch, pitched, place_in, topic_of
from bot.topics.reports import placing
from nlp.gist import TITLE, shortened
from nlp.reading import Act

ANYTHING = frozenset({Accepts.WORDS, Accepts.PLACE, Accepts.PHOTO})


def ask_change(_turn: Turn, _pitch: Pitch) -> Question:
    """Ask what is to be changed."""
    choices = [Choice(id=what, label=text(f"suggest-change-{what}")) for what in ("title", "words", "place", "topic")]
    choices.append(Choice(id="nothing", label=text("change-nothing"), means=Act.NO))
    return Question(paragraphs=[text("change-which")], choices=choices, accepts=ANYTHING)


def fill_change(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    """Turn to what was named; words said instead are a correction."""
    match answer.choice:
        case "nothing":
            return pitch.with_(changing="")
        case "words":
            return pitch.with_(changing="", words="", title="")
        case None:
            return corrected(turn, pitch.with_(changing=""), answer)
        case what:
            return pitch.with_(changing=what)


def ask_title(_turn: Turn, pitch: Pitch) -> Question:
    """Ask for a title."""
    asked = text("suggest-title", title=pitch.title, limit=TITLE)
    return Question(paragraphs=[asked], accepts=frozenset({Accepts.DICTATION}))


def fill_title(_turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    """Take a title, without the personal data in it."""
    title = " ".join(public(answer.message.text, answer.reading).split())
    return pitch.with_(changing="", title=shortened(title, TITLE))


def ask_topic(turn: Turn, _pitch: Pitch) -> Question:
    """Ask for the topic."""
    topics = turn.city.participation.topics
    choices = [Choice(id=topic.code, label=Named(names=topic.name)) for topic in (*topics[1:], topics[0])]
    return Question(paragraphs=[text("suggest-topic")], choices=choices, accepts=frozenset({Accepts.WORDS}))


def fill_topic(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    """Take a topic, chosen or said."""
    code = answer.choice or topic_of(turn.city.participation, answer.message.text, answer.reading).code
    return pitch.with_(changing="", topic=code)


def ask_place(turn: Turn, _pitch: Pitch) -> Question:
    """Ask where it is for."""
    whole = Choice(id="city", label=Named(names=turn.city.participation.level_of(None).name))
    return Question(paragraphs=[text("suggest-place")], choices=[whole], accepts=placing.ACCEPTS)


def fill_place(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
    """Take a place, or the whole city; raises Unusable for one that is not known."""
    if answer.choice == "city":
        return pitch.with_(changing="", place=None)
    found, options = placing.understood(turn, answer)
    place = found or place_in(answer.reading) or (options[0] if options else None)
    if place is None:
        raise Unusable(placing.not_found(answer), pitch)
    return pitch.with_(changing="", place=place)


def corrected(turn: Turn, pitch: Pitch, answer: Answer) -> Pitch:
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
