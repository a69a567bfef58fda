"""The composition root: the only place that builds everything and wires it together."""

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from backend import answers
from backend import cityfolder as cities
from backend.city import City
from backend.retrieval import Retriever
from bot.conversation.texts import Texts
from bot.conversation.turn import House
from nlp import pack
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.services import ServiceWords

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
KINDS: Collection[str] = frozenset(Kind)


def now() -> datetime:
    """The wall clock, in UTC."""
    return datetime.now(UTC)


def build_house(folder: Path) -> House:
    """Read a city folder and learn its words and places; raises CityFolderInvalid."""
    city = cities.load(folder, KINDS)
    gazetteer = Gazetteer.load(folder, [pack.load(code) for code in city.languages])
    return House(
        city=city,
        texts=Texts(LOCALES, city.languages, city.zone),
        reader=Reader(_words(city), gazetteer, city.languages),
        gazetteer=gazetteer,
        answers=Retriever(answers.load(folder)),
    )


def _words(city: City) -> list[ServiceWords]:
    return [
        ServiceWords(code=service.code, kind=Kind(service.kind), words=service.keywords) for service in city.services
    ]
