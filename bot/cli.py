"""The `agora` command: what a person types on the machine that runs the city's bot.

Each command is a module of `bot/commands/` under its own name. Only the one that is asked for is read: the libraries
of the bots take seconds that counting an election needs not wait for.
"""

from importlib import import_module
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = MappingProxyType(
    {
        "serve": "Run the city's bots; without tokens, the sandbox.",
        "chat": "Hold the conversation in the terminal.",
        "staff": "City staff: who may work in the staff bot.",
        "outbox": "What waits to be sent, and what can't be.",
        "referrals": "What residents brought that is another body's.",
        "consultation": "Consultations: ask the city, count what it says.",
        "broadcast": "Broadcasts: one message to many.",
        "vote": "Votes: draft, load, freeze, follow, count, export.",
        "tally": "Count an election file; compare rules; recount.",
        "groups": "Find groups of opinion.",
        "sms": "Text messages: keys, and how gateways fare.",
        "read": "Say what a message means, as JSON.",
        "learn": "Learn a city's own model from its tickets.",
        "train": "Train the model that ships with Agora.",
        "evaluate": "Measure understanding, beside its peers.",
        "weigh": "Learn how answers to questions are found.",
        "simulate": "A year of summaries in minutes.",
        "city": "City folders: the data that makes Agora a city's own.",
        "locales": "Texts: every word the bot says.",
    }
)
"""What each is for, in the order in which `agora --help` lists them."""


class _Lazily(TyperGroup):
    """Reads a command's module when the command is typed."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        return get_command(import_module(f"bot.commands.{cmd_name}").app) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=_Lazily,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def agora() -> None:
    """City hall in a chat: report, suggest, answer, vote, and hear back what the city did."""


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
