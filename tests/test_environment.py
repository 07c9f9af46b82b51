import threading
from pathlib import Path

import pytest

from scripts import environment
from scripts.book import Book
from scripts.environment import NotInstallable, with_packages
from scripts.interpreter import Interpreter, build_interpreter
from scripts.program import load_id
from scripts.recorder import record
from scripts.recording import BUILD, write
from scripts.run import main
from tests.conftest import BookWith, recording_of, sample

ABSENT = "il-absent @ file:///nonexistent/il_absent-1.0-py3-none-any.whl"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book whose environments outlive one test: each takes seconds to make."""
    return Book(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders into which packages are installed during a test."""
    folders: list[Path] = []
    really = environment._install

    def install(interpreter: Interpreter, packages: tuple[str, ...], folder: Path) -> None:
        folders.append(folder)
        really(interpreter, packages, folder)

    monkeypatch.setattr(environment, "_install", install)
    return folders


def uses_a_package(packages: str) -> str:
    return f'# /// script\n# dependencies = ["{packages}"]\n# ///\n' + sample("uses_a_package")


def test_a_program_without_packages_gets_the_bare_interpreter(book: Book) -> None:
    assert with_packages(build_interpreter(), (), book) is build_interpreter()


def test_an_environment_lies_in_the_build_folder_and_reads_its_base(
    wheel: Path, shelf: Book
) -> None:
    packaged = with_packages(build_interpreter(), (f"il-tiny @ {wheel.as_uri()}",), shelf)
    assert packaged.path.is_relative_to(shelf.build)
    assert packaged.label == build_interpreter().label
    assert set(build_interpreter().roots) <= set(packaged.roots)


def test_packages_are_installed_once(wheel: Path, shelf: Book, installs: list[Path]) -> None:
    first = with_packages(build_interpreter(), (f"il-tiny @ {wheel.as_uri()}",), shelf)
    before = len(installs)
    assert with_packages(build_interpreter(), (f"il-tiny @ {wheel.as_uri()}",), shelf) == first
    assert len(installs) == before


def test_packages_are_installed_once_for_two_programs_at_the_same_time(
    wheel: Path, book: Book, installs: list[Path]
) -> None:
    both = threading.Barrier(2)
    paths: list[Path] = []

    def ask() -> None:
        both.wait()
        package = f"il-tiny @ {wheel.as_uri()}"
        paths.append(with_packages(build_interpreter(), (package,), book).path)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert paths[0] == paths[1]
    assert len(installs) == 1


def test_a_program_runs_with_its_package(book_with: BookWith, wheel: Path, shelf: Book) -> None:
    book = book_with(uses=uses_a_package(f"il-tiny @ {wheel.as_uri()}"))
    book.build.symlink_to(shelf.build)
    outcome = record(load_id("odd/uses", book), BUILD, book)
    assert outcome.recording is not None, outcome.problems
    assert outcome.recording.output == "tiny\n"


def test_packages_that_cannot_be_had_are_told_with_pips_last_word(book: Book) -> None:
    with pytest.raises(NotInstallable, match=r"ERROR: .*il_absent-1.0-py3-none-any.whl"):
        with_packages(build_interpreter(), (ABSENT,), book)
    assert list(book.build.rglob("complete")) == []


def test_without_its_packages_a_program_shows_the_reference(book_with: BookWith) -> None:
    book = book_with(uses=uses_a_package(ABSENT))
    program = load_id("odd/uses", book)
    write(recording_of(program), book.snippets)
    outcome = record(program, BUILD, book)
    assert outcome.state == "reference"
    assert outcome.recording is not None
    assert outcome.recording.output == "from elsewhere\n"
    assert outcome.why.startswith("its packages cannot be installed here (ERROR:")


def test_nothing_is_installed_for_a_heavy_program_that_nobody_named(
    book_with: BookWith, wheel: Path, installs: list[Path]
) -> None:
    source = uses_a_package(f"il-tiny @ {wheel.as_uri()}")
    heavy = "# [tool.interleave]\n# heavy = true\n# ///\n"
    book = book_with(uses=source.replace("# ///\n", heavy))
    write(recording_of(load_id("odd/uses", book)), book.snippets)
    assert main([], book) == 0
    assert installs == []
    assert not (book.build / "environments").exists()


def test_without_its_packages_and_without_a_reference_a_program_fails(book_with: BookWith) -> None:
    book = book_with(uses=uses_a_package(ABSENT))
    outcome = record(load_id("odd/uses", book), BUILD, book)
    assert outcome.state == "failed"
    assert "its packages cannot be installed here" in str(outcome.problems[0])
