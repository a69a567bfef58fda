"""What travels on the wire: JSON objects as the Bot API writes them."""

from collections.abc import Callable
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""A JSON object; its fields are the Bot API's own."""

Clock: TypeAlias = Callable[[], float]
"""Seconds since 1970; tests may bring their own."""
