"""`agora consultation`: load, list, count, export."""

import sys
from pathlib import Path
from typing import Annotated, Any, TextIO
from zoneinfo import ZoneInfo

import typer
from sqlmodel import Session, col, select

from backend import spreadsheet
from backend.city.city import City
from backend.consultations import consultations, results, surveyfile
from backend.consultations.results import QuestionResult, Tally
from backend.consultations.survey import missing
from backend.consultations.surveyfile import SurveyInvalid
from backend.consultations.themes import themes
from bot.commands import opening, store
from bot.commands.opening import CityFolder
from bot.commands.saying import AsJson, fail, say, say_json
from bot.wallclock import now
from storage.consultations import Consultation, QuestionKind

app = typer.Typer(help="Consultations: ask the city, count what it says.", no_args_is_help=True)

_EXPORTED = ("person", "area", "language", "question", "value")


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(help="The survey, as TOML; docs/consultations.md tells how.")],
    city: CityFolder = None,
    as_json: AsJson = False,
) -> None:
    """Keep a survey as a draft; staff look it over in their bot and send it with a second person.

    Example: agora consultation load playground.toml
    """
    folder = opening.city(city)
    try:
        survey = surveyfile.load(file)
    except SurveyInvalid as error:
        fail("\n".join(f"{file}: {fault}" for fault in error.faults))
    if unknown := sorted(_unknown(folder, survey.audience.languages, survey.audience.reporters_of)):
        fail(f"{file}: the city does not have {', '.join(unknown)}")
    with store.session() as session:
        id = consultations.draft(session, survey, folder.zone, staff=None, now=now()).id
    gaps = missing(survey, folder.languages)
    if as_json:
        say_json({"id": id, "missing": gaps})
        return
    say(f"Consultation {id} is a draft: /consultations in the staff bot shows and sends it.")
    for language, places in gaps.items():
        say(f"  not in {language}: {', '.join(places)}")


def _unknown(city: City, languages: list[str], services: list[str]) -> set[str]:
    return {*languages} - {*city.languages} | {*services} - {service.code for service in city.services}


@app.command("list")
def show_list(as_json: AsJson = False) -> None:
    """Show all consultations, newest first.

    Example: agora consultation list --json
    """
    zone = opening.city(None).zone
    with store.session() as session:
        rows = [_fields(one, zone) for one in session.exec(select(Consultation).order_by(col(Consultation.id).desc()))]
    for row in rows:
        if as_json:
            say_json(row)
        else:
            say(f"{row['id']:>5}  {row['status']:<10}  {row['closes'][:16]}  {row['title']}")
    if not rows and not as_json:
        say("There is no consultation yet.")


def _fields(consultation: Consultation, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "id": consultation.id,
        "status": consultation.status.value,
        "title": next(iter(consultation.title.values()), ""),
        "closes": consultation.closes_at.astimezone(zone).isoformat(),
    }


@app.command("results")
def show_results(
    id: Annotated[int, typer.Argument(help="The consultation's number.")], as_json: AsJson = False
) -> None:
    """Count what was answered; areas and languages stand apart from ten people on.

    Example: agora consultation results 3 --json
    """
    with store.session() as session:
        consultation = _find(session, id)
        counted = [_result(one) for one in results.results(session, consultation.id)]
        title = next(iter(consultation.title.values()), "")
    if as_json:
        say_json({"id": id, "title": title, "questions": counted})
        return
    say(title)
    for result in counted:
        say(f"\n{result['question']}: {result['wording']} ({result['answered']} answered)")
        _show(result)


def _result(result: QuestionResult) -> dict[str, Any]:
    question = result.question
    return {
        "question": question.code,
        "kind": question.kind.value,
        "wording": next(iter(question.wording.values()), ""),
        **_tally(result.total, question.kind),
        "areas": {area: _tally(tally, question.kind) for area, tally in result.by_area.items()},
        "languages": {language: _tally(tally, question.kind) for language, tally in result.by_language.items()},
    }


def _tally(tally: Tally, kind: QuestionKind) -> dict[str, Any]:
    fields: dict[str, Any] = {"answered": tally.answered, "skipped": tally.skipped}
    match kind:
        case QuestionKind.SCALE | QuestionKind.NUMBER:
            fields |= {"median": tally.middle, "numbers": sorted(tally.numbers)}
        case QuestionKind.TEXT:
            fields["themes"] = [{"count": one.count, "examples": one.examples} for one in themes(tally.texts)]
        case QuestionKind.PLACE:
            fields["places"] = tally.places
        case QuestionKind.PHOTO:
            fields["pictures"] = len(tally.media)
        case _:
            fields["counts"] = dict(tally.counts)
    return fields


def _show(result: dict[str, Any]) -> None:
    for code, count in result.get("counts", {}).items():
        say(f"  {count:>6}  {code}")
    if result.get("median") is not None:
        say(f"  median {result['median']:g}")
    for theme in result.get("themes", []):
        say(f"  {theme['count']:>6}  {' / '.join(theme['examples'])}")
    for part in ("areas", "languages"):
        for name, tally in result[part].items():
            counts = ", ".join(f"{code} {count}" for code, count in tally.get("counts", {}).items())
            say(f"  {name} ({tally['answered']}): {counts}")


@app.command("export")
def export(
    id: Annotated[int, typer.Argument(help="The consultation's number.")],
    as_csv: Annotated[bool, typer.Option("--csv", help="A table (RFC 4180).")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Write every answer: who (a number that means nothing elsewhere), area, language, question, value.

    Example: agora consultation export 3 --csv > answers.csv
    """
    if as_csv == as_json:
        fail("say either --csv or --json")
    with store.session() as session:
        rows = list(results.export(session, _find(session, id).id))
    if as_json:
        for row in rows:
            say_json(row)
    else:
        _table(sys.stdout, rows)


def _table(file: TextIO, rows: list[dict[str, Any]]) -> None:
    spreadsheet.write(file, _EXPORTED, ({**row, "value": _plain(row["value"])} for row in rows))


def _plain(value: dict[str, Any]) -> str:
    """An answer in one cell."""
    if value.get("skipped"):
        return ""
    if place := value.get("place"):
        return f"{place['lat']},{place['lon']} {place.get('address', '')}".strip()
    given = next(iter(value.values()), "")
    return " ".join(map(str, given)) if isinstance(given, list) else str(given)


def _find(session: Session, id: int) -> Consultation:
    consultation = session.get(Consultation, id)
    if consultation is None:
        fail(f"there is no consultation {id}; agora consultation list shows them")
    return consultation
