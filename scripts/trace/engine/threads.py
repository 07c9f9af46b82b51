"""Threads: births, ends, starts and joins."""

from __future__ import annotations

import _thread
import os
import sys
import threading
from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.tell import (
    HIDDEN,
    TO,
    Here,
    by_program,
    caller,
    local,
    new_strand,
    own_frame,
    tell,
)

# Libraries whose threads are their own affair, until they run the program's code.
OWN_AFFAIR = ("/multiprocessing/", "/concurrent/futures/process.py", "/asyncio/")


def strand_of(thread: Any) -> int:
    """The strand of a thread that this process has started; a fork inherits the rest."""
    process, strand = getattr(thread, "_interleave", (0, HIDDEN))
    return int(strand) if process == os.getpid() else HIDDEN


def start(original: Any, self: Any) -> Any:
    """Thread.start."""
    if not getattr(self, "_initialized", False) or self._started.is_set():
        return original(self)
    frame = caller()
    file = frame.f_code.co_filename if frame is not None else ""
    if any(part in file for part in OWN_AFFAIR):
        self._interleave = os.getpid(), HIDDEN
    else:
        strand = new_strand(self.name, "thread")
        self._interleave = os.getpid(), strand
        tell("starts", f"starts {TO}", to=strand)
    return original(self)


def lives(original: Any, self: Any) -> Any:
    """Thread._bootstrap_inner: the whole life of a thread."""
    local.strand = strand = strand_of(self)
    hook = self._invoke_excepthook

    def invoke(thread: Any) -> None:
        raised(sys.exc_info()[1])
        hook(thread)

    self._invoke_excepthook = invoke
    if strand != HIDDEN:
        tell("born", "begins", line=0)
    original(self)
    if local.strand != HIDDEN:
        tell("ended", "ends", line=0)


def raised(error: BaseException | None) -> None:
    """An exception ends the strand."""
    if error is not None and not isinstance(error, SystemExit):
        message = str(error).split("\n")[0]
        kind = type(error).__name__
        tell(
            "raises",
            f"raises {kind}: {message}" if message else f"raises {kind}",
            line=_line(error),
        )


def _line(error: BaseException) -> int:
    """The program's line in the traceback of an exception."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == Here.program:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def join(original: Any, self: Any, timeout: Any = None) -> Any:
    """Thread.join."""
    strand = strand_of(self)
    told = strand != HIDDEN and self._started.is_set() and own_frame() is not None
    if not told or self is threading.current_thread():
        return original(self, timeout)
    tell("waits_join", f"waits for {TO} to end", to=strand)
    original(self, timeout)
    if self.is_alive():
        tell("refused", f"waits for {TO} no longer", to=strand)
    else:
        tell("joined", f"goes on: {TO} has ended", to=strand)
    return None


def start_new(original: Any, function: Any, args: Any, kwargs: Any = None) -> Any:
    """_thread.start_new_thread, where the program itself calls it."""
    given = {} if kwargs is None else kwargs
    if not by_program():
        return original(function, args, given)
    strand = new_strand(getattr(function, "__name__", "thread"), "thread")
    tell("starts", f"starts {TO}", to=strand)

    def run(*args: Any, **kwargs: Any) -> None:
        local.strand = strand
        tell("born", "begins", line=0)
        try:
            function(*args, **kwargs)
        except BaseException as error:
            raised(error)
            raise
        finally:
            tell("ended", "ends", line=0)

    return original(run, args, given)


def shutdown(original: Any) -> None:
    """threading._shutdown: the main thread waits for the others."""
    others = [
        t for t in threading.enumerate() if not t.daemon and t is not threading.current_thread()
    ]
    shown = [s for s in map(strand_of, others) if s != HIDDEN]
    if shown:
        tell("waits_join", "has nothing more to do, and waits for the others to end", to=shown[-1])
    original()
    if shown:
        tell("joined", "goes on: the others have ended", to=shown[-1])


def install() -> None:
    """Change threading.Thread in place."""
    instead(threading.Thread, "start", start)
    instead(threading.Thread, "_bootstrap_inner", lives)
    instead(threading.Thread, "join", join)
    instead(_thread, "start_new_thread", start_new)
    instead(threading, "_shutdown", shutdown)
    local.strand = 0
