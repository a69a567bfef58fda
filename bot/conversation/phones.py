"""Channels on which a reply is a text message: no buttons, no pictures, every character paid for."""

from sqlmodel import Session

from storage.contacts import Urn
from storage.phones import Phone

PHONES = frozenset({"sms", "terminal-sms"})
"""The gateways' channel, and the phone that the terminal plays."""
_BRING_PICTURES = frozenset({"twilio"})
"""The gateways over which an MMS reaches the city."""


def takes_pictures(session: Session, urn: Urn) -> bool:
    """Whether a picture that is sent from there arrives: from a phone only where its gateway brings them."""
    if urn.channel not in PHONES:
        return True
    phone = session.get(Phone, urn.address.removeprefix("tel:"))
    return phone is not None and phone.gateway in _BRING_PICTURES
