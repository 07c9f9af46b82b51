"""Landlock: a process gives up files for itself and all that it starts.

Source: https://docs.kernel.org/userspace-api/landlock.html
"""

import ctypes
import os
from collections.abc import Iterable

from scripts.sandbox.linux import PR_SET_NO_NEW_PRIVS, libc, prctl

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
PATH_BENEATH, VERSION = 1, 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
READ = EXECUTE | READ_FILE | READ_DIR
ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
# How many file rights each version of the interface knows.
RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
NEWEST_RIGHTS = 16
SCOPES, SCOPES_SINCE = 0b11, 6  # abstract sockets and signals stay among those restricted


class _Ruleset(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("access", ctypes.c_uint64), ("fd", ctypes.c_int32)]


def version() -> int:
    """The version of the interface; 0 where there is none."""
    return max(0, int(libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), VERSION)))


def restrict(
    readable: Iterable[str],
    writable: Iterable[str],
    devices: Iterable[str],
    scoped: bool = False,
) -> None:
    """Allow reading below readable, everything below writable, nothing else.

    Devices can be read and written. Paths that do not exist are passed over.
    scoped: signals and abstract sockets reach nobody but what this process
    starts, where the kernel can. Raises OSError when the kernel refuses.
    """
    handled = (1 << RIGHTS.get(version(), NEWEST_RIGHTS)) - 1
    scoped = scoped and version() >= SCOPES_SINCE
    attributes = _Ruleset(handled, 0, SCOPES if scoped else 0)
    # The first eight bytes are the file rights, all that the first version knows.
    size = ctypes.c_size_t(ctypes.sizeof(_Ruleset) if scoped else 8)
    ruleset = libc.syscall(CREATE_RULESET, ctypes.byref(attributes), size, 0)
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    for paths, access in ((readable, READ), (writable, handled), (devices, ON_FILES | READ)):
        for path in paths:
            _allow(ruleset, path, access & handled)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    if libc.syscall(RESTRICT_SELF, ruleset, 0):
        raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    os.close(ruleset)


def _allow(ruleset: int, path: str, access: int) -> None:
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):
            access &= ON_FILES
        rule = _Beneath(access, fd)
        if libc.syscall(ADD_RULE, ruleset, PATH_BENEATH, ctypes.byref(rule), 0):
            raise OSError(ctypes.get_errno(), f"landlock_add_rule {path}")
    finally:
        os.close(fd)
