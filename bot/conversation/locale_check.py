"""The locale check: every text in every language with the same variables, and none that is missing or never said."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

_ROOT = Path(__file__).parent.parent.parent
_SPEAKING = ("bot", "backend")
"""The packages that name texts by their ids."""

Forms = dict[str, frozenset[str]]
"""The forms of a text, "" for the full one and ".sms" for the short, each with the variables in it."""


@dataclass(frozen=True)
class Named:
    """The ids that the code names: said outright, mentioned anywhere, and the beginnings of composed ones."""

    said: frozenset[str]
    mentioned: frozenset[str]
    beginnings: frozenset[str]

    def uses(self, id: str) -> bool:
        """Whether the code can say this text."""
        return id in self.mentioned or any(id.startswith(beginning) for beginning in self.beginnings)


def faults(locales: Path) -> list[str]:
    """All that is wrong with the texts, a plain sentence a fault; empty when they are in order."""
    languages = {folder.name: folder for folder in sorted(locales.iterdir()) if folder.is_dir()}
    found: list[str] = []
    texts = {language: _texts(folder, found) for language, folder in languages.items()}
    first = next(iter(texts))
    for language, messages in texts.items():
        found += _differences(first, texts[first], language, messages)
    named = _named()
    found += [f"{id} is said in the code, but no text has this id" for id in sorted(named.said - texts[first].keys())]
    found += [f"{id} is a text that nobody says" for id in sorted(texts[first]) if not named.uses(id)]
    return found


def _texts(folder: Path, found: list[str]) -> dict[str, Forms]:
    messages: dict[str, Forms] = {}
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Junk):
                found.append(f"{folder.name}/{path.name} has a part that is not Fluent: {(entry.content or '')[:60]!r}")
            elif isinstance(entry, ftl.Message):
                if entry.id.name in messages:
                    found.append(f"{folder.name}/{path.name} has {entry.id.name} a second time")
                messages[entry.id.name] = _forms(entry)
    return messages


def _forms(message: ftl.Message) -> Forms:
    forms = {"": _variables(message.value)} if message.value else {}
    return forms | {f".{form.id.name}": _variables(form.value) for form in message.attributes}


class _VariableNames(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # fluent.syntax calls it so
        self.names.add(node.id.name)


def _variables(pattern: ftl.Pattern) -> frozenset[str]:
    visitor = _VariableNames()
    visitor.visit(pattern)
    return frozenset(visitor.names)


def _differences(first: str, ours: dict[str, Forms], language: str, theirs: dict[str, Forms]) -> Iterator[str]:
    yield from (f"{id} is missing in {language}" for id in sorted(ours.keys() - theirs.keys()))
    yield from (f"{id} is in {language}, but not in {first}" for id in sorted(theirs.keys() - ours.keys()))
    for id in sorted(ours.keys() & theirs.keys()):
        for form in sorted(ours[id].keys() | theirs[id].keys()):
            if ours[id].get(form) != theirs[id].get(form):
                yield f"{id}{form} has other variables in {language} than in {first}, or stands in one only"


def _named() -> Named:
    said: set[str] = set()
    mentioned: set[str] = set()
    beginnings: set[str] = set()
    for package in _SPEAKING:
        for path in sorted((_ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    mentioned.add(node.value)
                elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                    beginnings.add(str(node.values[0].value))
                elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "text":
                    said |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    # A beginning as short as "s" would make every text look used.
    return Named(frozenset(said), frozenset(mentioned), frozenset(b for b in beginnings if b.endswith("-")))
