"""What is wrong with a city's rules of taking part, a plain sentence a fault."""

from collections.abc import Collection, Iterator

from backend.city.city import City
from backend.city.participation import FILE, Participation


def faults_of_participation(city: City, kinds: Collection[str] | None) -> Iterator[str]:
    """Codes that stand twice or name nothing, names that lack a language; kinds only when the known ones are given."""
    rules = city.participation
    if rules.topics and not rules.levels:
        yield f"{FILE}: topics need at least one level, or nobody knows how many supporters oblige the city to answer"
    yield from _twice("level", [level.code for level in rules.levels])
    yield from _twice("topic", [topic.code for topic in rules.topics])
    yield from _twice("cluster", [cluster.service for cluster in rules.clusters])
    yield from _of_texts(city, rules)
    yield from _of_topics(city, rules, kinds)
    services = {service.code for service in city.services}
    for cluster in rules.clusters:
        if cluster.service not in services:
            yield f"{FILE}: a cluster names the service {cluster.service!r}, which services.toml does not have"


def _of_topics(city: City, rules: Participation, kinds: Collection[str] | None) -> Iterator[str]:
    departments = {department.code for department in city.departments}
    for topic in rules.topics:
        owner = f"{FILE}: topic {topic.code!r}"
        if topic.department not in departments:
            yield f"{owner} names the department {topic.department!r}, which city.toml does not have"
        for kind in topic.kinds:
            if kinds is not None and kind not in kinds:
                yield f"{owner} has the unknown kind {kind!r}; known are {', '.join(sorted(kinds))}"


def _of_texts(city: City, rules: Participation) -> Iterator[str]:
    owners = [(f"level {level.code!r}", level.name) for level in rules.levels]
    owners += [(f"topic {topic.code!r}", topic.name) for topic in rules.topics]
    for owner, names in owners:
        for language in city.languages:
            if not names.get(language, "").strip():
                yield f"{FILE}: {owner} has no name in {language!r}"


def _twice(what: str, codes: list[str]) -> Iterator[str]:
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield f"{FILE}: {what} {code!r} stands {codes.count(code)} times"
