"""Secrets and addresses, from the environment only, read once and never changed."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.channels.sms import settings as sms

PREFIX = "AGORA_"


class Settings(BaseSettings):
    """Every setting, with what holds when the environment says nothing.

    Rates are messages per second, gaps seconds between two messages to one chat; Telegram's limits are the defaults.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    database_url: str | None = None
    durable: bool = True
    city: Path = Path("cities/boston")
    model: Path | None = None
    residents_token: SecretStr | None = None
    staff_token: SecretStr | None = None
    telegram_url: str = "https://api.telegram.org"
    intake: Literal["polling", "webhook"] = "polling"
    public_url: str | None = None
    webhook_secret: SecretStr | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    rate: float = Field(default=27.0, gt=0)
    chat_gap: float = Field(default=1.02, ge=0)
    desk_threads: int = Field(default=8, ge=1)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def database(self) -> str:
        """The database's URL; without one a file, and another one for the sandbox, so that play stays play."""
        return self.database_url or f"sqlite:///var/{'sandbox' if self.is_sandbox else 'agora'}.sqlite"

    @property
    def is_sandbox(self) -> bool:
        """Whether no Telegram token is given, so that the local stand-in is used."""
        return self.residents_token is None and self.staff_token is None


def unknown_names() -> list[str]:
    """Environment variables that look like settings and are none: most likely typing errors."""
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    known |= {f"{sms.PREFIX}{name}".upper() for name in sms.SmsSettings.model_fields}
    return sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
