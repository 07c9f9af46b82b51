"""What this system lets an ordinary user hold a program to."""

import shutil
import subprocess
import sys
from functools import cache

from scripts.book import ROOT
from scripts.sandbox import landlock

KEEPER = [sys.executable, "-E", "-s", "-S", "-m", "scripts.sandbox.keeper"]
LEVELS = {
    "files": "reads Python and its own folder, writes only in its temporary folder (Landlock)",
    "network": "sees no network but its own loopback (network namespace)",
    "processes": "sees and reaches no process but its own (process namespace)",
}

# What the keeper does with namespaces, tried in a throw-away process.
TRIAL = """
import os, sys
from scripts.sandbox import linux
names = sys.argv[1].split(",")
flags = {"network": linux.NEWNET, "processes": linux.NEWPID | linux.NEWNS | linux.NEWIPC}
uid, gid = os.getuid(), os.getgid()
linux.unshare(linux.NEWUSER | sum(flags[name] for name in names))
linux.map_user(uid, gid, uid, gid)
if "network" in names:
    linux.raise_loopback()
if "processes" in names:
    if os.fork() == 0:
        try:
            linux.mount("none", "/", "", linux.MS_REC | linux.MS_PRIVATE)
            linux.mount("proc", "/proc", "proc", 0)
            linux.mount("tmpfs", "/dev/shm", "tmpfs", 0)
        except OSError:
            os._exit(1)
        os._exit(0)
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


@cache
def isolation() -> tuple[str, ...]:
    """Which of LEVELS can be had here, tried for real once."""
    files = ("files",) if sys.platform == "linux" and landlock.version() else ()
    for names in (("network", "processes"), ("network",)):
        if _works([sys.executable, "-E", "-s", "-S", "-c", TRIAL, ",".join(names)]):
            return (*files, *names)
    return (*files, "network", "processes") if bubblewrap() else files


def other_user() -> bool:
    """Whether root can run a program as nobody here: in a user namespace of our own."""
    return "network" in isolation() and not bubblewrap()


@cache
def bubblewrap() -> tuple[str, ...]:
    """The bwrap command that stands in where the system keeps namespaces from us.

    Some systems give them to bwrap alone. Empty where it is not needed, not
    installed, or not allowed either.
    """
    if _works([sys.executable, "-E", "-s", "-S", "-c", TRIAL, "network"]) or not shutil.which(
        "bwrap"
    ):
        return ()
    prefix = ("bwrap", "--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc", "--tmpfs", "/dev/shm",
              "--unshare-user", "--unshare-net", "--unshare-pid", "--unshare-ipc", "--as-pid-1", "--die-with-parent")  # fmt: skip
    return prefix if _works([*prefix, "true"]) else ()


def missing() -> list[str]:
    """Sentences on what this system does not offer."""
    return [text for name, text in LEVELS.items() if name not in isolation()]


def _works(argv: list[str]) -> bool:
    try:
        return subprocess.run(argv, cwd=ROOT, capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
