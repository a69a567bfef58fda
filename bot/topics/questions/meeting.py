"""Meeting: an official answers what residents ask and support beforehand; every answer is sent as it comes and kept."""

from pydantic import BaseModel, ConfigDict

from backend.questions import meetingquestions, meetings
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.fitting import folded
from bot.conversation.masking import public
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.spoken import spoken
from bot.conversation.turn import Turn
from bot.topics.talk import language
from storage.asks import Ask
from storage.meetings import Meeting, MeetingQuestion, MeetingState

_LIMIT = 500
"""Characters of a question."""


class AboutMeeting(BaseModel):
    """The meeting that is spoken of, and from which question on its list goes on."""

    model_config = ConfigDict(frozen=True)

    number: int = 0
    offset: int = 0


def command(turn: Turn, rest: str) -> None:
    """The command /meetings: those to come and those held, or one by its number."""
    if (number := Series.MEETING.given(rest)) is not None:
        show(turn, number)
        return
    rows = [*meetings.coming(turn.session), *meetings.past(turn.session)]
    if not rows:
        turn.say(text("meetings-none"))
        return
    choices = [Choice(id=called(row), label=called(row)) for row in rows]
    lines = Lines(lines=[line(row) for row in rows])
    question = Question(paragraphs=[text("meetings"), lines], choices=choices, columns=4)
    turn.ask("meeting", "list", AboutMeeting(), question, standing=True)


def asked(turn: Turn) -> bool:
    """Deal with a meeting's number on its own, or the mere word for meetings."""
    number = Series.MEETING.alone(turn.message.text)
    if number is not None:
        show(turn, number)
        return True
    words = folded(turn.message.text)
    languages = spoken(turn, "meetings-words", words) if words and " " not in words else set()
    if languages:
        language.adopt_of_word(turn, languages)
        command(turn, "")
    return bool(languages)


def called(meeting: Meeting) -> str:
    """How a meeting is called: M and its number."""
    return Series.MEETING.of(meeting.id)


def line(meeting: Meeting) -> Text:
    """A meeting in one line."""
    return text(
        f"meeting-line-{meeting.state.value}",
        number=called(meeting),
        official=meeting.official,
        title=Named(names=meeting.titles),
        begins=Moment(at=meeting.begins_at, style="datetime"),
    )


def show(turn: Turn, number: int, *, offset: int = 0) -> None:
    """Show a meeting: what is asked, the most supported first, and what was answered."""
    meeting = meetings.find(turn.session, number)
    done = meetingquestions.listed(turn.session, number, answered=True, limit=20)
    waiting = meetingquestions.listed(turn.session, number, offset=offset)
    paragraphs: list[Paragraph] = [line(meeting), *(Lines(lines=answer_lines(row)) for row in done)]
    over = meeting.state in (MeetingState.CLOSED, MeetingState.CANCELLED)
    if over:
        turn.say(*paragraphs)
        return
    if waiting:
        paragraphs.append(Lines(lines=[text("meeting-asked"), *(question_line(row) for row in waiting)]))
    choices = [Choice(id=f"q{row.id}", label=text("meeting-support", number=str(row.id))) for row in waiting]
    choices.append(Choice(id="ask", label=text("meeting-ask")))
    if not meetings.takes_part(turn.session, number, turn.contact.id):
        choices.append(Choice(id="join", label=text("meeting-join")))
    question = Question(paragraphs=paragraphs, choices=choices)
    turn.ask("meeting", "view", AboutMeeting(number=number, offset=offset), question, standing=True)


def question_line(row: MeetingQuestion) -> Text:
    """A question that waits."""
    return text("meeting-question", number=str(row.id), words=row.words, supporters=row.supporters)


def answer_lines(row: MeetingQuestion) -> list[Text]:
    """A question and its answer."""
    return [
        text("meeting-answered-question", words=row.words),
        text("meeting-answer", words=Named(names=row.answer)),
    ]


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button of the list or under a meeting, or the words of a question."""
    about = AboutMeeting.model_validate(ask.state)
    if ask.step == "words":
        _ask(turn, about.number, public(answer.message.text, answer.reading).strip())
        return True
    match answer.choice:
        case None:
            return False
        case "ask":
            asked_for = text("meeting-what", number=Series.MEETING.of(about.number), limit=_LIMIT)
            turn.ask("meeting", "words", about, Question(paragraphs=[asked_for], accepts=_DICTATION))
        case "join":
            meetings.join(turn.session, about.number, contact_id=turn.contact.id, now=turn.now)
            turn.say(text("meeting-joined", number=Series.MEETING.of(about.number)))
        case choice if choice.startswith("q"):
            turn.keep(ask)
            _support(turn, int(choice[1:]))
        case choice:
            turn.keep(ask)
            show(turn, Series.MEETING.alone(choice) or 0)
    return True


_DICTATION = frozenset({Accepts.DICTATION})


def _ask(turn: Turn, number: int, words: str) -> None:
    meetingquestions.ask(
        turn.session, number, words[:_LIMIT], language=turn.language, contact_id=turn.contact.id, now=turn.now
    )
    turn.say(text("meeting-question-kept", number=Series.MEETING.of(number)))


def _support(turn: Turn, id: int) -> None:
    row, new = meetingquestions.support(turn.session, id, contact_id=turn.contact.id, now=turn.now)
    said = "meeting-supported" if new else "meeting-supported-already"
    turn.say(text(said, words=row.words, supporters=row.supporters))
