"""The root folder that a program sees: what it may read, what it may write, no more.

Landlock forbids opening files, but neither to change their mode or times nor to
connect to a socket that has a name among them. What is not there has no such
doors, and what is there is mounted read-only.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from scripts.sandbox import linux

PLACE = "/tmp"  # where it is put together; every system has one
EMPTY = ("tmp", "run", "var/tmp", "dev")  # there, and nothing in it
NODES = ("null", "zero", "full", "random", "urandom", "tty")
LINKS = {
    "fd": "/proc/self/fd",
    "stdin": "/proc/self/fd/0",
    "stdout": "/proc/self/fd/1",
    "stderr": "/proc/self/fd/2",
    "ptmx": "ptys/ptmx",
}
BOUND = linux.MS_BIND | linux.MS_REC


def enter(readable: Sequence[str], writable: Sequence[str], hidden: Sequence[str]) -> None:
    """Leave the root for a new one. Only for a process with a mount namespace of its own.

    hidden: files and folders within readable ones that are closed. Paths that
    do not exist are passed over. Raises OSError when the kernel refuses.
    """
    terminal = os.ttyname(0) if os.isatty(0) else ""
    ways = dict(link for path in readable for link in links(path))
    own = {os.path.realpath(path) for path in writable} - {"/dev/shm"}
    real = sorted(own | {os.path.realpath(path) for path in readable})
    # Opened before PLACE is covered, in which the run's own folders lie.
    names = [*real, *hidden, *(f"/dev/{name}" for name in NODES), "/dev/shm", terminal]
    held = {name: os.open(name, os.O_PATH | os.O_CLOEXEC) for name in names if _there(name)}
    linux.mount("tmpfs", PLACE, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "size=1m,mode=755")
    for name in EMPTY:
        os.makedirs(f"{PLACE}/{name}", exist_ok=True)
    shown = ["/dev"]
    for name in real:
        if name in held and (name in own or not below(name, shown)):
            bind(held[name], PLACE + name)
            shown.append(name)
    for link, target in ways.items():
        os.makedirs(os.path.dirname(PLACE + link), exist_ok=True)
        with suppress(FileExistsError):  # it lies in what is bound
            os.symlink(target, PLACE + link)
    _close([PLACE + name for name in hidden if name in held])
    linux.set_mount(PLACE, linux.RDONLY | linux.NOSUID | linux.NODEV, below=True)
    for name in own & held.keys():
        linux.set_mount(PLACE + name, clear=linux.RDONLY)
    _devices(f"{PLACE}/dev", held, terminal)
    for descriptor in held.values():
        os.close(descriptor)
    linux.pivot_root(PLACE)


def bind(descriptor: int, target: str) -> None:
    """Show at target the file or folder that the descriptor is of."""
    source = f"/proc/self/fd/{descriptor}"
    if not os.path.exists(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if os.path.isdir(source):
            os.mkdir(target)
        else:
            Path(target).touch()
    linux.mount(source, target, "", BOUND)


def below(path: str, folders: Sequence[str]) -> bool:
    """Whether the path is one of the folders, or lies in one."""
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def links(path: str) -> Iterator[tuple[str, str]]:
    """The symbolic links on the way to a path, each with what it says."""
    done, rest = "/", path.strip("/").split("/")
    for _ in range(100):  # as the kernel, which gives up after 40 links
        if not rest:
            return
        name, *rest = rest
        done = os.path.normpath(os.path.join(done, name))
        if os.path.islink(done):
            target = os.readlink(done)
            yield done, target
            whole = os.path.normpath(os.path.join(os.path.dirname(done), target))
            done, rest = "/", [*whole.strip("/").split("/"), *rest]


def secrets(folder: str = "/etc") -> list[str]:
    """What in a folder only its owner may read, such as /etc/shadow and host keys.

    An ordinary user cannot open these anyway; root can.
    """
    found = []
    for path, folders, files in os.walk(folder):
        closed = {name for name in (*folders, *files) if not _public(f"{path}/{name}")}
        found += [f"{path}/{name}" for name in sorted(closed)]
        folders[:] = [name for name in folders if name not in closed]
    return found


def _public(path: str) -> bool:
    with suppress(OSError):
        return os.path.islink(path) or bool(os.stat(path).st_mode & 0o004)
    return True


def _there(name: str) -> bool:
    return bool(name) and os.path.exists(name)


def _close(paths: Sequence[str]) -> None:
    """Put something that nobody may open in the place of each."""
    folder, file = f"{PLACE}/.folder", f"{PLACE}/.file"
    os.mkdir(folder, 0)
    os.close(os.open(file, os.O_CREAT, 0))
    for path in paths:
        linux.mount(folder if os.path.isdir(path) else file, path, "", BOUND)
    os.rmdir(folder)
    os.remove(file)


def _devices(dev: str, held: dict[str, int], terminal: str) -> None:
    """A few devices, the program's own terminal, and room for more of its own."""
    quiet = linux.MS_NOSUID | linux.MS_NOEXEC
    linux.mount("tmpfs", dev, "tmpfs", quiet, "size=64k,mode=755")
    for name in ("shm", "pts", "ptys"):
        os.mkdir(f"{dev}/{name}")
    for name, target in LINKS.items():
        os.symlink(target, f"{dev}/{name}")
    own = [f"/dev/{name}" for name in NODES]
    for name in (*own, "/dev/shm", terminal):
        if name in held:
            bind(held[name], dev + name.removeprefix("/dev"))
    linux.mount("devpts", f"{dev}/ptys", "devpts", quiet, "newinstance,ptmxmode=0666,mode=620")
    linux.set_mount(dev, linux.RDONLY)
