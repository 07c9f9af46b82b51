"""A real Chromium for the browser suite: the one that is here, or one that can be had.

    python -m scripts.browser

Looks for the system's, then Playwright's own, then asks Playwright to
download one, then Debian's package when root. Prints which it is.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.machine import is_root
from scripts.problem import Problem

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# In a container Chromium's own sandbox does not start; the pages are ours. The
# rest keeps it from calling its maker's servers.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def find() -> str | None:
    """The path of a Chromium that is already here, or None."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def ensure() -> str:
    """A Chromium, got if need be. Raises Problem when none can be had."""
    found = find() or _after(_playwright()) or _after(_debian())
    if found:
        return found
    raise Problem(
        "make test",
        expected="a Chromium: the system's, Playwright's own, or Debian's package when root",
        seen="none is installed, and neither download worked",
        command=f"sudo apt install chromium, or: {sys.executable} -m playwright install chromium",
    )


def _after(worked: bool) -> str | None:
    return find() if worked else None


def _playwright() -> bool:
    return _quietly([sys.executable, "-m", "playwright", "install", "chromium"])


def _debian() -> bool:
    if not (is_root() and shutil.which("apt-get")):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _quietly(["apt-get", "update", "-qq"], environment)
    return _quietly(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], environment
    )


def _quietly(command: list[str], environment: dict[str, str] | None = None) -> bool:
    print(f"No Chromium here; trying: {' '.join(command)}", flush=True)
    try:
        return (
            subprocess.run(command, env=environment, capture_output=True, timeout=600).returncode
            == 0
        )
    except (OSError, subprocess.SubprocessError):
        return False


def main() -> int:
    """The command. Gives 0 when there is a browser."""
    try:
        print(f"Browser: {ensure()}")
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
