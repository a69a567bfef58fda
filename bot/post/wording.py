"""Wording: how a row of the outbox is put into words, for buttons or for phones."""

from sqlmodel import Session

from bot.channels.sms import pages
from bot.channels.sms.addressing import addressed
from bot.conversation.phones import PHONES
from bot.conversation.rendering import render, reply_in
from bot.conversation.reply import Rendered
from bot.conversation.turn import House
from bot.post.letter import Render
from storage.contacts import Contact
from storage.mail import Outbox


def wording(house: House) -> Render:
    """What puts rows into the words of their reader's language."""

    def in_words(session: Session, row: Outbox) -> Rendered:
        language = session.get_one(Contact, row.contact_id).language
        if row.channel in PHONES:
            reply = addressed(session, row, reply_in(row))
            return pages.render(reply, house.texts, language).model_copy(update={"reference": row.id})
        return render(reply_in(row), house.texts, language)

    return in_words
