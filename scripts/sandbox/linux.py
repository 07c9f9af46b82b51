"""The Linux system calls that the standard library of 3.11 does not have.

Sources: unshare(2), mount(2), mount_setattr(2), pivot_root(2), prctl(2), capset(2),
capabilities(7), netdevice(7), landlock(7), keyctl(2), seccomp(2).
"""

import ctypes
import errno
import fcntl
import os
import socket
import struct
from pathlib import Path

NEWNS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
MS_REC, MS_PRIVATE, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND = 0x4000, 1 << 18, 2, 4, 8, 0x1000
MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE = 442, -100, 0x8000  # one number on every architecture
RDONLY, NOSUID, NODEV = 1, 2, 4  # the attributes of mount_setattr
MNT_DETACH = 2
PR_CAPBSET_DROP, CAP_SYS_NICE, CAP_LAST = 24, 23, 63
CAPABILITIES_VERSION_3 = 0x20080522
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 36, 38
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
# By architecture: its number in a filter; add_key(2), request_key(2) and keyctl(2).
KEYS = {
    "x86_64": (0xC000003E, 248, 249, 250),
    "aarch64": (0xC00000B7, 217, 218, 219),
    "riscv64": (0xC00000F3, 217, 218, 219),
}
JOIN_SESSION_KEYRING = 1
PR_SET_SECCOMP, MODE_FILTER = 22, 2
LOAD, IF_EQUAL, IF_NOT_LESS, RETURN = 0x20, 0x15, 0x35, 0x06  # what a filter is made of
NUMBER, ARCHITECTURE, X32 = 0, 4, 1 << 30  # where these stand; calls of a third kind on x86_64
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM

libc = ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def unshare(flags: int) -> None:
    """Leave the namespaces named by flags for new ones. Raises OSError."""
    _checked(libc.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    """mount(2). Raises OSError."""
    _checked(
        libc.mount(source.encode(), target.encode(), kind.encode(), flags, data.encode()),
        f"mount {target}",
    )


class _Attributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("set", "clear", "propagation", "userns")]


def set_mount(path: str, set_: int = 0, clear: int = 0, below: bool = False) -> None:
    """mount_setattr(2), below: on all mounts under path as well. Raises OSError."""
    given = _Attributes(set_, clear, 0, 0)
    flags = AT_RECURSIVE if below else 0
    _checked(
        libc.syscall(
            MOUNT_SETATTR, AT_FDCWD, path.encode(), flags, ctypes.byref(given),
            ctypes.c_size_t(ctypes.sizeof(given)),
        ),
        f"mount_setattr {path}",
    )  # fmt: skip


def pivot_root(folder: str) -> None:
    """Make folder, which is a mount, the root, and let go of the old one. Raises OSError."""
    os.chdir(folder)
    # The C library does not have it, and its number is not the same everywhere.
    number = {"x86_64": 155, "aarch64": 41, "riscv64": 41}.get(os.uname().machine)
    if number is None:
        raise OSError(errno.ENOSYS, "pivot_root")
    _checked(libc.syscall(number, b".", b"."), "pivot_root")
    _checked(libc.umount2(b".", MNT_DETACH), "umount of the old root")
    os.chdir("/")


class _Capabilities(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]


def keep_capabilities(kept: int) -> None:
    """Give up every capability but those in the mask, for good. Raises OSError.

    The bounding set goes first: root would get all of them back by starting a program.
    """
    for one in range(CAP_LAST + 1):
        # Refused to whoever has none, who then gets none by starting a program either.
        if not kept >> one & 1 and libc.prctl(PR_CAPBSET_DROP, one, 0, 0, 0):
            break
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION_3, 0)
    held = (_Capabilities * 2)()
    _checked(libc.capget(header, held), "capget")
    for half, data in enumerate(held):
        mask = kept >> 32 * half & 0xFFFFFFFF
        data.effective &= mask
        data.permitted &= mask
        data.inheritable = 0
    _checked(libc.capset(header, held), "capset")


def prctl(option: int, value: int) -> None:
    """prctl(2) with one argument. Raises OSError."""
    _checked(libc.prctl(option, value, 0, 0, 0), "prctl")


def leave_keyring() -> None:
    """Begin a session keyring of its own, with nothing in it. Raises OSError."""
    _checked(libc.syscall(_keys()[-1], JOIN_SESSION_KEYRING, None), "keyctl")


def refuse_keys() -> None:
    """Let the kernel refuse all that is about keys, for good, here and below. Raises OSError.

    Whoever may gain no privileges may give up calls. Calls in the manner of another
    architecture have other numbers, so they are refused as a whole.
    """
    architecture, *calls = _keys()
    # Each: what to do, how many to pass over where it is so and where not, with which number.
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (IF_EQUAL, 0, len(calls) + 3, architecture),
        (LOAD, 0, 0, NUMBER),
        (IF_NOT_LESS, len(calls) + 1, 0, X32),
        *((IF_EQUAL, len(calls) - at, 0, call) for at, call in enumerate(calls)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    filter_ = _Filter(len(steps), ctypes.addressof(code))
    done = libc.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.byref(filter_), 0, 0)
    _checked(done, "prctl seccomp")


def _keys() -> tuple[int, int, int, int]:
    machine = os.uname().machine
    if machine not in KEYS:
        raise OSError(errno.ENOSYS, f"the calls about keys on {machine}")
    return KEYS[machine]


class _Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]


def map_user(uid: int, gid: int, inside_uid: int, inside_gid: int) -> None:
    """Be that user and group inside a new user namespace. Raises OSError."""
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{inside_uid} {uid} 1"),
        ("gid_map", f"{inside_gid} {gid} 1"),
    ):
        Path(f"/proc/self/{name}").write_text(line, encoding="ascii")


def raise_loopback() -> None:
    """Switch on `lo`, which is off in a new network namespace. Raises OSError."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))
