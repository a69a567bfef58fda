"""A city's own model from its own database: what staff corrected, confirmed and closed."""

from collections.abc import Callable
from pathlib import Path

from backend.reports import examples
from bot.app import service_words
from bot.conversation.turn import House
from nlp import basics, tenant
from nlp.rows import CORRECTION_WEIGHT, Row
from nlp.tenant import Learned
from storage.database import Database

STEPS = 4
"""Times that `learn` tells how far it is."""


def learn(database: Database, house: House, folder: Path, progress: Callable[[str], None] = lambda _: None) -> Learned:
    """Train from the database and our own sentences; `house` reads without a model, and a first model must equal it.

    Raises NothingToLearn while staff have neither corrected, confirmed nor closed anything.
    """
    progress("gathering")
    with database.transaction() as session:
        rows = [
            Row(text, code, CORRECTION_WEIGHT if is_corrected else 1.0)
            for text, code, is_corrected in examples.learnt_from(session, house.city)
        ]
    if not rows:
        raise tenant.NothingToLearn("staff have not corrected, confirmed or closed any report yet")
    base = basics.rows(service_words(house.city), house.city.languages)
    return tenant.learn(rows, folder, progress, base=base, reading=lambda text: _said(house, text))


def _said(house: House, text: str) -> str:
    """The service that a message is taken for without a model; empty for none."""
    return next(iter(house.reader.read(text).services), "")
