"""The launch: a session and mounts of its own, and then the program, with what it may have."""

import fcntl
import os
import resource
import signal
import termios
from contextlib import suppress
from pathlib import Path

from scripts.sandbox import landlock, linux, root
from scripts.sandbox.policy import DEVICES, SYSTEM, Policy

MOST = 2048  # processes and threads of a run at once


def prepare(policy: Policy) -> None:
    """A session of its own on the terminal, and its own /proc and /dev/shm."""
    linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    if "processes" in policy.isolation:
        linux.mount("none", "/", "", linux.MS_REC | linux.MS_PRIVATE)
        linux.mount("proc", "/proc", "proc", linux.MS_NOSUID | linux.MS_NODEV)
        if policy.as_user:
            _bound_namespaces()
        room = f"mode=1777,size={policy.limits.memory}"
        linux.mount("tmpfs", "/dev/shm", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, room)


def _bound_namespaces() -> None:
    """The kernel's own bounds on a user namespace: processes, and namespaces in it.

    Before Linux 6.14 there is a single bound on processes for the whole system,
    which a user namespace may not touch, and root must not.
    """
    with suppress(OSError):
        Path("/proc/sys/kernel/pid_max").write_text(str(MOST), encoding="ascii")
    # In a user namespace of its own, a program would have all capabilities again.
    with suppress(OSError):
        Path("/proc/sys/user/max_user_namespaces").write_text("0", encoding="ascii")


def launch(policy: Policy) -> int:
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
        resource.setrlimit(resource.RLIMIT_FSIZE, (policy.limits.file,) * 2)
        _give_up(policy)
        os.chdir(policy.cwd)
        if "files" in policy.isolation:
            scoped = "signals" in policy.isolation
            landlock.restrict(_readable(policy), policy.writable, DEVICES, scoped)
        os.execvpe(policy.argv[0], policy.argv, policy.env)
    except OSError as error:
        print(f"could not start {policy.argv[0]}: {error}")
    os._exit(127)


def _give_up(policy: Policy) -> None:
    """Leave what the program needs nothing of: other files, root's powers, the author's keys."""
    # When memory runs out, the kernel is to end this one and nobody else.
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    if "mounts" in policy.isolation:
        linux.unshare(linux.NEWNS)
        root.enter(_readable(policy), policy.writable, policy.hidden)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    _leave_keys(policy)
    linux.keep_capabilities(0 if policy.as_user else 1 << linux.CAP_SYS_NICE)


def _leave_keys(policy: Policy) -> None:
    """Be without the keys that the author's session holds, and those of the user."""
    with suppress(OSError):  # a system that has no keyrings, or keeps them from us
        linux.leave_keyring()
        if policy.as_user and "network" in policy.isolation:
            return  # in a user namespace, the user's own keyring is another one
    with suppress(OSError):  # a system without filters
        linux.refuse_keys()


def _readable(policy: Policy) -> list[str]:
    return [*SYSTEM, *policy.readable]
