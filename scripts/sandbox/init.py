"""The init process: the first one of a run, above whatever the program starts."""

import os
import signal
import time
from contextlib import suppress

from scripts.sandbox import disk, launch, tree
from scripts.sandbox.policy import LOOK, TICK, Policy

GRACE = 1.0  # seconds in which helpers of multiprocessing go by themselves
STACKS = 0.3  # seconds for one process to print its stacks


class Init:
    """The first process of a run: starts the program, watches it, clears up after it."""

    def __init__(self, policy: Policy) -> None:
        """Nothing runs before run()."""
        self.policy = policy
        self.passed: str | None = None
        self.status: int | None = None
        self.peak = 0
        self.cpu = 0.0
        self.looked = 0.0

    def run(self) -> dict[str, object]:
        """Run the program to its end and say how that was."""
        launch.prepare(self.policy)
        start = time.monotonic()
        self.main = launch.launch(self.policy)
        hung = self.watch(start + self.policy.timeout)
        seconds = time.monotonic() - start
        left = [] if hung or self.passed else self.leftovers()
        tree.kill_below(os.getpid())
        self.reap(wait=True)
        return {
            "start": start,
            "exit": os.waitstatus_to_exitcode(self.status) if self.status is not None else None,
            "seconds": round(seconds, 4),
            "cpu": round(self.cpu, 4),
            "peak": self.peak,
            "hung": hung,
            "passed": self.passed,
            "left": left,
        }

    def watch(self, deadline: float) -> bool:
        """Wait for the end; True when the time was up first."""
        while self.status is None:
            if time.monotonic() > deadline:
                self.stop_hanging()
                return True
            news = signal.sigtimedwait({signal.SIGCHLD, signal.SIGTERM}, TICK)
            # The program may send us one, too.
            told = news and (news.si_signo, news.si_pid) == (signal.SIGTERM, os.getppid())
            self.passed = self.over_limit(told=bool(told))
            self.reap()
            if self.passed:
                break
        return False

    def over_limit(self, told: bool) -> str | None:
        """Which limit the tree has passed, if any; told: the runner says output."""
        if told:
            return "output"
        if os.getpid() == 1 and tree.count() > self.policy.limits.processes + 1:
            return "processes"
        living = tree.below(os.getpid())
        if len(living) > self.policy.limits.processes:
            return "processes"
        if sum(p.resident for p in living) > self.policy.limits.memory:
            return "memory"
        return "disk" if self.fills_the_disk([p.pid for p in living]) else None

    def fills_the_disk(self, living: list[int]) -> bool:
        """Whether its files take too much; looked at now and then."""
        if time.monotonic() < self.looked + LOOK:
            return False
        most = self.policy.limits.disk
        too_much = disk.taken(self.policy.writable, living, most) > most
        self.looked = time.monotonic()
        return too_much

    def stop_hanging(self) -> None:
        """Where a hang is expected, let every process print its stacks first."""
        for process in tree.below(os.getpid()) if self.policy.hang else []:
            if process.alive:
                with suppress(ProcessLookupError):  # helpers end when their master did
                    os.kill(process.pid, signal.SIGABRT)
                time.sleep(STACKS)
                self.reap()

    def leftovers(self) -> list[str]:
        """Command lines of what the program left running, after a moment's grace."""
        until = time.monotonic() + GRACE
        while (
            alive := [p for p in tree.below(os.getpid()) if p.alive]
        ) and time.monotonic() < until:
            signal.sigtimedwait({signal.SIGCHLD}, TICK)
            self.reap()
        return [process.command() for process in alive]

    def reap(self, wait: bool = False) -> None:
        """Collect ended children; keep the program's own status, and the CPU time of all.

        Whoever lost its parent, such as a fork server, is collected here, too.
        """
        while True:
            try:
                pid, status, usage = os.wait4(-1, 0 if wait else os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self.cpu += usage.ru_utime + usage.ru_stime
            if pid == self.main:
                self.status = status
                self.peak = usage.ru_maxrss * 1024
