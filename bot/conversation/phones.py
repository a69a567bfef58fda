"""Channels on which a reply is a text message: no buttons, no pictures, every character paid for."""

PHONES = frozenset({"sms", "terminal-sms"})
"""The gateways' channel, and the phone that the terminal plays."""
