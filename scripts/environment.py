"""Environments: the packages that a program names in its header."""

import fcntl
import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from scripts.book import Book
from scripts.interpreter import Interpreter, probe


class NotInstallable(Exception):
    """The packages cannot be had here; the text is pip's last word."""


def with_packages(interpreter: Interpreter, packages: tuple[str, ...], book: Book) -> Interpreter:
    """The interpreter of a virtual environment with these packages.

    One environment for each set of packages and each interpreter, kept in
    build/environments. Raises NotInstallable.
    """
    if not packages:
        return interpreter
    wanted = "\n".join([interpreter.identity, *sorted(packages)])
    folder = book.build / "environments" / hashlib.sha256(wanted.encode()).hexdigest()[:16]
    done = folder / "complete"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{folder}.lock", "w") as lock:  # two programs may want it at once
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            _install(interpreter, packages, folder)
            done.write_text(wanted + "\n", encoding="utf-8")
    found = probe(folder / "bin" / "python")
    if found is None:
        raise NotInstallable(f"the environment in {folder} does not start")
    return replace(found, roots=tuple(sorted({*found.roots, *interpreter.roots})))


def _install(interpreter: Interpreter, packages: tuple[str, ...], folder: Path) -> None:
    """Make it without pip, then fill it with the pip of this build."""
    python = folder / "bin" / "python"
    _run([str(interpreter.path), "-I", "-m", "venv", "--clear", "--without-pip", str(folder)])
    _run([sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", *packages])


def _run(argv: list[str]) -> None:
    done = subprocess.run(argv, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines() or [f"{argv[0]} failed"]
        errors = [line for line in words if line.startswith("ERROR")]
        raise NotInstallable((errors or words)[-1])
