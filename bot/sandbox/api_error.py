"""Telegram's refusals."""

from bot.sandbox.wire import Json


class ApiError(Exception):
    """A method call that Telegram refuses, in the words that bots match on."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> Json:
        """The refusal as the Bot API answers it."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> ApiError:
    """What was asked can't be done, and asking again won't help."""
    return ApiError(400, f"Bad Request: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """The bot talks faster than Telegram lets it."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
