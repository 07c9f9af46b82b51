"""Makes mounts writable and devices of its own, and asks for powers over namespaces."""

import ctypes
import os
import stat

libc = ctypes.CDLL(None, use_errno=True)
WRITABLE = (ctypes.c_uint64 * 4)(0, 1, 0, 0)


def tried(name, refused):
    print(name, "refused" if refused else "done")


def device():
    try:
        os.mknod("disk", 0o600 | stat.S_IFBLK, os.makedev(8, 0))
    except OSError:
        return True


with open("/proc/self/status") as file:
    held = next(line for line in file if line.startswith("CapEff")).split()[1]
print("powers", int(held, 16))
tried("mount", libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))
tried("remount", libc.syscall(442, -100, b"/", 0, WRITABLE, 32))
tried("device", device())
tried("host name", libc.sethostname(b"x", 1))
tried("namespace", libc.unshare(0x10000000))
