"""scripts.start: what a command says to a Python that has none of our packages."""

import subprocess

from scripts.book import ROOT
from scripts.interpreter import build_interpreter


def test_a_command_says_where_its_packages_are() -> None:
    done = subprocess.run(
        [build_interpreter().path, "-s", "-m", "scripts.status"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 1
    assert ". .venv/bin/activate" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_runs_in_the_sandbox_needs_no_packages() -> None:
    done = subprocess.run(
        [build_interpreter().path, "-s", "-S", "-m", "scripts.sandbox.keeper"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ".venv" not in done.stderr
