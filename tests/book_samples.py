"""A tiny book, made by the same commands as the real one, for the tests of the site."""

import atexit
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from scripts import recording, site
from scripts.book import ROOT, Book
from scripts.explore import __main__ as explore
from scripts.interpreter import build_interpreter
from scripts.program import Program, load_id
from scripts.recorder import record
from scripts.recording import Recording
from scripts.rename import MOVED
from scripts.trace import __main__ as trace

SAMPLE = ROOT / "tests" / "samples" / "book"
ABSENT = "3.99"
HERE = build_interpreter().label


@cache
def made() -> Book:
    """The tiny book after `make site`: recorded, accepted and built. Do not change it."""
    folder = Path(tempfile.mkdtemp(prefix="il-tiny-")).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    book = _laid_out(folder / "book")
    _accept(book)
    assert site.main([], book) == 0, "the sample book must build; see above"
    return book


def copied(folder: Path) -> Book:
    """A copy of the tiny book that a test may break."""
    root = folder.resolve() / "tiny"
    shutil.copytree(made().root, root, symlinks=True)
    return Book(root)


def command(book: Book, *words: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Runs `python -m …` in the book's root, as a person would."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=book.root,
        capture_output=True,
        text=True,
        timeout=timeout,
    )


def mkdocs(book: Book) -> subprocess.CompletedProcess[str]:
    """A strict build, without the gate before it."""
    return command(book, "mkdocs", "build", "--strict")


def change(path: Path, old: str, new: str) -> int:
    """Replace a text that stands once in a file; gives its line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def line_of(path: Path, part: str) -> int:
    """The number of the only line with this part."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if part in line]
    assert len(found) == 1, f"{part!r} stands in {len(found)} lines of {path}"
    return found[0]


def recorded(book: Book, name: str, label: str) -> Recording:
    """The reference recording of a program."""
    found = recording.read(book.snippets, name, label, book)
    assert found is not None, f"no recording of {name} on {label}"
    return found


def _laid_out(root: Path) -> Book:
    """The sample as a checkout of its own: with the tools and the real settings."""
    shutil.copytree(SAMPLE, root)
    shutil.copytree(
        ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    # The real book's old addresses lead to pages that the tiny one has not.
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "real.yml").write_text(MOVED.sub("  moved: {}\n", text), encoding="utf-8")
    if (ROOT / "overrides").exists():
        shutil.copytree(ROOT / "overrides", root / "overrides")
    book = Book(root)
    change(book.snippets / "first" / "versions.py", "@BUILD@", HERE)
    return book


def _accept(book: Book) -> None:
    """Record every program; one of them also as if on a Python that no machine has."""
    for path in book.program_paths():
        program = load_id(f"{path.parent.name}/{path.stem}", book)
        here = [label for label in recording.labels(program) if label != ABSENT]
        for label in here:
            outcome = record(program, label, book)
            assert outcome.recording is not None, [str(one) for one in outcome.problems]
            recording.write(outcome.recording, book.snippets)
        if ABSENT in recording.labels(program):
            recording.write(_elsewhere(program, here[0], book), book.snippets)
    assert explore.main(["--accept"], book) == 0
    assert trace.main(["--accept"], book) == 0


def _elsewhere(program: Program, label: str, book: Book) -> Recording:
    """What this machine recorded, as another machine would have."""
    made = recorded(book, program.id, label)
    interpreter = {**made.interpreter, "version": f"{ABSENT}.0", "identity": "elsewhere"}
    machine = {**made.machine, "system": "Linux 9.9", "date": "2031-02-03"}
    return replace(
        made,
        label=ABSENT,
        output="says hello from elsewhere\n",
        interpreter=interpreter,
        machine=machine,
    )
