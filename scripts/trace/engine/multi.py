"""Multi: the processes of multiprocessing, however they are started."""

from __future__ import annotations

import os
import sys
from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.processes import started, starting, waited_for, waiting_for
from scripts.trace.engine.tell import TO, Here, announce, ended, tell
from scripts.trace.engine.threads import raised


def start(original: Any, self: Any) -> Any:
    """Process.start."""
    ticket = starting(self.name)
    self._interleave = ticket
    original(self)
    started(ticket, self.pid, self._popen.method, self.name)


def bootstrap(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
    """Process._bootstrap: the whole life of a child."""
    Here.bottom = sys._getframe()
    announce(self.name)
    run = self.run

    def watched() -> None:
        try:
            run()
        except BaseException as error:
            raised(error)
            raise

    self.run = watched
    status = original(self, *args, **kwargs)
    ended("ends" if not status else f"ends with exit {status}", line=0)
    return status


def join(original: Any, self: Any, timeout: Any = None) -> Any:
    """Process.join."""
    ticket = getattr(self, "_interleave", None)
    if self._popen is None or self._parent_pid != os.getpid():
        return original(self, timeout)
    waiting_for(ticket, self.name)
    original(self, timeout)
    if self.exitcode is None:
        tell("refused", f"waits for {TO} no longer", to=ticket, other=self.name)
    else:
        waited_for(ticket, self.exitcode, self.name)
    return None


def install(process: Any) -> None:
    """In multiprocessing.process."""
    instead(process.BaseProcess, "start", start)
    instead(process.BaseProcess, "_bootstrap", bootstrap)
    instead(process.BaseProcess, "join", join)
