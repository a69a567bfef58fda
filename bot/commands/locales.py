"""`agora locales`: every word the bot says."""

import typer

from bot.app import LOCALES
from bot.commands.saying import AsJson, answer
from bot.conversation import locale_check

app = typer.Typer(help="Texts: every word the bot says.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Texts: every word the bot says."""


@app.command()
def check(as_json: AsJson = False) -> None:
    """Prove that every text exists in every language with the same variables, and that every text is used.

    Example: agora locales check
    """
    faults = locale_check.faults(LOCALES)
    answer({"faults": faults}, "\n".join(faults) or "All texts are in order.", as_json=as_json)
    raise typer.Exit(1 if faults else 0)
