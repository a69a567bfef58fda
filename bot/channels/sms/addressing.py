"""Whom a text is for, said in front of it where several people share a phone."""

from sqlmodel import Session

from bot.conversation.reply import Reply, text
from storage.contacts import Contact, Urn
from storage.mail import Outbox


def addressed(session: Session, row: Outbox, reply: Reply) -> Reply:
    """The reply, with the name of its recipient when somebody else spoke from this phone last."""
    speaking = session.get_one(Urn, row.urn_id).contact_id
    name = session.get_one(Contact, row.contact_id).name
    if row.contact_id == speaking or not name or not reply.paragraphs:
        return reply
    return reply.model_copy(update={"paragraphs": [text("profile-for", name=name), *reply.paragraphs]})
