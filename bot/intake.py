"""Intake: what channels receive goes into the inbox, committed, before anybody acknowledges it."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.conversation.message import Message
from bot.unpacking import WAIT
from storage import mailbox
from storage.database import Database


class Intake:
    """Stores messages and wakes the desk; the languages are the city's, its first one for people who give no hint.

    Messages with files are handed to `unpack` once they are stored, and wait for it a while.
    """

    def __init__(
        self,
        database: Database,
        languages: Sequence[str],
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        unpack: Callable[[Message], None] | None = None,
    ) -> None:
        self._database = database
        self._languages = languages
        self._clock = clock
        self._wake = wake
        self._unpack = unpack

    async def __call__(self, messages: Sequence[Message]) -> None:
        """Store messages of a channel; returns once they are committed."""
        await asyncio.to_thread(self.store, messages)
        self.unpack(messages)
        self._wake()

    def unpack(self, messages: Sequence[Message]) -> None:
        """Begin to look into the files of messages that are stored; to be called on the event loop."""
        for message in messages:
            if self._unpack is not None and message.has_files:
                self._unpack(message)

    def store(self, messages: Sequence[Message]) -> None:
        """Store messages in one transaction; those that were stored before are passed by."""
        with self._database.transaction() as session:
            for message in messages:
                mailbox.receive(session, self.received(message), self._clock())

    def received(self, message: Message) -> mailbox.Received:
        """A message as the inbox takes it, with the language to begin with."""
        known = message.language in self._languages
        return mailbox.Received(
            channel=message.channel,
            external_id=message.external_id,
            address=message.urn,
            name=message.name,
            language=message.language if known and message.language else self._languages[0],
            album=message.album,
            payload=message.model_dump(mode="json", exclude_defaults=True),
            patience=WAIT if self._unpack is not None and message.has_files else timedelta(),
        )
