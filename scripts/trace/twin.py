"""A twin: an interpreter's virtual environment in which the engine starts first.

A .pth file there is read by every Python that runs from it, isolated or not,
and so the engine is in each process that multiprocessing, subprocess or mpiexec
starts. What it has installed is what the interpreter has that it stands for.
"""

import atexit
import shutil
import subprocess
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from scripts.book import ROOT
from scripts.interpreter import Interpreter

PACKAGE = ("scripts/__init__.py", "scripts/trace/__init__.py", "scripts/trace/engine")

making = Lock()  # of an engine: two traces may begin at once


def make(interpreter: Interpreter, folder: Path, job: dict[str, Any]) -> Interpreter:
    """Make the twin in a folder that does not exist; job: what its engine is to do."""
    python = interpreter.path.resolve()
    with making:
        engine = _engine(python)
    packages = folder / "lib" / f"python{interpreter.label}" / "site-packages"
    packages.mkdir(parents=True)
    (folder / "bin").mkdir()
    for name in ("python", "python3", f"python{interpreter.label}"):
        (folder / "bin" / name).symlink_to(python)
    environment = interpreter.path.parent.parent
    is_one = (environment / "pyvenv.cfg").is_file()
    (folder / "pyvenv.cfg").write_text(
        f"home = {python.parent}\ninclude-system-site-packages = {str(not is_one).lower()}\n",
        encoding="utf-8",
    )
    lines = [
        f"import sys; sys.path.append({engine!r})",
        f"import scripts.trace.engine.start as start; start.begin(**{job!r})",
    ]
    (packages / "interleave.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if is_one:
        _link(environment, folder)
    roots = (*interpreter.roots, str(folder), engine)
    return replace(interpreter, path=folder / "bin" / "python", roots=roots)


@cache
def _engine(python: Path) -> str:
    """The engine's own files, compiled by that Python; gone when we are.

    The rest of this repository stays out of sight.
    """
    folder = Path(tempfile.mkdtemp(prefix="il-engine-")).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in PACKAGE:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, place)
    command = [str(python), "-I", "-m", "compileall", "-q", str(folder)]
    subprocess.run(command, capture_output=True, timeout=60)
    return str(folder)


def _link(environment: Path, folder: Path) -> None:
    """Let the twin have what an environment has: packages, libraries and commands."""
    for path in environment.iterdir():
        place = folder / path.name
        if place.is_dir() and not place.is_symlink():
            _link(path, place)
        elif not place.exists():
            place.symlink_to(path)
