"""What the tests share: a tiny Book, the programs of tests/samples, and the command."""

import json
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from scripts import machine
from scripts import run as command_module
from scripts.book import Book
from scripts.capture import Run
from scripts.capture import run as run_once
from scripts.interpreter import Interpreter, build_interpreter
from scripts.outcome import Outcome
from scripts.program import Program, load
from scripts.recorder import record
from scripts.recording import BUILD, Recording
from scripts.sandbox import offered
from scripts.sandbox.policy import Limits

SAMPLES = Path(__file__).parent / "samples"
CHAPTER = "odd"

needs_files = pytest.mark.skipif(
    "files" not in offered.isolation(), reason="this system offers no Landlock"
)
needs_network = pytest.mark.skipif(
    "network" not in offered.isolation(), reason="this system offers no network namespaces"
)
needs_processes = pytest.mark.skipif(
    "processes" not in offered.isolation(), reason="this system offers no process namespaces"
)


def sample(name: str, **replaced: object) -> str:
    """The source of a program in tests/samples; replaced: values for its @NAME@."""
    source = (SAMPLES / f"{name}.py").read_text(encoding="utf-8")
    for word, value in replaced.items():
        source = source.replace(f"@{word}@", str(value))
    return source


def with_header(source: str, *lines: str) -> str:
    """The source with lines of our table above it."""
    table = "".join(f"# {line}\n" for line in ("[tool.interleave]", *lines))
    return f"# /// script\n{table}# ///\n{source}"


def running(marker: str) -> list[str]:
    """Command lines of all processes of this machine that hold the marker."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if marker in words:
            found.append(words)
    return found


class BookWith(Protocol):
    """Adds programs to the test's book: book_with(deposit="print(1)")."""

    def __call__(self, **programs: str) -> Book: ...


class ProgramFrom(Protocol):
    """Copies a sample into the test's book and loads it."""

    def __call__(self, name: str, **replaced: object) -> Program: ...


class RunSample(Protocol):
    """Runs a sample once, in the sandbox and on a terminal."""

    def __call__(
        self, name: str, limits: Limits | None = None, interpreter: Interpreter | None = None
    ) -> Run: ...


@dataclass(frozen=True)
class Answer:
    """What `python -m scripts.run --json` said: its exit status and its JSON."""

    status: int
    outcomes: list[dict[str, Any]]
    problems: list[dict[str, str]]

    @property
    def problem(self) -> dict[str, str]:
        """The only problem."""
        assert len(self.problems) == 1, self.problems
        return self.problems[0]


Command = Callable[..., Answer]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book with one empty chapter."""
    found = Book(tmp_path / "book")
    (found.snippets / CHAPTER).mkdir(parents=True)
    found.docs.mkdir()
    return found


@pytest.fixture
def book_with(book: Book) -> BookWith:
    def add(**programs: str) -> Book:
        for name, source in programs.items():
            (book.snippets / CHAPTER / f"{name}.py").write_text(source, encoding="utf-8")
        return book

    return add


@pytest.fixture
def program_from(book: Book, book_with: BookWith) -> ProgramFrom:
    def copy(name: str, **replaced: object) -> Program:
        book_with(**{name: sample(name, **replaced)})
        return load(book.snippets / CHAPTER / f"{name}.py", book)

    return copy


@pytest.fixture
def run_sample(program_from: ProgramFrom) -> RunSample:
    def run(name: str, limits: Limits | None = None, interpreter: Interpreter | None = None) -> Run:
        return run_once(program_from(name), interpreter or build_interpreter(), limits)

    return run


@pytest.fixture
def record_sample(program_from: ProgramFrom, book: Book) -> Callable[[str], Outcome]:
    """Records a sample on the build's interpreter, as the command does."""
    return lambda name: record(program_from(name), BUILD, book)


@pytest.fixture
def command(book: Book, capsys: pytest.CaptureFixture[str]) -> Command:
    """`python -m scripts.run … --json` on the test's book."""

    def run(*argv: str) -> Answer:
        capsys.readouterr()
        status = command_module.main([*argv, "--json"], book)
        answer = json.loads(capsys.readouterr().out)
        return Answer(status, answer["outcomes"], answer["problems"])

    return run


@pytest.fixture
def neighbour(book: Book) -> Path:
    """The file that the sample reads_its_neighbour reads, in the book."""
    shutil.copytree(SAMPLES / "data", book.snippets / CHAPTER / "data")
    return book.snippets / CHAPTER / "data" / "word.txt"


@pytest.fixture
def without_namespaces(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that keeps namespaces from us, and perhaps gives them to bwrap."""
    really = offered._works
    monkeypatch.setattr(offered, "_works", lambda argv: offered.TRIAL not in argv and really(argv))
    offered.isolation.cache_clear()
    offered.bubblewrap.cache_clear()
    yield
    offered.isolation.cache_clear()
    offered.bubblewrap.cache_clear()


def recording_of(program: Program, label: str = BUILD, **changed: Any) -> Recording:
    """A recording that no run made, such as another machine would have committed."""
    run = {"exit": 0, "seconds": 0.1, "cpu": 0.1, "peak": 1, "hung": False, "facts": {}}
    fields: dict[str, Any] = {
        "program": program.id,
        "label": label,
        "source": program.digest,
        "files": {},
        "command": f"python {program.path.name}",
        "output": "from elsewhere\n",
        "times": [0.1],
        "runs": [run],
        "shown": 0,
        "claims": [],
        "interpreter": {
            "identity": "elsewhere",
            "implementation": "CPython",
            "version": "3.2.6",
            "gil": "on",
        },
        "machine": {"system": "Linux 2.6", "others": None},
        "isolation": [],
    }
    return Recording(**{**fields, **changed})


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of one module that no index has."""
    path = tmp_path_factory.mktemp("wheels") / "il_tiny-1.0-py3-none-any.whl"
    info = "il_tiny-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as files:
        files.writestr("il_tiny.py", "WORD = 'tiny'\n")
        files.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: il-tiny\nVersion: 1.0\n")
        tags = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        files.writestr(f"{info}/WHEEL", tags)
        files.writestr(f"{info}/RECORD", "")
    return path


def files(book: Book) -> dict[str, bytes]:
    """The committed recordings, by name."""
    return {p.name: p.read_bytes() for p in sorted(book.snippets.glob("*/recorded/*"))}


def pretend_other_work(cpus: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the machine's CPUs have worked that much beside whatever runs."""
    monkeypatch.setattr(machine, "busy", lambda: cpus * time.monotonic())
