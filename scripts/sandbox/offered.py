"""What this system lets an ordinary user hold a program to."""

import os
import shutil
import subprocess
import sys
from functools import cache

from scripts.book import ROOT
from scripts.sandbox import landlock, root
from scripts.sandbox.policy import SYSTEM, Policy

KEEPER = [sys.executable, "-E", "-s", "-S", "-m", "scripts.sandbox.keeper"]
LEVELS = {
    "files": "reads Python and its own folder, writes only in its temporary folder (Landlock)",
    "network": "sees no network but its own loopback (network namespace)",
    "processes": "sees and reaches no process but its own (process namespace)",
    "mounts": "finds no file, socket or device but the system's, Python's and its own, and"
    " changes none but its own (mount namespace)",
}
ISOLATED = ("network", "processes", "mounts")

# What the keeper does with namespaces, tried in a throw-away process.
TRIAL = """
import os, sys
from scripts.sandbox import linux, root
from scripts.sandbox.policy import SYSTEM
names = sys.argv[1].split(",")
flags = {"network": linux.NEWNET, "processes": linux.NEWPID | linux.NEWNS | linux.NEWIPC}
uid, gid = os.getuid(), os.getgid()
linux.unshare(linux.NEWUSER | sum(flags.get(name, 0) for name in names))
linux.map_user(uid, gid, uid, gid)
if "network" in names:
    linux.raise_loopback()
if "processes" in names:
    if os.fork() == 0:
        try:
            linux.mount("none", "/", "", linux.MS_REC | linux.MS_PRIVATE)
            linux.mount("proc", "/proc", "proc", 0)
            linux.mount("tmpfs", "/dev/shm", "tmpfs", 0)
            if "mounts" in names:
                linux.unshare(linux.NEWNS)
                root.enter(SYSTEM, [], [])
        except OSError:
            os._exit(1)
        os._exit(0)
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


@cache
def isolation() -> tuple[str, ...]:
    """Which of LEVELS can be had here, tried for real once."""
    files = ("files",) if sys.platform == "linux" and landlock.version() else ()
    for names in (ISOLATED, ISOLATED[:2], ISOLATED[:1]):
        if _works([sys.executable, "-E", "-s", "-S", "-c", TRIAL, ",".join(names)]):
            return (*files, *names)
    return (*files, *ISOLATED) if bubblewrap() else files


def asked() -> list[str]:
    """What the keeper has to set up: those of LEVELS that bubblewrap did not.

    "signals" where the keeper does not become the first process of a namespace,
    which nobody in it can end: there it is left to Landlock, from Linux 6.12 on.
    """
    names = [name for name in isolation() if name == "files" or not bubblewrap()]
    return names if "processes" in names else [*names, "signals"]


def command(policy: Policy) -> list[str]:
    """What starts a run: the keeper, in bubblewrap where that stands in."""
    keeper = [*KEEPER, policy.to_json()]
    return [*bubblewrap(), *_shown(policy), *keeper] if bubblewrap() else keeper


@cache
def secrets() -> list[str]:
    """What root may read and nobody else; nothing where we are not root."""
    return root.secrets() if os.geteuid() == 0 else []


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
    prefix = ("bwrap", "--unshare-user", "--unshare-net", "--unshare-pid", "--unshare-ipc",
              "--as-pid-1", "--die-with-parent")  # fmt: skip
    return prefix if _works([*prefix, *_files([*SYSTEM]), "true"]) else ()


def _shown(policy: Policy) -> list[str]:
    """The files of a run as bwrap is told of them; the keeper's own among them."""
    keeper = [str(ROOT), sys.prefix, sys.base_prefix]
    words = _files([*SYSTEM, *keeper, *policy.readable])
    for path in policy.writable:
        words += ["--bind", path, path] if path != "/dev/shm" else []
    for path in policy.hidden:
        words += ["--tmpfs", path] if os.path.isdir(path) else ["--ro-bind", "/dev/null", path]
    return [*words, "--remount-ro", "/"]


def _files(readable: list[str]) -> list[str]:
    """What is read, and the devices; a link stays a link."""
    links = dict(link for path in readable for link in root.links(path))
    real = sorted({os.path.realpath(path) for path in readable} - {"/dev", "/proc"})
    words = []
    for place in real:
        if not root.below(os.path.dirname(place), real):
            words += ["--ro-bind-try", place, place]
    for place, target in links.items():
        if not root.below(place, real):
            words += ["--symlink", target, place]
    return [*words, "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/dev/shm"]


def missing() -> list[str]:
    """Sentences on what this system does not offer."""
    return [text for name, text in LEVELS.items() if name not in isolation()]


def _works(argv: list[str]) -> bool:
    try:
        return subprocess.run(argv, cwd=ROOT, capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
