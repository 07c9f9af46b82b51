import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.book import ROOT
from scripts.sandbox import linux
from tests.conftest import needs_network


def test_a_call_that_the_kernel_refuses_is_an_error_with_its_number() -> None:
    with pytest.raises(OSError, match="unshare: Invalid argument") as caught:
        linux.unshare(0x1)
    assert caught.value.errno == errno.EINVAL


def test_a_mount_that_fails_names_its_target(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=f"mount {tmp_path}/none"):
        linux.mount("none", f"{tmp_path}/none", "tmpfs", 0)


def test_an_unknown_option_is_an_error() -> None:
    with pytest.raises(OSError, match="prctl: Invalid argument"):
        linux.prctl(-1, 0)


@needs_network
def test_a_new_user_namespace_keeps_the_user_and_a_new_network_has_loopback() -> None:
    code = (
        "import os, socket; from scripts.sandbox import linux\n"
        "uid, gid = os.getuid(), os.getgid()\n"
        "linux.unshare(linux.NEWUSER | linux.NEWNET)\n"
        "linux.map_user(uid, gid, uid, gid)\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "try: socket.create_connection(server.getsockname())\n"
        "except OSError: print('no loopback yet')\n"
        "linux.raise_loopback()\n"
        "socket.create_connection(server.getsockname())\n"
        "print(os.getuid(), os.getgid(), [name for _, name in socket.if_nameindex()])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    first, second = done.stdout.splitlines()
    assert first == "no loopback yet"
    assert second == f"{os.getuid()} {os.getgid()} ['lo']"


def test_what_is_about_keys_can_be_refused_for_good() -> None:
    code = (
        "import subprocess; from scripts.sandbox import linux\n"
        "linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)\n"
        "linux.refuse_keys()\n"
        "for call in linux._keys()[1:]:\n"
        "    linux.ctypes.set_errno(0)\n"
        "    print(linux.libc.syscall(call, 0, 0, 0, 0), linux.ctypes.get_errno())\n"
        "print(subprocess.run(['true']).returncode)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == [f"-1 {errno.EPERM}"] * 3 + ["0", ""]
