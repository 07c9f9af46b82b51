"""The keeper: the process between the runner and a program.

    python -m scripts.sandbox.keeper POLICY_JSON REPORT_FD

It leaves the namespaces of the system, forks the init process of new ones,
which starts the program as a shell would (a process group in the terminal's
foreground), counts what the tree takes, ends it, and reports in one line of
JSON to REPORT_FD. Only the standard library: it runs with -S.
"""

import json
import os
import signal
import sys
import time

from scripts.sandbox import linux, tree
from scripts.sandbox.init import Init
from scripts.sandbox.policy import LOOK, TICK, Policy, from_json

NOBODY = 65534  # the user that every Linux has, and that may nothing


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


if __name__ == "__main__":
    main()
