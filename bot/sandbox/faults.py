"""What goes wrong on demand."""

import random
from collections.abc import Callable

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox.api_error import ApiError, too_many_requests

_QUIET = frozenset({"getme", "getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"})
"""Methods that faults spare unless they name them: a bot that can't even start tests nothing."""


class _Fault(BaseModel):
    model_config = ConfigDict(extra="forbid")

    method: str | None = None
    containing: str = ""

    def concerns(self, method: str, text: str) -> bool:
        """Whether the fault is meant for this call."""
        if self.method is not None:
            return self.method.lower() == method and self.containing in text
        return method not in _QUIET and self.containing in text


class Flood(_Fault):
    """429 for the next `times` calls, whatever the real limits say."""

    times: int = Field(default=1, ge=0)
    retry_after: int = Field(default=1, ge=0)


class Failure(_Fault):
    """A server error for the next `times` calls, or for every call with a `probability`; nothing is done."""

    times: int = Field(default=0, ge=0)
    probability: float = Field(default=0, ge=0, le=1)
    status: int = Field(default=502, ge=500, le=599)


class Cut(_Fault):
    """The connection breaks after the call was carried out: the bot can't know the outcome."""

    times: int = Field(default=1, ge=0)


class Faults(BaseModel):
    """Everything that is broken for one bot right now; nothing by default.

    `latency` is seconds before each answer. The next `duplicate` updates are handed over twice, the next `resend_taps`
    taps arrive again as new ones, and the next `reorder` updates arrive in reverse.
    """

    model_config = ConfigDict(extra="forbid")

    flood: Flood | None = None
    fail: Failure | None = None
    cut: Cut | None = None
    latency: float = Field(default=0, ge=0, le=60)
    duplicate: int = Field(default=0, ge=0)
    resend_taps: int = Field(default=0, ge=0)
    reorder: int = Field(default=0, ge=0)

    def delay(self, method: str) -> float:
        """Seconds that this call has to wait."""
        return 0 if method in _QUIET else self.latency

    def before(self, method: str, text: str) -> None:
        """Refuse a call that is not to be carried out."""
        if self.flood and self.flood.times and self.flood.concerns(method, text):
            self.flood.times -= 1
            raise too_many_requests(self.flood.retry_after)
        if self.fail and self.fail.concerns(method, text) and self._fails(self.fail, random.random):
            raise ApiError(self.fail.status, "Internal Server Error: broken on demand")

    def cuts(self, method: str, text: str) -> bool:
        """Whether the answer to a call that was carried out gets lost."""
        if self.cut and self.cut.times and self.cut.concerns(method, text):
            self.cut.times -= 1
            return True
        return False

    @staticmethod
    def _fails(fault: Failure, dice: Callable[[], float]) -> bool:
        if fault.times:
            fault.times -= 1
            return True
        return dice() < fault.probability
