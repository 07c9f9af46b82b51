"""Instead: a library's function gives way to one that calls it and tells of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def instead(owner: Any, name: str, function: Callable[..., Any]) -> Any:
    """Put function(original, *arguments) in the place of owner's name.

    It keeps the name by which pickle finds it. Gives the original.
    """
    original = getattr(owner, name)

    def called(*args: Any, **kwargs: Any) -> Any:
        return function(original, *args, **kwargs)

    for attribute in ("__name__", "__qualname__", "__module__", "__doc__"):
        setattr(called, attribute, getattr(original, attribute, None))
    setattr(owner, name, called)
    return original
