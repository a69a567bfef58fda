"""Commands about consultations and broadcasts: load, list, count, export, watch."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO
from zoneinfo import ZoneInfo

import typer
from sqlmodel import Session, col, select

from backend import spreadsheet
from backend.broadcasts import broadcasts
from backend.city import cityfolder as cities
from backend.city.city import City
from backend.consultations import consultations, results, surveyfile
from backend.consultations.results import QuestionResult, Tally
from backend.consultations.survey import missing
from backend.consultations.surveyfile import SurveyInvalid
from backend.consultations.themes import themes
from bot.app import KINDS, now
from bot.settings import Settings
from storage.broadcasts import Broadcast, BroadcastStatus
from storage.consultations import Consultation, QuestionKind
from storage.database import Database

app = typer.Typer(help="Consultations: ask the city, count what it says.", no_args_is_help=True)
broadcast_app = typer.Typer(help="Broadcasts: one message to many.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="JSON, for programs.")]
CityFolder = Annotated[Path | None, typer.Option("--city", help="City folder; default: the one in the settings.")]

_EXPORTED = ("person", "area", "language", "question", "value")
_LOOK = 1.0
"""Seconds between two looks at a broadcast."""

_OVER = frozenset({BroadcastStatus.DONE, BroadcastStatus.CANCELLED})


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(help="The survey, as TOML; docs/consultations.md tells how.")],
    city: CityFolder = None,
    as_json: AsJson = False,
) -> None:
    """Keep a survey as a draft; staff look it over in their bot and send it with a second person.

    Example: agora consultation load playground.toml
    """
    settings = Settings()
    folder = cities.load(city or settings.city, KINDS)
    try:
        survey = surveyfile.load(file)
    except SurveyInvalid as error:
        _fail("\n".join(f"{file}: {fault}" for fault in error.faults))
    if unknown := sorted(_unknown(folder, survey.audience.languages, survey.audience.reporters_of)):
        _fail(f"{file}: the city does not have {', '.join(unknown)}")
    with _session(settings) as session:
        id = consultations.draft(session, survey, folder.zone, staff=None, now=now()).id
    gaps = missing(survey, folder.languages)
    if as_json:
        typer.echo(json.dumps({"id": id, "missing": gaps}, ensure_ascii=False))
        return
    typer.echo(f"Consultation {id} is a draft: /consultations in the staff bot shows and sends it.")
    for language, places in gaps.items():
        typer.echo(f"  not in {language}: {', '.join(places)}")


def _unknown(city: City, languages: list[str], services: list[str]) -> set[str]:
    return {*languages} - {*city.languages} | {*services} - {service.code for service in city.services}


@app.command("list")
def show_list(as_json: AsJson = False) -> None:
    """Show all consultations, newest first.

    Example: agora consultation list --json
    """
    settings = Settings()
    zone = cities.load(settings.city, KINDS).zone
    with _session(settings) as session:
        rows = [_fields(one, zone) for one in session.exec(select(Consultation).order_by(col(Consultation.id).desc()))]
    for row in rows:
        if as_json:
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            typer.echo(f"{row['id']:>5}  {row['status']:<10}  {row['closes'][:16]}  {row['title']}")
    if not rows and not as_json:
        typer.echo("There is no consultation yet.")


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
    with _session(Settings()) as session:
        consultation = _find(session, id)
        counted = [_result(one) for one in results.results(session, consultation.id)]
        title = next(iter(consultation.title.values()), "")
    if as_json:
        typer.echo(json.dumps({"id": id, "title": title, "questions": counted}, ensure_ascii=False))
        return
    typer.echo(title)
    for result in counted:
        typer.echo(f"\n{result['question']}: {result['wording']} ({result['answered']} answered)")
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
        typer.echo(f"  {count:>6}  {code}")
    if result.get("median") is not None:
        typer.echo(f"  median {result['median']:g}")
    for theme in result.get("themes", []):
        typer.echo(f"  {theme['count']:>6}  {' / '.join(theme['examples'])}")
    for part in ("areas", "languages"):
        for name, tally in result[part].items():
            counts = ", ".join(f"{code} {count}" for code, count in tally.get("counts", {}).items())
            typer.echo(f"  {name} ({tally['answered']}): {counts}")


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
        _fail("say either --csv or --json")
    with _session(Settings()) as session:
        rows = list(results.export(session, _find(session, id).id))
    if as_json:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
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


@broadcast_app.command("watch")
def watch(
    id: Annotated[int | None, typer.Argument(help="The broadcast's number; without it, the newest.")] = None,
    as_json: AsJson = False,
) -> None:
    """Watch a broadcast go out until it is over; with --json, say once how far it is.

    Example: agora broadcast watch 12
    """
    settings = Settings()
    with _session(settings) as session:
        newest = select(Broadcast.id).order_by(col(Broadcast.id).desc()).limit(1)
        found = (
            session.get(Broadcast, id) if id is not None else session.get(Broadcast, session.exec(newest).first() or 0)
        )
        if found is None:
            _fail("there is no such broadcast")
        id, total = found.id, found.total
        if as_json:
            typer.echo(json.dumps({"id": id, "subject": found.subject, **_progress(session, id)}))
            return
    with typer.progressbar(length=total, label=f"broadcast {id}", file=sys.stderr) as bar:
        over = 0
        while True:
            with _session(settings) as session:
                fields = _progress(session, id)
            bar.update(fields["total"] - fields["waiting"] - over)
            over = fields["total"] - fields["waiting"]
            if fields["status"] in _OVER:
                break
            time.sleep(_LOOK)
    typer.echo(
        f"{fields['status']}: {fields['sent']} sent, {fields['failed']} failed, {fields['blocked']} blocked us, "
        f"{fields['answered']} answered"
    )


def _progress(session: Session, id: int) -> dict[str, Any]:
    progress = broadcasts.progress(session, id)
    left = broadcasts.remaining(session, id, now())
    return {**vars(progress), "seconds_left": round(left.total_seconds()) if left else None}


def _find(session: Session, id: int) -> Consultation:
    consultation = session.get(Consultation, id)
    if consultation is None:
        _fail(f"there is no consultation {id}; agora consultation list shows them")
    return consultation


@contextmanager
def _session(settings: Settings) -> Iterator[Session]:
    database = Database(settings.database, durable=settings.durable)
    database.migrate()
    try:
        with database.transaction() as session:
            yield session
    finally:
        database.close()


def _fail(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(2)
