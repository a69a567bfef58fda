"""What is wrong with a city's canned answers, a plain sentence a fault."""

from collections.abc import Iterator

from backend.city.city import City
from backend.city.replies import QUESTION, CannedReply
from storage.closing import ClosingReason


def faults_of_replies(city: City) -> Iterator[str]:
    """Steps and services that do not exist, codes that stand twice, texts that lack a language."""
    steps = [QUESTION, *(reason.value for reason in ClosingReason)]
    services = {service.code for service in city.services}
    codes = [reply.code for reply in city.replies]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield f"replies.toml: reply {code!r} stands {codes.count(code)} times"
    for reply in city.replies:
        owner = f"replies.toml: reply {reply.code!r}"
        if reply.step not in steps:
            yield f"{owner} has the unknown step {reply.step!r}; known are {', '.join(steps)}"
        if reply.service is not None and reply.service not in services:
            yield f"{owner} names the service {reply.service!r}, which services.toml does not have"
        yield from _faults_of_languages(city, owner, reply)


def _faults_of_languages(city: City, owner: str, reply: CannedReply) -> Iterator[str]:
    for language in city.languages:
        for what, names in (("name", reply.name), ("text", reply.text)):
            if not names.get(language, "").strip():
                yield f"{owner} has no {what} in {language!r}"
