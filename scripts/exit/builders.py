"""The builders: what the site may be made with when MkDocs or its theme is no more."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.book import Book
from scripts.exit.expansion import expand
from scripts.problem import Problem

ENVIRONMENT = "env"


@dataclass(frozen=True)
class Builder:
    """A generator by its name. build: makes the book's site and gives its folder."""

    name: str
    build: Callable[[Book], Path]


def home(book: Book) -> Path:
    """Where everything of the exit lies."""
    return book.build / "exit"


def properdocs(book: Book) -> Path:
    """The sources as they are, with theme, plugins and hook, by the continuation of MkDocs."""
    site = home(book) / "properdocs"
    words = ["properdocs", "build", "--strict", "--clean", "-f", "mkdocs.yml", "--site-dir"]
    _run([*words, str(site)], book)
    return site


def zensical(book: Book) -> Path:
    """The expanded sources, by the successor of Material for MkDocs."""
    folder = home(book) / "zensical"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    settings = expand(book, folder)
    _run(["zensical", "build", "--strict", "--clean", "-f", str(settings)], book)
    return folder / "site"


BUILDERS = (Builder("ProperDocs", properdocs), Builder("Zensical", zensical))


def _run(words: list[str], book: Book) -> None:
    """One command of the exit's environment, from the book's root. Raises Problem."""
    python = home(book) / ENVIRONMENT / "bin" / "python"
    command = [str(python), "-m", *words]
    shown = " ".join([book.shown(python.parent) + "/python", *command[1:]])
    if not python.exists():
        raise Problem(
            book.shown(python), expected="the exit's environment", seen="none", command="make exit"
        )
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command,
        cwd=book.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        seen = f"it ended with {done.returncode}:\n{done.stdout.strip()}"
        raise Problem("mkdocs.yml", expected=f"{words[0]} builds it", seen=seen, command=shown)
