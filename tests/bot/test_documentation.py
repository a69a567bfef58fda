"""What can be set, typed or put into a city folder stands in the documentation."""

from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from bot.app import ROOT
from bot.cli import app
from bot.settings import PREFIX, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    """Each setting stands in the README's table."""
    assert [name for name in Settings.model_fields if f"{PREFIX}{name}".upper() not in README] == []


def test_every_command_has_help_with_an_example() -> None:
    """`--help` of each command ends with an example."""
    bare = [path for path, command in _commands(get_command(app)) if "Example:" not in (command.help or "")]
    assert bare == []


def _commands(group: TyperGroup, path: str = "agora") -> list[tuple[str, TyperCommand]]:
    found, context = [], group.make_context(path, [], resilient_parsing=True)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, TyperGroup):
            found += _commands(command, f"{path} {name}")
        else:
            found.append((f"{path} {name}", command))
    return found
