"""Quiet: tracebacks as they are without the engine."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.tell import ENGINE, Here
from scripts.trace.engine.threads import raised


def stripped(trace: TracebackType | None) -> TracebackType | None:
    """A traceback without the engine's frames."""
    kept = []
    while trace is not None:
        if not trace.tb_frame.f_code.co_filename.startswith(ENGINE):
            kept.append(trace)
        trace = trace.tb_next
    for one in reversed(kept):
        trace = TracebackType(trace, one.tb_frame, one.tb_lasti, one.tb_lineno)
    return trace


def strip(error: BaseException | None) -> None:
    """Take the engine's frames out of an exception and of those behind it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        error.__traceback__ = stripped(error.__traceback__)
        strip(error.__cause__)
        error = error.__context__


def uncaught(original: Any, kind: Any, error: BaseException, trace: Any) -> None:
    """sys.excepthook: it begins where the program does."""
    raised(error)
    strip(error)
    own = error.__traceback__
    while own is not None and own.tb_frame.f_code.co_filename != Here.program:
        own = own.tb_next
    if own is not None:
        error.__traceback__ = own
    original(kind, error, error.__traceback__)


def in_thread(original: Any, args: Any) -> None:
    """threading.excepthook."""
    strip(args.exc_value)
    given = (
        args.exc_type,
        args.exc_value,
        getattr(args.exc_value, "__traceback__", None),
        args.thread,
    )
    original(type(args)(given))


def from_traceback(
    original: Any, self: Any, kind: Any, error: Any, trace: Any, **more: Any
) -> None:
    """TracebackException.__init__."""
    original(self, kind, error, stripped(trace), **more)


def extract(original: Any, trace: Any, *args: Any, **kwargs: Any) -> Any:
    """traceback.extract_tb."""
    return original(stripped(trace), *args, **kwargs)


def walk(original: Any, frame: Any) -> Any:
    """traceback.walk_stack."""
    if frame is None:
        return original(frame)
    hidden = (ENGINE, "<frozen runpy>")
    return (pair for pair in original(frame) if not pair[0].f_code.co_filename.startswith(hidden))


def install() -> None:
    """What prints uncaught exceptions."""
    instead(sys, "excepthook", uncaught)
    instead(threading, "excepthook", in_thread)


def install_traceback(traceback: Any) -> None:
    """In traceback, for those who print it themselves."""
    instead(traceback.TracebackException, "__init__", from_traceback)
    instead(traceback, "extract_tb", extract)
    instead(traceback, "walk_stack", walk)
