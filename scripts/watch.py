"""Which files of a folder were opened during a run, told by the kernel.

A compiler writes a depfile; a program does not. inotify sees every open, by
whichever process and language, and costs the program nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inotify_simple import INotify, flags


@contextmanager
def opened(folder: Path) -> Iterator[set[Path]]:
    """Collects, by the end of the with block, the files below folder that were read.

    Gives the paths relative to folder. When the kernel's queue overflowed,
    every file counts as read.
    """
    found: set[Path] = set()
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    with INotify() as kernel:
        watches = {kernel.add_watch(path, flags.OPEN): path for path in folders}
        yield found
        for event in kernel.read(timeout=0):
            if event.mask & flags.Q_OVERFLOW:
                found.update(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
            elif not event.mask & flags.ISDIR:
                found.add((watches[event.wd] / event.name).relative_to(folder))
