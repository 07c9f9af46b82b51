"""Each test restricts a process of its own: what is given up does not come back."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.book import ROOT
from scripts.sandbox import landlock
from scripts.sandbox.policy import DEVICES, SYSTEM
from tests.conftest import needs_files

pytestmark = needs_files

Restricted = Callable[[str], str]


@pytest.fixture
def restricted(tmp_path: Path) -> Restricted:
    """Runs code that may read in `r`, write in `w`, and nothing in `n`; gives its output."""
    for name in "rwn":
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="utf-8")

    def run(code: str) -> str:
        begin = (
            "import sys; from scripts.sandbox import landlock\n"
            f"readable = {[*SYSTEM, sys.base_prefix, str(tmp_path / 'r'), '/nonexistent']!r}\n"
            f"landlock.restrict(readable, {[str(tmp_path / 'w')]!r}, {DEVICES!r})\n"
            f"import os; os.chdir('/'); r, w, n = {[str(tmp_path / x) for x in 'rwn']!r}\n"
            "def tried(f, *args):\n"
            "    try: f(*args)\n"
            "    except OSError as error: return type(error).__name__\n"
            "    return 'ok'\n"
        )
        done = subprocess.run(
            [sys.executable, "-S", "-c", begin + code],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout.strip() or done.stderr

    return run


def test_this_system_has_a_version_of_it() -> None:
    assert landlock.version() >= 1


def test_files_can_be_read_where_that_is_allowed(restricted: Restricted) -> None:
    assert restricted("print(open(r + '/file').read(), open(w + '/file').read())") == "r w"


def test_files_can_be_read_nowhere_else(restricted: Restricted) -> None:
    assert restricted("print(tried(open, n + '/file'), tried(os.listdir, n))") == (
        "PermissionError PermissionError"
    )


def test_files_can_be_written_where_that_is_allowed(restricted: Restricted) -> None:
    code = (
        "print(tried(open, w + '/new', 'w'), tried(os.mkdir, w + '/folder'),"
        " tried(os.remove, w + '/file'))"
    )
    assert restricted(code) == "ok ok ok"


@pytest.mark.parametrize("where", ["r", "n"])
@pytest.mark.parametrize(
    "action",
    [
        "open, {0} + '/file', 'a'",
        "open, {0} + '/new', 'w'",
        "os.remove, {0} + '/file'",
        "os.mkdir, {0} + '/folder'",
        "os.rename, w + '/file', {0} + '/moved'",
        "os.link, w + '/file', {0} + '/linked'",
        "os.symlink, '/etc', {0} + '/link'",
        "os.truncate, {0} + '/file', 0",
    ],
)
def test_files_can_be_changed_nowhere_else(action: str, where: str, restricted: Restricted) -> None:
    assert restricted(f"print(tried({action.format(where)}))") in ("PermissionError", "OSError")


def test_a_link_leads_to_no_file_that_is_forbidden(restricted: Restricted) -> None:
    code = "os.symlink(n + '/file', w + '/link'); print(tried(open, w + '/link'))"
    assert restricted(code) == "PermissionError"


def test_a_child_is_as_restricted(restricted: Restricted) -> None:
    code = "import subprocess; print(subprocess.call(['cat', n + '/file'], stderr=-3) != 0)"
    assert restricted(code) == "True"


def test_devices_can_be_used(restricted: Restricted) -> None:
    assert restricted(
        "print(len(open('/dev/zero', 'rb').read(3)), tried(open, '/dev/null', 'w'))"
    ) == ("3 ok")


@pytest.mark.skipif(
    landlock.version() < landlock.SCOPES_SINCE, reason="this kernel's Landlock knows no scopes"
)
def test_signals_reach_nobody_else_where_that_is_asked() -> None:
    code = (
        "import os, signal; from scripts.sandbox import landlock\n"
        "landlock.restrict(['/'], ['/'], [], scoped=True)\n"
        "child = os.fork()\n"
        "if not child: signal.pause()\n"
        "os.kill(child, signal.SIGTERM); print(os.waitstatus_to_exitcode(os.wait()[1]))\n"
        "try: os.kill(os.getppid(), 0)\n"
        "except PermissionError: print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("-15\nrefused\n", "")
