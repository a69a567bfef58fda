"""A turn: one message of one contact, and all that a topic needs to deal with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session, func, select

from backend.city.city import City
from backend.questions.retrieval import Retriever
from bot.channels.sms import pages
from bot.conversation.ask import Question, close, open_ask, open_asks, question_of
from bot.conversation.message import Message, Point
from bot.conversation.phones import PHONES
from bot.conversation.reply import Choice, Paragraph, Priority, Reply
from bot.conversation.texts import Texts
from nlp.gazetteer import Gazetteer
from nlp.masking import masked
from nlp.reader import Reader
from nlp.reading import Hints, Reading
from storage.asks import Ask, AskStatus
from storage.contacts import Contact, Urn
from storage.mail import Outbox
from storage.people import Staff
from storage.post import best_urn, keep_media, post


@dataclass(frozen=True, kw_only=True)
class House:
    """What stays the same from turn to turn: the city, its words, who understands them, and what is answered."""

    city: City
    texts: Texts
    reader: Reader
    gazetteer: Gazetteer
    answers: Retriever


@dataclass(kw_only=True)
class Turn:
    """One message being dealt with, inside one transaction."""

    house: House
    session: Session
    contact: Contact
    urn: Urn
    message: Message
    reading: Reading
    now: datetime
    inbox_id: int
    staff: Staff | None = None
    answering: Ask | None = None
    opened: list[int] = field(default_factory=list)
    replaced: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    said: bool = False
    regardless: bool = False
    newest: Outbox | None = None

    @property
    def city(self) -> City:
        """The city that is spoken for."""
        return self.house.city

    @property
    def language(self) -> str:
        """The language that the contact is answered in."""
        return self.contact.language

    def languages(self, then: str = "") -> list[str]:
        """The city's languages: the speaker's own first, next the one named, then the others in the city's order."""
        own = self.language
        return sorted(self.city.languages, key=lambda language: (language != own, language != then))

    def read(self, words: str) -> Reading:
        """Understand a part of the message, or words from earlier, on their own."""
        return self.house.reader.read(words, Hints(language=self.language))

    def masked(self, words: str, *, after: str = "") -> str:
        """Words as others than their writer may read them: without the personal data in them, or told `after` which."""
        personal = self.house.reader.personal
        return masked(words, personal(words), personal(after))

    def label(self, choice: Choice) -> str:
        """A choice as the contact sees it."""
        return self.house.texts.label(choice, self.language)

    def photos(self) -> list[int]:
        """The media ids of the message's pictures."""
        return keep_media(self.session, [(photo.channel, photo.file_id) for photo in self.message.photos])

    def say(self, *paragraphs: Paragraph, photos: Sequence[int] = (), point: Point | None = None) -> None:
        """Answer with words that ask for nothing."""
        self.said = True
        self.post(Reply(paragraphs=list(paragraphs), photos=list(photos), point=point))

    def ask(
        self,
        topic: str,
        step: str,
        state: BaseModel,
        question: Question,
        *,
        standing: bool = False,
        replaces: bool = False,
    ) -> Ask:
        """Put a question; with `replaces`, in the place of the one just answered where the channel can do so."""
        previous = self.answering if self.answering and self.answering.topic == topic else None
        ask = open_ask(
            self.session,
            contact_id=self.contact.id,
            topic=topic,
            step=step,
            state=state,
            question=question,
            previous=None if standing else previous,
            standing=standing,
            now=self.now,
        )
        self.put(ask, replaces=self.answering.id if replaces and self.answering else None)
        return ask

    def put(self, ask: Ask, *, replaces: int | None = None) -> None:
        """Say a question that is written down already, for the first time or again."""
        self.opened.append(ask.id)
        if replaces is not None:
            self.replaced.append(replaces)
        self.post(reply_of(question_of(ask), ask.id, replaces=replaces))

    def times_put(self, ask: Ask) -> int:
        """How often a question was said by now."""
        return self.session.exec(select(func.count()).select_from(Outbox).where(Outbox.ask_id == ask.id)).one()

    def renew(self, ask: Ask) -> None:
        """Put a question that is over once more, with all that was known when it was asked."""
        copy = Ask(**ask.model_dump(exclude={"id", "status", "closed_at"}))
        copy.created_at, copy.expires_at = self.now, self.now + (ask.expires_at - ask.created_at)
        self.session.add(copy)
        self.session.flush()
        self.put(copy)

    def open_form(self) -> Ask | None:
        """The newest unfinished question that is not merely standing under a notice."""
        asks = open_asks(self.session, self.contact.id, self.now)
        return next((ask for ask in asks if not ask.standing), None)

    def settle(self, ask: Ask, status: AskStatus = AskStatus.ANSWERED) -> None:
        """End a question and take its buttons away."""
        close(ask, status, self.now)
        if self.urn.channel not in PHONES:
            self.post(Reply(settles=ask.id), Priority.NOTICE)

    def keep(self, ask: Ask) -> None:
        """Leave a question open although it was answered: a menu can be chosen from again and again."""
        self.kept.append(ask.id)

    def tell(self, contact_id: int, reply: Reply, *, request_id: int | None = None) -> None:
        """Send a notice to somebody else."""
        notify(self.session, contact_id, reply, now=self.now, request_id=request_id)

    def post(self, reply: Reply, priority: Priority = Priority.REPLY) -> None:
        """Send a reply to where the message came from."""
        reply = reply.model_copy(update={"regardless": True}) if self.regardless else reply
        if self.urn.channel in PHONES and priority is Priority.REPLY and self._written(reply):
            return
        row = post(
            self.session,
            self.urn,
            reply.model_dump(mode="json", exclude_defaults=True),
            priority=priority,
            now=self.now,
            inbox_id=self.inbox_id,
            ask_id=reply.ask,
            regardless=reply.regardless,
        )
        if priority is Priority.REPLY:
            self.newest = row

    def _written(self, reply: Reply) -> bool:
        """Write a reply below the one before it, since on a phone every message is paid for; False when it can't be."""
        if self.newest is None or self.newest.ask_id is not None:
            return False
        before = Reply.model_validate(self.newest.payload)
        paragraphs, unkept = [*before.paragraphs, *reply.paragraphs], before.unkept or reply.unkept
        both = reply.model_copy(update={"paragraphs": paragraphs, "unkept": unkept})
        alone = pages.count_of(reply, self.house.texts, self.language)
        if before.page or reply.page or pages.count_of(both, self.house.texts, self.language) > alone:
            return False
        self.newest.payload = both.model_dump(mode="json", exclude_defaults=True)
        self.newest.ask_id = reply.ask
        return True


def reply_of(question: Question, ask_id: int | None = None, *, replaces: int | None = None) -> Reply:
    """A question as a message."""
    return Reply(
        paragraphs=question.paragraphs,
        choices=question.choices,
        columns=question.columns,
        photos=question.photos,
        point=question.point,
        ask=ask_id,
        replaces=replaces,
        wants_point=question.wants_point,
        wants_phone=question.wants_phone,
        counts=question.counts,
    )


def notify(session: Session, contact_id: int, reply: Reply, *, now: datetime, request_id: int | None = None) -> None:
    """Send a notice to a contact, wherever they were last seen."""
    urn = best_urn(session, contact_id)
    if urn is not None:
        payload = reply.model_dump(mode="json", exclude_defaults=True)
        post(
            session,
            urn,
            payload,
            priority=Priority.NOTICE,
            now=now,
            ask_id=reply.ask,
            request_id=request_id,
            contact_id=contact_id,
        )


def put_to(
    session: Session,
    contact_id: int,
    question: Question,
    *,
    topic: str,
    step: str,
    state: BaseModel,
    now: datetime,
    request_id: int | None = None,
) -> Ask:
    """Put a question to somebody who has not written, under a notice; it waits for as long as they like."""
    ask = open_ask(
        session,
        contact_id=contact_id,
        topic=topic,
        step=step,
        state=state,
        question=question,
        previous=None,
        standing=True,
        now=now,
    )
    notify(session, contact_id, reply_of(question, ask.id), now=now, request_id=request_id)
    return ask
