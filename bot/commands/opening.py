"""What a command opens: the settings, and the city's folder that they name."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from backend.city import cityfolder
from backend.city.city import City
from backend.errors import CityFolderInvalid
from bot.commands.saying import fail
from nlp.kinds import Kind

if TYPE_CHECKING:
    from bot.settings import Settings

CityFolder = Annotated[Path | None, typer.Option("--city", help="City folder; default: the one in the settings.")]


def settings() -> "Settings":
    """What the environment says; what is wrong with it ends the command."""
    from bot.settings import Settings, unknown_names  # noqa: PLC0415  # not read where the folder is named

    if unknown := unknown_names():
        fail(f"unknown settings: {', '.join(unknown)}")
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"AGORA_{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors()]
        fail("\n".join(faults))


def city(folder: Path | None) -> City:
    """A city's folder, by default that of the settings; its faults end the command."""
    try:
        return cityfolder.load(folder or settings().city, frozenset(Kind))
    except CityFolderInvalid as error:
        fail("\n".join(error.faults))
