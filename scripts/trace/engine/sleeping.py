"""Sleeping: time.sleep, where the program itself calls it."""

from __future__ import annotations

import time
from typing import Any

from scripts.trace.engine.tell import by_program, tell

sleep = time.sleep


def slept(seconds: float, /) -> Any:
    """time.sleep with its events."""
    if not by_program():
        return sleep(seconds)
    tell("sleeps", f"sleeps {seconds:g} s" if isinstance(seconds, (int, float)) else "sleeps")
    sleep(seconds)
    tell("wakes", "wakes")
    return None


def install() -> None:
    """In the module, so that from time import sleep finds it."""
    slept.__name__ = slept.__qualname__ = "sleep"
    time.sleep = slept  # type: ignore[assignment]
