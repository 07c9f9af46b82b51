"""The keeper: the process between the runner and a program.

    python -m scripts.sandbox.keeper POLICY_JSON REPORT_FD

It leaves the namespaces of the system, forks the init process of new ones,
which starts the program as a shell would (a process group in the terminal's
foreground), counts what the tree takes, ends it, and reports in one line of
JSON to REPORT_FD. Only the standard library: it runs with -S.
"""

import fcntl
import json
import os
import resource
import signal
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

from scripts.sandbox import disk, landlock, linux, root, tree
from scripts.sandbox.policy import DEVICES, SYSTEM, Policy, from_json

MOST = 2048  # processes and threads of a run at once
TICK = 0.05  # seconds between two looks at the tree
LOOK = 0.2  # seconds between two looks at its files
GRACE = 1.0  # seconds in which helpers of multiprocessing go by themselves
NOBODY = 65534  # the user that every Linux has, and that may nothing
STACKS = 0.3  # seconds for one process to print its stacks


def main() -> None:
    """The command."""
    policy, report = from_json(sys.argv[1]), int(sys.argv[2])
    os.set_inheritable(report, False)  # the program must not see it
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD, signal.SIGTERM})
    leave(policy)
    outside = os.stat("/proc").st_dev
    start = time.monotonic()
    init = os.fork()
    if init == 0:
        linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
        tell(report, Init(policy).run())
        os._exit(0)
    # A SIGTERM from the runner means: end the program now.
    while (news := signal.sigtimedwait({signal.SIGCHLD, signal.SIGTERM}, TICK)) is None or (
        news.si_signo == signal.SIGTERM
    ):
        if news:
            os.kill(init, signal.SIGTERM)
        # The init process gets too little of the CPU beside a fork bomb; we are
        # in another session, and so in another group of the scheduler.
        elif crowd(init, outside) > policy.limits.processes:
            end(init, outside)
            seconds = round(time.monotonic() - start, 4)
            tell(report, {"exit": None, "passed": "processes", "seconds": seconds})
            break
    os.waitpid(init, 0)


def crowd(init: int, outside: int) -> int:
    """How many processes init has below it, seen from outside.

    outside: the device of /proc before init mounted its own, which is then ours as well.
    """
    if os.stat("/proc").st_dev != outside:
        return tree.count() - 1
    if os.getpid() == 1:  # the first one in bubblewrap
        return tree.count() - 2
    # Here the whole system has to be looked through; not each time.
    return len(tree.below(init)) if time.monotonic() % LOOK < TICK else 0


def end(init: int, outside: int) -> None:
    """End the run from outside."""
    if os.stat("/proc").st_dev == outside:
        os.kill(init, signal.SIGSTOP)  # alive, so that what loses its parent stays below it
        tree.kill_below(1 if os.getpid() == 1 else init)
    os.kill(init, signal.SIGKILL)  # with it, the kernel ends its namespace


def tell(report: int, what: dict[str, object]) -> None:
    """One line. The runner reads the first, whoever of us was first."""
    os.write(report, json.dumps(what).encode() + b"\n")


def leave(policy: Policy) -> None:
    """Enter the new namespaces that the policy names."""
    uid, gid = os.getuid(), os.getgid()
    flags = {"network": linux.NEWNET, "processes": linux.NEWPID | linux.NEWNS | linux.NEWIPC}
    wanted = sum(flag for name, flag in flags.items() if name in policy.isolation)
    if not wanted:
        return
    linux.unshare(wanted | (linux.NEWUSER if policy.as_user else 0))
    if policy.as_user:
        as_nobody = policy.not_root and uid == 0
        linux.map_user(uid, gid, *((NOBODY, NOBODY) if as_nobody else (uid, gid)))
    if "network" in policy.isolation:
        linux.raise_loopback()


class Init:
    """The first process of a run: starts the program, watches it, clears up."""

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
        self.prepare()
        start = time.monotonic()
        self.main = self.start()
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

    def prepare(self) -> None:
        """A session of its own on the terminal, and its own /proc and /dev/shm."""
        linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        if "processes" in self.policy.isolation:
            linux.mount("none", "/", "", linux.MS_REC | linux.MS_PRIVATE)
            linux.mount("proc", "/proc", "proc", linux.MS_NOSUID | linux.MS_NODEV)
            self.bound_processes()
            room = f"mode=1777,size={self.policy.limits.memory}"
            linux.mount("tmpfs", "/dev/shm", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, room)

    def bound_processes(self) -> None:
        """The kernel's own bound, one for each namespace since Linux 6.14.

        An older one has a single bound for the whole system, which a user
        namespace may not touch, and root must not.
        """
        if self.policy.as_user:
            with suppress(OSError):
                Path("/proc/sys/kernel/pid_max").write_text(str(MOST), encoding="ascii")
            # In a user namespace of its own, a program would have all capabilities again.
            with suppress(OSError):
                Path("/proc/sys/user/max_user_namespaces").write_text("0", encoding="ascii")

    def start(self) -> int:
        """Fork and become the program; gives its process id."""
        pid = os.fork()
        if pid:
            return pid
        try:
            linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
            os.setpgid(0, 0)
            os.tcsetpgrp(0, os.getpid())
            signal.signal(signal.SIGTTOU, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, set())
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.policy.limits.file,) * 2)
            self.give_up()
            os.chdir(self.policy.cwd)
            if "files" in self.policy.isolation:
                readable, scoped = (
                    [*SYSTEM, *self.policy.readable],
                    "signals" in self.policy.isolation,
                )
                landlock.restrict(readable, self.policy.writable, DEVICES, scoped)
            os.execvpe(self.policy.argv[0], self.policy.argv, self.policy.env)
        except OSError as error:
            print(f"could not start {self.policy.argv[0]}: {error}")
        os._exit(127)

    def give_up(self) -> None:
        """Leave what the program needs nothing of: other files, and root's powers."""
        # When memory runs out, the kernel is to end this one and nobody else.
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
        if "mounts" in self.policy.isolation:
            linux.unshare(linux.NEWNS)
            readable = [*SYSTEM, *self.policy.readable]
            root.enter(readable, self.policy.writable, self.policy.hidden)
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
        linux.keep_capabilities(0 if self.policy.as_user else 1 << linux.CAP_SYS_NICE)

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


if __name__ == "__main__":
    main()
