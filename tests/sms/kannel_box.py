"""A real Kannel with its own fake network, and a phone on that network."""

import asyncio
import re
import shutil
import signal
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self
from urllib.parse import quote, unquote_to_bytes

from tests.town import Process, free_port

PASSWORD = "s3cret"
SENDER = "4040"
_LINE = re.compile(r"(\S+) (\S+) (?:udh (\S+) )?(text|data|ucs-2) ?(.*)", re.DOTALL)


def is_installed() -> bool:
    """Whether Debian's kannel is on this machine."""
    return all(shutil.which(box, path="/usr/sbin:/usr/local/sbin:/usr/bin") for box in ("bearerbox", "smsbox"))


class KannelBox:
    """bearerbox and smsbox on free ports; `mo_url` is where messages from phones are posted, without its query.

    With `smpp_port` the network is an SMSC there, instead of Kannel's own fake one.
    """

    def __init__(self, folder: Path, mo_url: str, secret: str, smpp_port: int | None = None) -> None:
        self.fake_port, self._admin, self._box, self._sendsms = (free_port() for _ in range(4))
        self.url = f"http://127.0.0.1:{self._sendsms}"
        self._smsc = _FAKE.format(port=self.fake_port) if smpp_port is None else _SMPP.format(port=smpp_port)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "spool").mkdir(exist_ok=True)
        configuration = folder / "kannel.conf"
        configuration.write_text(self._configuration(folder, mo_url, secret))
        self._bearerbox = Process(["/usr/sbin/bearerbox", str(configuration)], folder / "bearerbox.out", {})
        self._smsbox = Process(["/usr/sbin/smsbox", str(configuration)], folder / "smsbox.out", {})

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop(signal.SIGKILL)

    async def start(self) -> None:
        """Start both boxes and wait until messages can be sent."""
        await self._bearerbox.start("")
        await _open(self._box)
        await self._smsbox.start("")
        await _open(self._sendsms)

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop both boxes."""
        for box in (self._smsbox, self._bearerbox):
            with suppress(ProcessLookupError):
                await box.stop(how)

    def _configuration(self, folder: Path, mo_url: str, secret: str) -> str:
        return f"""
group = core
admin-port = {self._admin}
admin-interface = 127.0.0.1
admin-password = adminpw
smsbox-port = {self._box}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
box-deny-ip = "*.*.*.*"
admin-allow-ip = "127.0.0.1"
admin-deny-ip = "*.*.*.*"
log-file = "{folder}/bearerbox.log"
log-level = 1
store-type = spool
store-location = "{folder}/spool"
dlr-storage = internal
sms-resend-freq = 5
sms-resend-retry = 3
sms-combine-concatenated-mo = true
sms-combine-concatenated-mo-timeout = 30

{self._smsc}
group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = {self._box}
sendsms-port = {self._sendsms}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789 +-"
global-sender = {SENDER}
log-file = "{folder}/smsbox.log"
log-level = 1
http-request-retry = 100000
http-queue-delay = 1
http-timeout = 10
mo-recode = true

group = sendsms-user
username = agora
password = {PASSWORD}
user-allow-ip = "127.0.0.1"
user-deny-ip = "*.*.*.*"
max-messages = 6
concatenation = true
default-smsc = NET

group = sms-service
keyword = default
catch-all = true
post-url = "{mo_url}?id=%I&from=%p&to=%P&smsc=%i&ts=%T&coding=%c&charset=%C&udh=%u&k={secret}"
max-messages = 0
omit-empty = true
send-sender = true
"""


_FAKE = """
group = smsc
smsc = fake
smsc-id = NET
port = {port}
connect-allow-ip = 127.0.0.1
"""
_SMPP = """
group = smsc
smsc = smpp
smsc-id = NET
host = 127.0.0.1
port = {port}
transceiver-mode = true
smsc-username = town
smsc-password = pw
system-type = ""
address-range = ""
source-addr-ton = 0
source-addr-npi = 1
dest-addr-ton = 1
dest-addr-npi = 1
enquire-link-interval = 10
reconnect-delay = 2
"""


async def _open(port: int) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


class Network:
    """All phones on Kannel's fake network, over its one connection; what each has received, parts and all."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._task: asyncio.Task[None] | None = None
        self.received: dict[str, list[str]] = {}
        self.parts: dict[str, list[bytes]] = {}
        self._pending: dict[tuple[str, int], dict[int, bytes]] = {}
        self._news: defaultdict[str, asyncio.Condition] = defaultdict(asyncio.Condition)
        self.on_text: Callable[[str, str], None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._writer is not None:
            self._writer.close()

    async def text(self, number: str, words: str) -> None:
        """Let a phone send a text; it waits until the network is there."""
        coded = all(ord(char) < 128 and char != "\n" for char in words)
        content = f"text {words}" if coded else f"ucs2 {quote(words.encode('utf-16-be'))}"
        await self._write(f"{number} {SENDER} {content}\n")

    async def _write(self, line: str) -> None:
        while True:
            if self._writer is not None and not self._writer.is_closing():
                try:
                    self._writer.write(line.encode())
                    await self._writer.drain()
                except OSError:
                    self._writer = None
                else:
                    return
            await asyncio.sleep(0.05)

    async def wait_for(self, number: str, words: str, *, after: int = 0, patience: float = 20) -> str:
        """The first text since `after` that holds these words."""
        async with asyncio.timeout(patience):
            async with self._news[number]:
                while True:
                    for shown in self.received.get(number, [])[after:]:
                        if words in shown:
                            return shown
                    await self._news[number].wait()
        raise AssertionError("wait_for returns or times out")

    async def _listen(self) -> None:
        while True:
            try:
                self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
                await self._read(self._reader)
            except OSError:
                pass
            if self._writer is not None:
                self._writer.close()
            self._writer = None
            await asyncio.sleep(0.1)

    async def _read(self, reader: asyncio.StreamReader) -> None:
        begun = ""
        while line := await reader.readline():
            shown = line.decode("utf-8", "replace").rstrip("\n")
            if _LINE.fullmatch(shown):
                await self._take(begun)
                begun = shown
            else:
                # A newline in a text breaks the fake network's line in two.
                begun += "\n" + shown
            if not _more(reader):
                await self._take(begun)
                begun = ""
        await self._take(begun)

    async def _take(self, line: str) -> None:
        if not (found := _LINE.fullmatch(line)):
            return
        _, number, header, kind, content = found.groups()
        words = _decoded(kind, content) if header is None else self._joined(number, unquote_to_bytes(header), content)
        if words is None:
            return
        async with self._news[number]:
            self.received.setdefault(number, []).append(words)
            self._news[number].notify_all()
        if self.on_text is not None:
            self.on_text(number, words)

    def _joined(self, number: str, header: bytes, content: str) -> str | None:
        """A part is kept until all of its message are there; they come in any order."""
        # Parts are in the form of an address's query, where a space is a plus.
        raw = unquote_to_bytes(content.replace("+", " "))
        self.parts.setdefault(number, []).append(raw)
        parts = self._pending.setdefault((number, header[3]), {})
        parts[header[5]] = raw
        if len(parts) < header[4]:
            return None
        del self._pending[number, header[3]]
        return _in_words(b"".join(parts[position] for position in sorted(parts)))


def _decoded(kind: str, content: str) -> str:
    return content if kind == "text" else _in_words(unquote_to_bytes(content))


def _in_words(raw: bytes) -> str:
    # The line does not say what is in it; UTF-16 of any of our languages has bytes that no plain text has.
    is_wide = len(raw) % 2 == 0 and any(byte < 9 for byte in raw)
    return raw.decode("utf-16-be" if is_wide else "utf-8", "replace")


def _more(reader: asyncio.StreamReader) -> bool:
    return bool(reader._buffer)  # type: ignore[attr-defined]  # whether the rest of a text is here already
