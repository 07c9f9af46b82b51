"""Processes: fork, exec and their ends, as os and subprocess have them."""

from __future__ import annotations

import os
import signal
from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.names import LONGEST
from scripts.trace.engine.tell import TO, announce, by_program, ended, number, record, tell

NO_CHILD = 0


def starting(name: str) -> dict[str, int]:
    """A process is about to be started; gives what stands for it until it tells of itself."""
    ticket = {"ticket": number("tickets")}
    tell("starts", f"starts {TO}", to=ticket, other=name[:LONGEST])
    return ticket


def started(ticket: dict[str, int], pid: int, method: str, name: str = "") -> None:
    """It has been started."""
    record(pid=pid, method=method, name=name, **ticket)


def waiting_for(child: Any, name: str = "another process") -> None:
    """The strand waits for the end of a process."""
    tell("waits_join", f"waits for {TO} to end", to=child, other=name)


def waited_for(child: Any, status: int | None, name: str = "another process") -> None:
    """It has come; status as subprocess gives it."""
    how = "has ended"
    if status is not None and status < 0:
        how = f"was ended by {_signal(-status)}"
    elif status:
        how = f"has ended with exit {status}"
    tell("joined", f"goes on: {TO} {how}", to=child, other=name)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def fork(original: Any) -> int:
    """os.fork, where the program itself calls it."""
    if not by_program():
        return int(original())
    ticket = starting("a process")
    pid = int(original())
    if pid == NO_CHILD:
        announce()
    else:
        started(ticket, pid, "fork", "child")
    return pid


def exit_now(original: Any, status: int) -> None:
    """os._exit: nothing else runs after it."""
    if by_program():
        ended(f"ends at once, by os._exit({status})")
    else:
        ended(line=0)
    original(status)


def execute(original: Any, path: Any, *rest: Any) -> Any:
    """os.execv and execve: the process goes on as another program."""
    if os.path.exists(path):
        ended("becomes another program")
    return original(path, *rest)


def waitpid(original: Any, pid: int, options: int) -> Any:
    """os.waitpid, where the program itself calls it."""
    if not by_program():
        return original(pid, options)
    child = {"pid": pid} if pid > 0 else None
    if not options & os.WNOHANG:
        waiting_for(child, "a child")
    found, status = original(pid, options)
    if found:
        waited_for({"pid": found}, _exit_code(status), "a child")
    return found, status


def wait(original: Any) -> Any:
    """os.wait, where the program itself calls it."""
    if not by_program():
        return original()
    waiting_for(None, "a child")
    found, status = original()
    waited_for({"pid": found}, _exit_code(status), "a child")
    return found, status


def _exit_code(status: int) -> int:
    """As os.waitstatus_to_exitcode, which is new in 3.9."""
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def popen(original: Any, self: Any, args: Any, *rest: Any, **kwargs: Any) -> None:
    """subprocess.Popen.__init__."""
    words = [args] if isinstance(args, (str, bytes, os.PathLike)) else args
    try:
        name = " ".join(os.path.basename(os.fsdecode(word)) for word in words)
    except TypeError:
        name = "a process"
    ticket = starting(name)
    original(self, args, *rest, **kwargs)
    self._interleave = ticket, name[:LONGEST]
    started(ticket, self.pid, "exec", name[:LONGEST])


def waits(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
    """Popen.wait and communicate: one may call the other."""
    if self.returncode is not None or getattr(self, "_interleave_waits", True) is False:
        return original(self, *args, **kwargs)
    ticket, name = getattr(self, "_interleave", (None, "a process"))
    waiting_for(ticket, name)
    self._interleave_waits = False
    try:
        return original(self, *args, **kwargs)
    finally:
        self._interleave_waits = True
        if self.returncode is None:
            tell("refused", f"waits for {TO} no longer", to=ticket, other=name)
        else:
            waited_for(ticket, self.returncode, name)


def install() -> None:
    """In os."""
    for name, function in (
        ("fork", fork),
        ("_exit", exit_now),
        ("waitpid", waitpid),
        ("wait", wait),
        ("execv", execute),
        ("execve", execute),
    ):
        instead(os, name, function)


def install_subprocess(subprocess: Any) -> None:
    """In subprocess."""
    instead(subprocess.Popen, "__init__", popen)
    instead(subprocess.Popen, "wait", waits)
    instead(subprocess.Popen, "communicate", waits)
