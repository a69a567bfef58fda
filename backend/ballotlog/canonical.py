"""Canonical JSON (RFC 8785), of the part that logs need: the same content always gives the same bytes."""

import json
from typing import Any

_LARGEST = 2**53 - 1


def canonical(value: Any) -> bytes:
    """The one way to write a value of objects, lists, strings, whole numbers, booleans and null.

    Raises ValueError for floats (their text is where JSON writers differ), for numbers beyond 2**53 and for strings
    that are not Unicode.
    """
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _ordered(value: Any) -> Any:
    match value:
        case bool() | None | str():
            return value
        case int() if abs(value) <= _LARGEST:
            return value
        case list() | tuple():
            return [_ordered(one) for one in value]
        case dict() if all(isinstance(key, str) for key in value):
            return {key: _ordered(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    raise ValueError(f"{value!r} has no canonical form")
