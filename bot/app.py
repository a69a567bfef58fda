"""The composition root: the only place that builds everything and wires it together."""

import logging
from collections.abc import Collection
from pathlib import Path

from spacy.language import Language

from backend.city import cityfolder as cities
from backend.city.city import City
from backend.questions import answers
from backend.questions.retrieval import Retriever
from bot.conversation.texts import Texts
from bot.conversation.turn import House
from nlp import pack, tenant
from nlp.decision import NO_SERVICE
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.services import ServiceWords

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
KINDS: Collection[str] = frozenset(Kind)

log = logging.getLogger(__name__)


def build_house(folder: Path, model: Path | None = None) -> House:
    """Read a city folder and learn its words and places; raises CityFolderInvalid.

    `model` is where the city's own model is or will be; raises NoModel for one that is damaged or another city's.
    """
    city = cities.load(folder, KINDS)
    gazetteer = Gazetteer.load(folder, [pack.load(code) for code in city.languages])
    return House(
        city=city,
        texts=Texts(LOCALES, city.languages, city.zone),
        reader=Reader(service_words(city), gazetteer, city.languages, tenant=_own_model(city, model)),
        gazetteer=gazetteer,
        answers=Retriever(answers.load(folder)),
    )


def service_words(city: City) -> list[ServiceWords]:
    """The city's services as understanding sees them."""
    return [
        ServiceWords(code=service.code, kind=Kind(service.kind), words=service.keywords) for service in city.services
    ]


def _own_model(city: City, folder: Path | None) -> Language | None:
    if folder is None:
        return None
    if not (folder / "current").exists():
        log.warning("%s holds no model yet: the shipped one alone is used until agora learn makes one", folder)
        return None
    return tenant.load(folder, {NO_SERVICE, *(service.code for service in city.services)})
