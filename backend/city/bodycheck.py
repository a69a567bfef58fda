"""What is wrong with the bodies of a city folder."""

import csv
from collections.abc import Iterator
from pathlib import Path

from backend.city.bodies import Body
from backend.city.city import City


def faults_of_bodies(city: City, folder: Path) -> Iterator[str]:
    """Bodies that nobody can reach, and services, streets and languages that the city does not have."""
    services = {service.code for service in city.services}
    streets = _streets(folder) if any(body.streets for body in city.bodies) else set[str]()
    for body in city.bodies:
        owner = f"city.toml: body {body.code!r}"
        if not body.contact:
            yield f"{owner} needs a phone or a url: people are told how to reach them"
        yield from (f"{owner} names the service {code!r}, which services.toml does not have"
                    for code in body.services if code not in services)  # fmt: skip
        yield from (f"{owner}: the street {name!r} is not in streets.csv"
                    for name in body.streets if name not in streets)  # fmt: skip
        yield from _faults_of_words(owner, body, city)


def _faults_of_words(owner: str, body: Body, city: City) -> Iterator[str]:
    for language, words in body.words.items():
        if language not in city.languages:
            yield f"{owner} has words in {language!r}, which the city does not speak"
        if not all(word.strip() for word in words):
            yield f"{owner} has an empty word in {language!r}"


def _streets(folder: Path) -> set[str]:
    try:
        with (folder / "streets.csv").open(encoding="utf-8", newline="") as lines:
            return {row.get("name") or "" for row in csv.DictReader(lines)}
    except (OSError, UnicodeDecodeError, csv.Error):
        return set()  # its own check says what is wrong with the file
