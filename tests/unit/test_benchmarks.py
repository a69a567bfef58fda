"""Benches and drills run seldom: that each still finds what it needs is seen here."""

from importlib import import_module
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent.parent
_MODULES = [
    f"tests.{path.parent.name}.{path.stem}"
    for folder in ("benchmarks", "drills")
    for path in sorted((_TESTS / folder).glob("[a-z]*.py"))
]


@pytest.mark.parametrize("name", _MODULES)
def test_each_can_be_started(name: str) -> None:
    """What it imports and reads on the way in is there."""
    import_module(name)
