"""Keeps other web sites out: the sandbox has no passwords, so only this machine may talk to it."""

import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; script-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this very machine."""
    name = host.strip("[]").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def guard(*, allow_remote: bool) -> Middleware:
    """Refuse what a page of another site could send by way of the user's browser."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        reason = _objection(request, allow_remote=allow_remote)
        if reason:
            body = {"ok": False, "error_code": 403, "description": f"Forbidden: {reason}", "error": reason}
            return web.json_response(body, status=403)
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    return check


def _objection(request: web.Request, *, allow_remote: bool) -> str | None:
    # A foreign name that resolves to loopback (DNS rebinding) would make a foreign page look like our own.
    if not allow_remote and not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        return f"the sandbox answers only to this machine's own names, not to {request.host!r}"
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return f"the sandbox takes no requests from pages of {origin}"
    if request.path != "/" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        return "the sandbox takes no requests from pages of other sites"
    return None
