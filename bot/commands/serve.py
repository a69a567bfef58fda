"""`agora serve`: the city's bots."""

import asyncio
import logging

import typer

from bot import serving
from bot.commands import opening
from bot.commands.saying import fail

app = typer.Typer()


@app.command()
def serve() -> None:
    """Run the city's bots. Without tokens: the sandbox, with phones in the browser.

    Example: AGORA_RESIDENTS_TOKEN=… AGORA_STAFF_TOKEN=… agora serve
    """
    settings = opening.settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for chatty in ("alembic", "apscheduler", "aiohttp.access"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        asyncio.run(serving.serve(settings))
    except serving.CannotServe as error:
        fail(str(error))
