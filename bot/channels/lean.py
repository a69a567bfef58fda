"""aiogram, imported so that each of its models is built when it is first used.

Left to itself it builds all of its four hundred while it is imported, for the two dozen that we use: three of the eight
seconds of CPU that every start took (measured), in which nobody who writes to the city is answered.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

_MODELS = "aiogram.types."


@contextmanager
def _unbuilt() -> Iterator[None]:
    """Within it, models of aiogram that are told to build themselves put it off."""
    own, names = vars(BaseModel)["model_rebuild"], dict[str, Any]()

    def put_off(cls: type[BaseModel], /, **options: Any) -> bool | None:
        namespace = options.get("_types_namespace")
        if namespace is None or not cls.__module__.startswith(_MODELS):
            built: bool | None = own.__func__(cls, **options)
            return built
        names.update(namespace)
        return None

    BaseModel.model_rebuild = classmethod(put_off)  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        BaseModel.model_rebuild = own  # type: ignore[method-assign]
    # Their modules import each other's names for type checkers only; where they know them, pydantic builds by itself.
    for module in [module for name, module in sys.modules.items() if name.startswith(_MODELS)]:
        for name, meant in names.items():
            vars(module).setdefault(name, meant)


with _unbuilt():
    import aiogram.types

__all__ = ["aiogram"]
