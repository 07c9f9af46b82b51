"""python -m scripts.serve on the tiny book, driven from outside: files and requests."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from scripts import recording, serve
from scripts.book import Book
from tests.book_samples import change, copied

PATIENCE = 20.0
# Whoever runs the tests in the background makes their children deaf to Ctrl-C.
START = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("scripts.serve", run_name="__main__", alter_sys=True)
"""


@dataclass(frozen=True)
class Served:
    """A running server and its book."""

    book: Book
    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    def get(self, page: str) -> str:
        """A page, also one that is not there; empty while nobody answers."""
        url = f"http://127.0.0.1:{self.port}/{page}"
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return unescape(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return unescape(error.read().decode())
        except OSError:
            return ""

    def shows(self, page: str, text: str) -> bool:
        """Whether the page has the text before patience ends."""
        return self.in_time(lambda: text in self.get(page))

    def in_time(self, happens: Callable[[], bool]) -> bool:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if happens():
                return True
            time.sleep(0.05)
        return False

    def recorded_at(self) -> dict[str, int]:
        """When each of this machine's recordings was written."""
        files = sorted(recording.local(self.book).rglob("*.json"))
        return {path.stem: path.stat().st_mtime_ns for path in files}


@contextmanager
def serving(book: Book) -> Iterator[Served]:
    """The command in a session of its own, as from a terminal."""
    port, log = free_port(), book.root / "serve.log"
    with log.open("wb") as words:
        process = subprocess.Popen(
            [sys.executable, "-c", START, "--port", str(port)],
            cwd=book.root,
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Served(book, port, process, log)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def in_session(leader: int) -> list[int]:
    """The processes of a session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == leader:
                found.append(int(folder.name))
        except ProcessLookupError:
            continue
    return found


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests that leave it running."""
    with serving(copied(tmp_path_factory.mktemp("served"))) as one:
        assert one.shows("first/", "counted 12000"), one.log.read_text()
        yield one


def test_on_a_fresh_clone_pages_wait_for_no_program(tmp_path: Path) -> None:
    book = copied(tmp_path)
    shutil.rmtree(recording.local(book))
    serve.run_changed(book)
    assert not list(recording.local(book).rglob("*.json"))
    states = next(book.snippets.rglob("*.states.json"))
    states.unlink()
    serve.run_changed(book)
    assert [path.name for path in recording.local(book).rglob("*.states.json")] == [states.name]


def test_saved_prose_shows_and_runs_nothing(served: Served) -> None:
    before = served.recorded_at()
    change(served.book.docs / "plain" / "index.md", "A question is", "Look: a question is")
    assert served.shows("plain/", "Look: a question is")
    assert served.recorded_at() == before


def test_a_saved_program_runs_alone_and_shows_what_it_prints(served: Served) -> None:
    before = served.recorded_at()
    change(served.book.snippets / "first" / "rolls.py", '"rolled", ', '"rolled", 12345, ')
    change(served.book.snippets / "first" / "rolls.py", "'rolled (", "'rolled 12345 (")
    assert served.shows("first/", "rolled 12345 ")
    after = served.recorded_at()
    assert [name for name in after if after[name] != before[name]] == ["rolls.build"]


def test_a_new_program_runs_and_is_published(served: Served) -> None:
    source = (served.book.snippets / "first" / "silent.py").read_text(encoding="utf-8")
    (served.book.snippets / "first" / "newer.py").write_text(source, encoding="utf-8")
    assert served.in_time(lambda: "newer.build" in served.recorded_at())
    assert served.shows("programs/first/newer.py", "Prints nothing.")


def test_a_program_that_fails_is_told_and_the_page_says_so(served: Served) -> None:
    path = served.book.snippets / "texts" / "marks_text.py"
    change(path, 'print("a\\tb\\tc")', "1 / 0")
    assert served.in_time(lambda: "ZeroDivisionError" in served.log.read_text())
    change(served.book.docs / "texts" / "index.md", "# Texts", "# More texts")
    assert served.shows("texts/", "it is out of date")
    change(path, "1 / 0", 'print("a\\tb\\tc")')
    change(served.book.docs / "texts" / "index.md", "# More texts", "# Texts")
    assert served.shows("texts/", "program-texts-marks_text")


def test_a_mistake_on_a_page_is_shown_there_until_it_is_mended(served: Served) -> None:
    page = served.book.docs / "first" / "index.md"
    line = change(page, "On this machine", "{{ nothing }} On this machine")
    assert served.shows("first/", "'nothing' is undefined")
    assert f"line {line}" in served.get("first/")
    change(page, "{{ nothing }} On this machine", "On that machine")
    assert served.shows("first/", "On that machine")


def test_a_quiz_that_cannot_be_read_is_shown_until_it_is_mended(served: Served) -> None:
    page = served.book.docs / "quizzes" / "index.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good.replace("- [x]", "- [ ]"), encoding="utf-8")
    shown = served.shows("quizzes/", "none of its options is right")
    page.write_text(good, encoding="utf-8")
    assert served.shows("quizzes/", 'data-correct="true"')
    assert shown, "the page hangs instead"


def test_ctrl_c_ends_it_and_all_that_it_started(tmp_path: Path) -> None:
    with serving(copied(tmp_path)) as one:
        assert one.shows("first/", "counted 12000")
        one.process.send_signal(signal.SIGINT)
        assert one.process.wait(PATIENCE) == 0
        assert in_session(one.process.pid) == []
        assert "Traceback" not in one.log.read_text()


def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path, served: Served) -> None:
    book = copied(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "scripts.serve", "--port", str(served.port)],
        cwd=book.root,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 1
    assert str(served.port) in done.stderr
    assert "Traceback" not in done.stderr
