"""Kept: texts that are slow to make and the same for the same input, in build/kept.

They lie under a digest of all our code and of the packages that it may use, so
that whoever changes how something is drawn sees it drawn anew; what other code
has kept is removed. The name of each is a digest of what it was made from.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from scripts.book import ROOT

CODE = ("scripts/**/*.py", "requirements.txt")
TEMPLATES = ("scripts/templates/**/*",)


def kept(kind: str, made_from: object, make: Callable[[], str], root: Path = ROOT) -> str:
    """What make gives, made once for each made_from, whose repr must tell it from any other.

    kind: what it is, so that two texts made from the same do not meet.
    """
    name = hashlib.sha256(repr((kind, made_from)).encode()).hexdigest()
    path = folder(root) / name
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        text = make()
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(text.encode())
        part.replace(path)  # whole or not at all, also beside another build
        return text


@cache
def folder(root: Path) -> Path:
    """Where this code keeps its texts. Once a build: its templates do not change under that."""
    own = root / "build" / "kept" / code(root)
    own.mkdir(parents=True, exist_ok=True)
    for other in own.parent.iterdir():
        if other != own:
            shutil.rmtree(other, ignore_errors=True)
    return own


def code(root: Path) -> str:
    """A digest of everything that decides what is made of an input."""
    return hashlib.sha256(f"{_python(root)} {_digest(root, TEMPLATES)}".encode()).hexdigest()[:32]


@cache
def _python(root: Path) -> str:
    """Once a process, which goes on with the code that it has begun with."""
    return _digest(root, CODE)


def _digest(root: Path, patterns: tuple[str, ...]) -> str:
    files = sorted(path for pattern in patterns for path in root.glob(pattern) if path.is_file())
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.relative_to(root)}\0{file.stat().st_size}\0".encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()
