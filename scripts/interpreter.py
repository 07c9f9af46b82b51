"""Interpreters: the one that builds, and others found by their label.

A label is the version people say: "3.11", or "3.13t" for a free-threaded build.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.book import Book
from scripts.problem import Problem

# Runs in the interpreter that is looked at, which may be as old as 3.6.
PROBE = """
import json, os, platform, sys, sysconfig
free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print(json.dumps({
    "label": "%d.%d%s" % (sys.version_info[0], sys.version_info[1], "t" if free else ""),
    "implementation": platform.python_implementation(),
    "version": platform.python_version(),
    "build": sys.version.replace("\\n", " "),
    "gil": "on" if gil else "off",
    "roots": sorted({sys.prefix, sys.base_prefix, sys.exec_prefix,
                     os.path.dirname(os.path.realpath(sys.executable))}),
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """One Python: what it is, and which folders it reads itself from."""

    label: str
    path: Path
    implementation: str
    version: str
    build: str
    gil: str
    roots: tuple[str, ...]

    @property
    def identity(self) -> str:
        """What a recording's key holds: another build is another machine."""
        return f"{self.implementation} {self.build} GIL {self.gil}"


def probe(path: Path) -> Interpreter | None:
    """Ask a file what Python it is; None when it is none or does not start."""
    try:
        done = subprocess.run(
            [path, "-I", "-c", PROBE], capture_output=True, timeout=20, check=True
        )
        answer = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(path=path, **{**answer, "roots": tuple(answer["roots"])})


@cache
def build_interpreter() -> Interpreter:
    """The interpreter under this build's virtual environment, without its packages."""
    base = Path(getattr(sys, "_base_executable", sys.executable))
    found = probe(base) or probe(Path(sys.executable))
    assert found is not None, "the running interpreter answers itself"
    return found


@cache
def find(label: str, book: Book) -> Interpreter | None:
    """The first interpreter with this label that starts, or None.

    Looked for in interpreters.toml (untracked: label = "path"), as the build's
    own, on PATH, in pyenv's and in uv's folders. Raises Problem when
    interpreters.toml names something that is not that interpreter.
    """
    listed = _listed(book).get(label)
    if listed is not None:
        return _exactly(label, Path(listed).expanduser(), book)
    if build_interpreter().label == label:
        return build_interpreter()
    found = (probe(path) for path in _candidates(label))
    return next((one for one in found if one and one.label == label), None)


def _listed(book: Book) -> dict[str, str]:
    path = book.root / "interpreters.toml"
    if not path.exists():
        return {}
    try:
        return {str(label): str(where) for label, where in tomllib.loads(path.read_text()).items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problem(
            "interpreters.toml",
            expected='lines such as "3.15" = "/path/to/python"',
            seen=str(error),
            command="cat interpreters.toml",
        ) from None


def _exactly(label: str, path: Path, book: Book) -> Interpreter:
    found = probe(path)
    if found is None or found.label != label:
        seen = f"{path} is {found.label}" if found else f"{path} does not answer as a Python"
        raise Problem(
            "interpreters.toml", expected=f"a Python {label}", seen=seen, command=f"{path} -VV"
        )
    return found


def _candidates(label: str) -> Iterator[Path]:
    on_path = shutil.which(f"python{label}")
    if on_path:
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", "~/.local/share/uv/python")).expanduser()
    version, free = label.rstrip("t"), label.endswith("t")
    for folder in _newest_first(pyenv, f"{version}.*{'t' if free else ''}"):
        yield folder / "bin" / "python"
    for folder in _newest_first(uv, f"cpython-{version}.*{'+freethreaded' if free else ''}-*"):
        yield folder / "bin" / f"python{label}"


def _newest_first(folder: Path, pattern: str) -> list[Path]:
    numbers = lambda path: [int(n) for n in re.findall(r"\d+", path.name)]  # noqa: E731
    return sorted(folder.glob(pattern), key=numbers, reverse=True)
