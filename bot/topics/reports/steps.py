"""What a step of a report's history says, in words."""

from backend.city.city import City
from backend.reports.aftercare import settled_softly
from bot.conversation.reply import Named, Text, text
from bot.topics.reports import lateness
from storage.requests import ServiceRequestUpdate, UpdateKind


def told(city: City, update: ServiceRequestUpdate) -> Text:
    """What happened; to whom it went and what it became where that is the point."""
    details = update.details
    if settled_softly(update):
        return text("history-settled-softly")
    match update.kind:
        case UpdateKind.ASSIGNED:
            department = details.get("to_department")
            to = Named(names=city.department(department).name) if department else str(details.get("to") or "–")
            return text("history-assigned", to=to)
        case UpdateKind.RECLASSIFIED:
            return text("history-reclassified", service=Named(names=city.service(details["after"]).name))
        case UpdateKind.RESCHEDULED:
            return lateness.new_date(update)
        case UpdateKind.REOPENED if details.get("was") in ("merged", "hidden"):
            return text(f"history-reopened-{details['was']}")
        case _:
            return text(f"history-{update.kind.value.replace('_', '-')}", **_about(update))


def _about(update: ServiceRequestUpdate) -> dict[str, str | Text]:
    """Which other report a step speaks of, or as what it marked this one."""
    match update.kind:
        case UpdateKind.MERGED:
            return {"number": str(update.details["into"])}
        case UpdateKind.ABSORBED | UpdateKind.RELEASED:
            return {"number": str(update.details["from"])}
        case UpdateKind.FLAGGED:
            return {"kind": text(f"flag-{update.details['kind']}")}
        case _:
            return {}
