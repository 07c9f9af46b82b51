"""The tree of processes below one, read from /proc."""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Process:
    """A line of /proc/PID/stat: number, parent, group, state letter, resident bytes."""

    pid: int
    parent: int
    group: int
    state: str
    resident: int

    @property
    def alive(self) -> bool:
        """Whether it still runs; a zombie only waits to be collected."""
        return self.state not in "ZX"

    def command(self) -> str:
        """Its command line, as ps shows it; empty when it is gone."""
        try:
            words = Path(f"/proc/{self.pid}/cmdline").read_bytes().rstrip(b"\0")
        except OSError:
            return ""
        return words.replace(b"\0", b" ").decode(errors="replace")


def below(root: int) -> list[Process]:
    """Every process that descends from root, in order of number."""
    everyone = [
        found for name in os.listdir("/proc") if name.isdigit() and (found := _read(int(name)))
    ]
    inside, size = {root}, 0
    while len(inside) > size:
        size = len(inside)
        inside |= {process.pid for process in everyone if process.parent in inside}
    return sorted((p for p in everyone if p.pid in inside - {root}), key=lambda p: p.pid)


def _read(pid: int) -> Process | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return None
    parent, group, resident = int(fields[1]), int(fields[2]), int(fields[21]) * PAGE
    return Process(pid, parent, group, fields[0].decode(), resident)


def count() -> int:
    """How many processes /proc shows; far cheaper than below()."""
    return sum(name.isdigit() for name in os.listdir("/proc"))


def kill_below(root: int) -> None:
    """End every descendant: by groups, which no fork outruns, or stopped before."""
    if root == 1:  # all of a process namespace, in one call that no fork outruns
        with suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        return
    ended = {os.getpgrp()}
    with suppress(ProcessLookupError):
        ended.add(os.getpgid(root))
    with_us = frozenset(ended)
    for _ in range(100):
        alive = [p for p in below(root) if p.alive and p.state not in "Tt"]
        running = [p for p in alive if p.group in with_us or p.group not in ended]
        if not running:
            break
        for group in {p.group for p in running} - ended:
            with suppress(OSError):
                os.killpg(group, signal.SIGKILL)
            ended.add(group)
        for process in running:
            if process.group in with_us:
                _send(process.pid, signal.SIGSTOP)
    for process in below(root):
        _send(process.pid, signal.SIGKILL)


def _send(pid: int, sign: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # it ended between the look and the signal
        os.kill(pid, sign)
