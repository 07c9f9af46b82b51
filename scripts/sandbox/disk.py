"""How much the files of a run take, those without a name included."""

import errno
import os
import stat
from collections.abc import Iterable

BLOCK = 512  # the unit of st_blocks, whatever the file system
MOST = 50_000  # files and folders; a folder of more is slow to look at and to remove


def taken(folders: Iterable[str], pids: Iterable[int], enough: int) -> int:
    """Bytes of the files below folders, and of those without a name that pids hold open.

    Deleted files and memfd_create(2) have no name. Stops counting soon after
    enough. A tree too deep to be looked at, or of too many files, is too much.
    """
    size, files, waiting = sum(_nameless(pids).values()), 0, [*folders]
    while waiting and size <= enough:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    files += 1
                    size += entry.stat(follow_symlinks=False).st_blocks * BLOCK
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError as error:  # mostly: it was removed meanwhile
            if error.errno == errno.ENAMETOOLONG:
                return enough + 1
        if files > MOST:
            return enough + 1
    return size


def _nameless(pids: Iterable[int]) -> dict[tuple[int, int], int]:
    """Bytes by device and inode, so that what several processes hold counts once."""
    found = {}
    for pid in pids:
        try:
            names = os.listdir(f"/proc/{pid}/fd")
        except OSError:
            continue
        for name in names:
            try:
                about = os.stat(f"/proc/{pid}/fd/{name}")
            except OSError:
                continue
            if stat.S_ISREG(about.st_mode) and not about.st_nlink:
                found[about.st_dev, about.st_ino] = about.st_blocks * BLOCK
    return found
