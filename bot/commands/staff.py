"""`agora staff`: who may work in the staff bot, and what they did."""

from pathlib import Path
from typing import Annotated

import typer

from backend.staff import actionlog, staff
from bot.commands import opening, store
from bot.commands.saying import AsJson, answer, fail, say, say_json
from bot.wallclock import now
from storage.people import Role

app = typer.Typer(help="City staff: who may work in the staff bot.", no_args_is_help=True)


@app.command()
def invite(
    role: Annotated[Role, typer.Option(help="What they may do: agent (own department), dispatcher (all), admin.")],
    department: Annotated[str | None, typer.Option(help="Code of the agent's department, as in city.toml.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a one-time code; whoever sends it to the staff bot within a week is enrolled.

    Example: agora staff invite --role dispatcher
    """
    known = [one.code for one in opening.city(None).departments]
    if role is Role.AGENT and department not in known:
        fail(f"an agent needs --department, one of: {', '.join(known)}")
    with store.session() as session:
        code = staff.invite(session, role, department, now=now())
    answer({"code": code, "role": role.value, "department": department}, code, as_json=as_json)


@app.command()
def log(
    csv: Annotated[Path | None, typer.Option("--csv", help="Write it to this file, as a table.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show the action log: who of the staff did what, on what, when and why; oldest first.

    Example: agora staff log --csv log.csv
    """
    with store.session() as session:
        if csv is not None:
            with csv.open("w", encoding="utf-8", newline="") as file:
                say(f"{csv}: {actionlog.write_csv(session, file)} acts")
            return
        for entry in actionlog.entries(session):
            say_json(entry) if as_json else say(actionlog.line(entry))
