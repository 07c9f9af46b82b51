import os
import sys
from pathlib import Path

import pytest

from scripts.book import Book
from scripts.interpreter import Interpreter, _newest_first, build_interpreter, find, probe
from scripts.problem import Problem
from tests.conftest import BookWith, Command, sample

HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


def wrong(book: Book) -> Problem:
    with pytest.raises(Problem) as caught:
        find("3.2", book)
    assert caught.value.place.startswith("interpreters.toml")
    return caught.value


def listing(book: Book, text: str | bytes) -> Book:
    data = text.encode() if isinstance(text, str) else text
    (book.root / "interpreters.toml").write_bytes(data)
    return book


def test_the_build_interpreter_is_the_one_that_runs_this() -> None:
    found = build_interpreter()
    assert found.label.rstrip("t") == HERE
    assert found.version == ".".join(map(str, sys.version_info[:3]))


@pytest.mark.skipif(sys.prefix == sys.base_prefix, reason="not in a virtual environment")
def test_the_build_interpreter_has_none_of_the_builds_packages() -> None:
    assert sys.prefix not in build_interpreter().roots
    assert sys.base_prefix in build_interpreter().roots


def test_two_builds_of_one_version_are_not_the_same() -> None:
    here = build_interpreter()
    other = Interpreter(**{**vars(here), "build": here.build + " and patched"})
    assert here.identity != other.identity


def test_the_state_of_the_gil_is_part_of_the_identity() -> None:
    here = build_interpreter()
    assert here.identity != Interpreter(**{**vars(here), "gil": "elsewhere"}).identity


@pytest.mark.parametrize("path", ["/bin/true", "/bin/echo", "/nonexistent/python", "/etc/passwd"])
def test_what_is_no_python_is_no_interpreter(path: str) -> None:
    assert probe(Path(path)) is None


def test_the_builds_own_label_is_found(book: Book) -> None:
    assert find(build_interpreter().label, book) == build_interpreter()


def test_a_version_that_nobody_has_is_not_found(book: Book) -> None:
    assert find("3.2", book) is None


def test_the_name_of_a_folder_is_not_believed(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pyenv" / "versions" / "3.2.6" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(build_interpreter().path)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert find("3.2", book) is None


def test_the_newest_of_several_is_looked_at_first(tmp_path: Path) -> None:
    for name in ("3.9.2", "3.9.18", "3.9.9"):
        (tmp_path / name).mkdir()
    assert [p.name for p in _newest_first(tmp_path, "3.9.*")] == ["3.9.18", "3.9.9", "3.9.2"]


def test_interpreters_toml_goes_before_everything_else(book: Book, tmp_path: Path) -> None:
    link = tmp_path / "mine"
    link.symlink_to(build_interpreter().path)
    label = build_interpreter().label
    found = find(label, listing(book, f'"{label}" = "{link}"\n'))
    assert found is not None
    assert found.path == link


def test_a_tilde_in_interpreters_toml_is_the_home_folder(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").symlink_to(build_interpreter().path)
    monkeypatch.setenv("HOME", str(tmp_path))
    label = build_interpreter().label
    assert find(label, listing(book, f'"{label}" = "~/mine"\n')) is not None


def test_other_lines_of_interpreters_toml_are_no_concern(book: Book) -> None:
    assert find("3.2", listing(book, '"3.1" = "/nonexistent"\n')) is None


def test_interpreters_toml_that_is_not_toml_is_told_with_its_line(book: Book) -> None:
    found = wrong(listing(book, '"3.1" = "/a"\n"3.2" = = "/b"\n'))
    assert "line 2" in found.seen
    assert '"3.15" = "/path/to/python"' in found.expected
    assert found.command == "cat interpreters.toml"


def test_interpreters_toml_that_is_not_utf8_is_told(book: Book) -> None:
    assert '"3.15" = "/path/to/python"' in wrong(listing(book, b'"3.2" = "\xff"')).expected


def test_an_interpreter_of_another_version_is_told(book: Book) -> None:
    path = build_interpreter().path
    found = wrong(listing(book, f'"3.2" = "{path}"\n'))
    assert found.seen == f"{path} is {build_interpreter().label}"
    assert (found.expected, found.command) == ("a Python 3.2", f"{path} -VV")


@pytest.mark.parametrize("path", ["/nonexistent/python", "/bin/true"])
def test_a_listed_path_that_is_no_python_is_told(path: str, book: Book) -> None:
    found = wrong(listing(book, f'"3.2" = "{path}"\n'))
    assert found.seen == f"{path} does not answer as a Python"


def test_the_command_tells_of_a_wrong_interpreters_toml(
    book_with: BookWith, command: Command
) -> None:
    listing(book_with(hello=sample("hello")), '"3.2" = "/nonexistent/python"\n')
    answer = command("odd/hello", "--on", "3.2")
    assert answer.status == 1
    assert answer.problem["place"].startswith("interpreters.toml")


def test_the_probe_is_not_misled_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the library')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert probe(Path(os.path.realpath(build_interpreter().path))) is not None
