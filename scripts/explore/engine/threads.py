"""The methods of threading.Thread that the explorer replaces, and Event.is_set."""

import contextvars
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

from scripts.explore.engine import world


def start(self: Any) -> None:
    """threading.Thread.start."""
    if not self._initialized:
        raise RuntimeError("thread.__init__() not called")
    if self._strand is not None:
        raise RuntimeError("threads can only be started once")
    strand = world.run.current
    if strand is None:
        return
    if getattr(self, "_context", self) is None:  # from Python 3.14 on
        self._context = contextvars.Context()
    self._invoke_excepthook = _counting(self._invoke_excepthook)
    limbo: Any = vars(threading)["_limbo"]
    limbo[self] = self
    quiet, strand.quiet_next = strand.quiet_next, False
    world.run.start(self, quiet)


def _counting(original: Callable[[Any], None]) -> Callable[[Any], None]:
    """What happens to an exception that ends a thread: it counts, and is printed."""

    def invoke(thread: Any) -> None:
        run = world.run
        if not run.abandoned and not isinstance(sys.exc_info()[1], SystemExit):
            run.errors += 1
            original(thread)

    return invoke


def join(self: Any, timeout: float | None = None) -> None:
    """threading.Thread.join."""
    run, other = world.run, self._strand
    strand = run.current
    if strand is None:
        return
    if other is None:
        raise RuntimeError("cannot join thread before it is started")
    if other is strand:
        raise RuntimeError("cannot join current thread")
    frame, quiet = sys._getframe(1), strand.quiet_next
    strand.quiet_next = False
    stops = run.enters(strand, frame) and not (quiet and other.holder is None)
    if stops or other.holder is not None:
        strand.stand("join", frame, other, timeout is not None, quiet)
        run.stop(strand)
    strand.after = quiet


def is_alive(self: Any) -> bool:
    """threading.Thread.is_alive: a stop, since others change the answer."""
    _look(sys._getframe(1))
    return self._strand is not None and self._strand.holder is not None


def is_set(self: Any) -> bool:
    """threading.Event.is_set: a stop, since others change the answer."""
    _look(sys._getframe(1))
    return bool(self._flag)


def _look(frame: Any) -> None:
    run = world.run
    strand = run.current
    if strand is not None and run.enters(strand, frame):
        strand.stand("call", frame, about=sys._getframe(1))
        run.stop(strand)


def uncaught(error: BaseException) -> None:
    """An exception has ended the main thread: it counts, and is printed."""
    world.run.errors += 1
    shown = error.__traceback__
    while shown is not None and shown.tb_frame.f_code.co_filename != world.program:
        shown = shown.tb_next
    sys.excepthook(type(error), error, shown)


def printed(kind: type[BaseException], error: BaseException, shown: Any) -> None:
    """sys.excepthook, with the program's lines from memory."""
    sys.stderr.write("".join(traceback.format_exception(kind, error, shown)))


def excepthook(args: Any) -> None:
    """threading.excepthook, with the program's lines from memory."""
    name = args.thread.name if args.thread else "?"
    lines = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
    sys.stderr.write(f"Exception in thread {name}:\n{''.join(lines)}")
