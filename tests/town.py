"""A town under test: the sandbox and Agora as real processes, spoken to over HTTP."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

from backend.staff import staff
from bot.app import ROOT
from bot.sandbox.bots import RESIDENTS_TOKEN, STAFF_TOKEN
from bot.sandbox.client import SandboxClient
from bot.wallclock import now
from storage.database import Database
from storage.people import Role

_PATIENCE = 180.0
"""Seconds that a process may take to start on a busy machine."""


def free_port() -> int:
    """A port that nobody uses right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Process:
    """A process of ours, whose output goes to a file."""

    def __init__(self, arguments: list[str], log: Path, environment: Mapping[str, str]) -> None:
        self._arguments = arguments
        self._log = log
        self._environment = {**os.environ, **environment}
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, ready: str) -> None:
        """Start and wait until its log says so."""
        begun = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("a") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._arguments, cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        async with asyncio.timeout(_PATIENCE):
            while ready not in self.said()[begun:]:
                if self._process.returncode is not None:
                    raise RuntimeError(f"{self._arguments} ended: {self.said()[begun:]}")
                await asyncio.sleep(0.05)

    @property
    def pid(self) -> int:
        """The process' id; raises RuntimeError before it was started."""
        if self._process is None:
            raise RuntimeError("not started")
        return self._process.pid

    def said(self) -> str:
        """All that it has written."""
        return self._log.read_text() if self._log.exists() else ""

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; returns the exit code."""
        if self._process is None:
            return 0
        with suppress(ProcessLookupError):
            self._process.send_signal(how)
        async with asyncio.timeout(_PATIENCE):
            return await self._process.wait()


def _wakeful(folder: Path) -> Path:
    """Boston without a night: what goes to many goes out at whatever hour somebody runs this."""
    boston, awake = ROOT / "cities" / "boston", folder / "boston"
    awake.mkdir(parents=True, exist_ok=True)
    for path in boston.iterdir():
        if path.name != "city.toml" and not (awake / path.name).exists():
            (awake / path.name).symlink_to(path)
    words = (boston / "city.toml").read_text(encoding="utf-8")
    hours = '[calendar]\ntelling = "00:00-23:59"\n\n[calendar.opening]'
    (awake / "city.toml").write_text(words.replace("[calendar.opening]", hours, 1), encoding="utf-8")
    return awake


class Town:
    """A sandbox and an Agora that talk to each other; `phones` are the people's."""

    def __init__(
        self, folder: Path, *, intake: str = "polling", database_url: str | None = None, **settings: str
    ) -> None:
        self.port = free_port()
        url = f"http://127.0.0.1:{self.port}"
        own_port = free_port()
        self.database_url = database_url or f"sqlite:///{folder}/agora.sqlite"
        self.phones = SandboxClient(url)
        self._sandbox = Process(
            [sys.executable, "-m", "bot.sandbox", "--port", str(self.port)], folder / "sandbox.log", {}
        )
        self.agora = Process(
            [sys.executable, "-m", "bot.cli", "serve"],
            folder / "agora.log",
            {
                "AGORA_RESIDENTS_TOKEN": RESIDENTS_TOKEN,
                "AGORA_STAFF_TOKEN": STAFF_TOKEN,
                "AGORA_TELEGRAM_URL": url,
                "AGORA_CITY": str(_wakeful(folder)),
                "AGORA_DATABASE_URL": self.database_url,
                "AGORA_INTAKE": intake,
                "AGORA_PORT": str(own_port),
                "AGORA_PUBLIC_URL": f"http://127.0.0.1:{own_port}",
                "AGORA_WEBHOOK_SECRET": "a-secret-for-tests",
                "AGORA_CHAT_GAP": "0.01",
                "AGORA_RATE": "1000",
                **settings,
            },
        )
        self.own_url = f"http://127.0.0.1:{own_port}"

    async def __aenter__(self) -> Self:
        await self._sandbox.start("sandbox on")
        await self.phones.__aenter__()
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.agora.stop(signal.SIGKILL)
        await self.phones.__aexit__(None, None, None)
        await self._sandbox.stop()

    async def open(self) -> None:
        """Start Agora."""
        await self.agora.start("bot.serving: serving")

    async def enrol(self, name: str, role: Role = Role.DISPATCHER) -> None:
        """Enrol a staff member, as `agora staff invite` and their phone would."""
        database = Database(self.database_url)
        with database.transaction() as session:
            code = staff.invite(session, role, None, now=now())
        database.close()
        await self.phones.start(name, bot="staff", payload=code)
        await self.phones.wait_for(name, "Welcome", bot="staff", timeout=_PATIENCE)
