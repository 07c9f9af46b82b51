"""From saving a file to seeing it in `make serve`: prose, and a program."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from scripts import page, shard
from scripts.bench.copied import copied
from scripts.bench.figure import Figure
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import Program, load_id

TRIES = 3
PATIENCE = 300.0
LOOKS = 0.02  # seconds between two looks at the page


def saved(book: Book) -> list[Figure]:
    """Both, each the slowest of three, in a copy of the book with all its pages."""
    with copied(book) as copy:
        program, url = quickest(copy)
        prose = largest(copy)
        with serving(copy) as origin:
            shown = [prose_shown(copy, prose, origin, n) for n in range(TRIES)]
            ran = [program_shown(program, f"{origin}{url}", n) for n in range(TRIES)]
    name = f"a saved program is run and shown ({program.id})"
    return [
        Figure("saved prose is shown", max(shown), "s", most=2),
        Figure(name, max(ran), "s"),
    ]


def largest(book: Book) -> page.Page:
    """The page with most in it."""
    return max(page.pages(book.docs, book), key=lambda one: len(one.body))


def quickest(book: Book) -> tuple[Program, str]:
    """Of the programs that a page shows whole, the one that runs shortest, and that page."""
    homes = page.homes(book.docs)
    programs = [load_id(name, book) for name in homes]
    plain = [
        one
        for one in programs
        if not (one.is_excerpt or one.header.needs or one.header.explore or one.header.trace)
    ]
    found = min(plain, key=lambda one: (shard.seconds(one, book), one.id))
    return found, homes[found.id]


def prose_shown(book: Book, prose: page.Page, origin: str, n: int) -> float:
    """Seconds from the saving of a sentence below the page's heading."""
    text = prose.path.read_text(encoding="utf-8")
    heading = text.index("\n", text.index("# "))
    words = f"Saved for the {n}th time."
    prose.path.write_text(f"{text[:heading]}\n\n{words}\n{text[heading:]}", encoding="utf-8")
    return until(words, f"{origin}{prose.url}")


def program_shown(program: Program, url: str, n: int) -> float:
    """Seconds from the saving of a comment at a program's end."""
    words = f"saved for the {n}th time"
    with program.path.open("a", encoding="utf-8") as file:
        file.write(f"# {words}\n")
    return until(words, url)


def until(words: str, url: str) -> float:
    """Seconds until an address has the words. Raises Problem when it never does."""
    begun = time.monotonic()
    while time.monotonic() < begun + PATIENCE:
        if words in got(url):
            return time.monotonic() - begun
        time.sleep(LOOKS)
    raise Problem(
        url, expected=words, seen=f"nothing of it in {PATIENCE:g} s", command="make serve"
    )


def got(url: str) -> str:
    """What an address gives; nothing while nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return unescape(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return ""
    except OSError:
        return ""


@contextmanager
def serving(book: Book) -> Iterator[str]:
    """`make serve` on a free port; gives its origin once it answers. Raises Problem."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])
    log = book.build / "serve.log"
    with log.open("wb") as words:
        server = subprocess.Popen(
            [sys.executable, "-m", "scripts.serve", "--port", str(port)],
            cwd=book.root,
            stdout=words,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _answering(server, f"http://127.0.0.1:{port}/", log)
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _answering(server: "subprocess.Popen[bytes]", origin: str, log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        if got(origin):
            return origin
        time.sleep(LOOKS)
    raise Problem(
        "make serve",
        expected=f"a site at {origin}",
        seen=log.read_text(encoding="utf-8", errors="replace")[-2000:],
        command="make serve",
    )
