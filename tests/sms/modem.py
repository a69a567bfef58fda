"""A real gammu-smsd with its dummy phone, and what happens on that phone's air."""

import shutil
import subprocess
from pathlib import Path
from typing import Self

from tests.town import Process

_SYSTEM_PYTHON = "/usr/bin/python3"
_SCHEMA = Path("/usr/share/doc/gammu-smsd/examples/sqlite.sql")
_WRITE = """
import sys, gammu
folder, number, words, name = sys.argv[1:5]
machine = gammu.StateMachine()
parts = gammu.EncodeSMS({"Class": -1, "Unicode": True, "Entries": [{"ID": "ConcatenatedTextLong", "Buffer": words}]})
for position, part in enumerate(parts):
    centre = {"Location": 0, "Name": "", "Format": "Text", "Validity": "NA", "Number": "+1000", "DefaultNumber": ""}
    part.update(Number=number, Folder=1, Location=0, Type="Deliver", State="UnRead", SMSC=centre)
    backup = f"{folder}/../{name}.{position}"
    gammu.SaveSMSBackup(backup, [part])
    import os
    os.rename(backup, f"{folder}/{name}{position}")
"""


def missing() -> str | None:
    """What this machine lacks, in words; None when nothing."""
    if shutil.which("gammu-smsd") is None or not _SCHEMA.exists():
        return "gammu-smsd is missing: apt-get install gammu-smsd"
    if subprocess.run([_SYSTEM_PYTHON, "-c", "import gammu"], capture_output=True, check=False).returncode:
        return "python3-gammu is missing: apt-get install python3-gammu"
    return None


class Modem:
    """smsd over a database of its own; `url` is how we read that."""

    def __init__(self, folder: Path) -> None:
        self._inbox = folder / "dummy" / "sms" / "1"
        for number in range(1, 6):
            (folder / "dummy" / "sms" / str(number)).mkdir(parents=True, exist_ok=True)
        (folder / "smsdrc").write_text(_CONFIGURATION.replace("@DIR@", str(folder)))
        subprocess.run(["sqlite3", str(folder / "smsd.db")], input=_SCHEMA.read_bytes(), check=True)
        self.url = f"sqlite:///{folder}/smsd.db"
        self._smsd = Process(["gammu-smsd", "-c", str(folder / "smsdrc")], folder / "smsd.out", {})
        self._count = 0
        self._folder = folder

    async def __aenter__(self) -> Self:
        await self._smsd.start("")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._smsd.stop()

    def receive(self, number: str, words: str) -> None:
        """Let a text arrive at the modem, in as many parts as it takes."""
        self._count += 1
        name = str(self._count * 10)
        subprocess.run(
            [_SYSTEM_PYTHON, "-c", _WRITE, str(self._inbox), number, words, name], check=True, capture_output=True
        )

    def log(self) -> str:
        """What smsd wrote."""
        path = self._folder / "smsd.log"
        return path.read_text(errors="replace") if path.exists() else ""


_CONFIGURATION = """
[gammu]
model = dummy
connection = none
port = @DIR@/dummy
gammuloc = /dev/null

[smsd]
service = sql
driver = sqlite3
dbdir = @DIR@
database = smsd.db
logfile = @DIR@/smsd.log
debuglevel = 1
PhoneID = town
CommTimeout = 1
ReceiveFrequency = 1
StatusFrequency = 5
DeliveryReport = sms
MaxRetries = 2
RetryTimeout = 5
checksecurity = 0
hangupcalls = 0
MultipartTimeout = 30
SkipSMSCNumber = 123456
"""
