"""Where a report stands, in words that are the same wherever they are said."""

from backend.city.city import City
from bot.conversation.reply import Named, Text, text
from storage.closing import ClosingReason
from storage.requests import ServiceRequest, Status

_GLANCE = 120
"""Characters of somebody's words that are quoted in passing."""


def state(city: City, request: ServiceRequest) -> Text:
    """The state of a report; a closed one with its reason."""
    if request.merged_into is not None:
        return text("state-merged", number=request.closing_detail or "")
    if request.status is Status.CLOSED and request.closing_reason is not None:
        return closing(city, request.service_code, request.closing_reason, request.closing_detail or "")
    return text(f"state-{request.substatus.value.replace('_', '-')}")


def line(city: City, request: ServiceRequest) -> Text:
    """A report in one line of a list."""
    return text(
        "mine-line" if request.address else "mine-line-placeless",
        number=str(request.id),
        service=Named(names=city.service(request.service_code).name),
        address=request.address,
        state=state(city, request),
    )


def closing(city: City, service_code: str, reason: ClosingReason, detail: str) -> Text:
    """Why a report was closed: whose it is, which rule, which number, in words."""
    if reason is ClosingReason.NOT_OURS:
        body = next((body for body in city.bodies if body.code == detail), None)
        whose = Named(names=body.name) if body else detail
        return text("closed-not-ours", whose=whose, contact=body.contact if body else "")
    if reason is ClosingReason.BELOW_THRESHOLD:
        rule = next((rule for rule in city.service(service_code).rules if rule.code == detail), None)
        return text("closed-below-threshold", rule=Named(names=rule.name) if rule else detail)
    if reason is ClosingReason.DUPLICATE:
        return text("closed-duplicate", number=detail)
    return text(f"closed-{reason.value.replace('_', '-')}")


def shortened(words: str) -> str:
    """Words in one line that is read at a glance."""
    line = " ".join(words.split())
    return line if len(line) <= _GLANCE else f"{line[: _GLANCE - 1].rstrip()}…"
