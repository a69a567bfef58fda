"""The two shipped cities as understanding sees them."""

import tomllib
from pathlib import Path

import pytest

from nlp import pack
from nlp.gazetteer import Gazetteer
from nlp.reader import Reader
from nlp.services import ServiceWords

CITIES = Path(__file__).parents[3] / "cities"


def _gazetteer(city: str, languages: list[str]) -> Gazetteer:
    return Gazetteer.load(CITIES / city, [pack.load(code) for code in languages])


def _services(city: str) -> list[ServiceWords]:
    raw = tomllib.loads((CITIES / city / "services.toml").read_text(encoding="utf-8"))["services"]
    return [ServiceWords(code=one["code"], kind=one["kind"], words=one["keywords"]) for one in raw]


@pytest.fixture(scope="session")
def boston() -> Gazetteer:
    """The places of Boston."""
    return _gazetteer("boston", ["en", "fr", "es"])


@pytest.fixture(scope="session")
def nantes() -> Gazetteer:
    """The places of Nantes."""
    return _gazetteer("nantes", ["fr", "en", "es"])


@pytest.fixture(scope="session")
def reader(boston: Gazetteer) -> Reader:
    """A Reader for Boston."""
    return Reader(_services("boston"), boston, ["en", "fr", "es"])


@pytest.fixture(scope="session")
def nantes_reader(nantes: Gazetteer) -> Reader:
    """A Reader for Nantes."""
    return Reader(_services("nantes"), nantes, ["fr", "en", "es"])
