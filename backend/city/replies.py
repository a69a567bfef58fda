"""Canned answers: sentences that staff say often, written once for a service and a step, in every language."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

QUESTION = "question"
"""The step of a canned answer that asks the reporter something; the others are closing reasons."""


class CannedReply(BaseModel):
    """A sentence for residents; `name` is what stands on staff's button. Without a service it serves all of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern="^[a-z0-9_]{1,30}$")
    step: str
    service: str | None = None
    name: dict[str, str]
    text: dict[str, str]

    def serves(self, service: str, step: str) -> bool:
        """Whether this sentence fits a report of this service at this step."""
        return self.step == step and self.service in (None, service)


def read(folder: Path, faults: list[str]) -> dict[str, Any]:
    """The file `replies.toml` of a city folder, which a city may do without."""
    path = folder / "replies.toml"
    if not path.is_file():
        return {}
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"replies.toml can't be read: {error}")
        return {}
    faults.extend(f"replies.toml: {key!r} does not belong in this file" for key in sorted(raw.keys() - {"replies"}))
    return raw if raw.keys() == {"replies"} else {}
