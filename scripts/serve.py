"""The site, live: prose shows within a second, a changed program runs by itself.

    python -m scripts.serve [--port 8000]

Pages show this machine's recordings from build/ or else the committed ones, and
are built again when one of those, a page, a style or mkdocs.yml changes. No
program runs but the changed ones.
"""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileClosedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import ObservedWatch
from watchdog.observers.inotify import InotifyObserver

from scripts import command, recording, remembered, run
from scripts.book import Book
from scripts.explore import __main__ as explore
from scripts.explore import states
from scripts.plain import plain
from scripts.problem import Problem
from scripts.program import Program
from scripts.trace import __main__ as trace
from scripts.trace import trace as traces

WRITES: list[type[FileSystemEvent]] = [FileClosedEvent, FileDeletedEvent, FileMovedEvent]
SETTLE = 0.05  # seconds in which an editor writes the rest of its files


class Writes(InotifyObserver):
    """Tells of what was written, and is silent on what was read: a build reads it all."""

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str | Path,
        *,
        recursive: bool = False,
        event_filter: list[type[FileSystemEvent]] | None = None,
        follow_symlink: bool = False,
    ) -> ObservedWatch:
        """As its parent's, for events of writing."""
        return super().schedule(
            event_handler,
            path,
            recursive=recursive,
            event_filter=event_filter or WRITES,
            follow_symlink=follow_symlink,
        )


class Rerun(FileSystemEventHandler):
    """Runs a program when its file is saved, on each of its interpreters."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.seen: dict[Path, str] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Editors save in many ways; what counts is whether the text is another."""
        path = Path(os.fsdecode(event.dest_path or event.src_path))
        if path.suffix != ".py" or path.parent.name == "recorded" or not path.is_file():
            return
        programs, problems = run.named([str(path)], self.book)
        for program in programs:
            if self.seen.get(path) != program.digest:
                self.seen[path] = program.digest
                jobs = [(program, label) for label in recording.labels(program)]
                outcomes = run.run_all(jobs, self.book)
                problems += [problem for outcome in outcomes for problem in outcome.problems]
                problems += run.after(outcomes, self.book)
                problems += explore.up_to_date([program], self.book)
                problems += trace.up_to_date([program], self.book)
        run.report([], problems)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Runs until Ctrl-C."""
    book = book or Book()
    port = _options(argv).port
    # What is wrong on a page is shown on it; the build goes on.
    os.environ["INTERLEAVE_STRICT"] = "false"
    remembered.remember()
    run_changed(book)
    recording.local(book).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="interleave-") as site:
        server = _server(book, site, port)
        observer = Writes()
        observer.schedule(Rerun(book), str(book.snippets), recursive=True)
        observer.start()
        run.console.print(f"Open {server.url} (Ctrl-C ends it)")
        try:
            server.serve()  # type: ignore[no-untyped-call]  # mkdocs has no types here
        except KeyboardInterrupt:
            pass
        except OSError as error:
            seen = f"Port {port}: {error.strerror}. Try: python -m scripts.serve --port {port + 1}"
            run.console.print(seen, style="red", markup=False)
            return 1
        finally:
            observer.stop()
            server.shutdown()
    return 0


def run_changed(book: Book) -> None:
    """Make what pages need and neither this machine nor the references have: on a fresh clone, nothing."""
    programs, problems = run.named([], book)
    jobs = [
        (program, label)
        for program in programs
        for label in recording.labels(program)
        if not recording.known(program, label, book)
    ]
    outcomes = run.run_all(jobs, book)
    problems += [problem for outcome in outcomes for problem in outcome.problems]
    lacking = [program for program in programs if not _drawn(program, book)]
    problems += explore.up_to_date(lacking, book) + trace.up_to_date(lacking, book)
    run.report([], problems)


def _drawn(program: Program, book: Book) -> bool:
    """Whether its interleavings and its traces are there to show, where it has any."""
    try:
        if program.header.explore:
            states.shown(program, book)
        for label in program.header.trace:
            traces.shown(program, label, book)
    except Problem:
        return False
    return True


def _server(book: Book, site: str, port: int) -> LiveReloadServer:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.basicConfig(format="%(levelname)s %(message)s")
    address = f"http://127.0.0.1:{port}/"

    def rebuild() -> None:
        remembered.begin(book)
        config = load_config(str(book.root / "mkdocs.yml"), site_dir=site, site_url=address)
        config.plugins.on_startup(command="serve", dirty=False)
        server.error_handler = lambda code: None
        try:
            build(config, serve_url=address)
        except Exception as error:  # mkdocs-quiz ends a build for a quiz it cannot read
            # Every address tells why; a build that ends with an error would let them hang.
            told = (
                f"<meta http-equiv='refresh' content='1'><pre>{escape(str(error))}</pre>".encode()
            )
            server.error_handler = lambda code: told
            run.console.print(plain(str(error)), style="red", markup=False)

    server = LiveReloadServer(rebuild, "127.0.0.1", port, site)
    # mkdocs polls its files; the kernel tells at once.
    server.observer = Writes()  # type: ignore[assignment]  # any observer will do
    server.build_delay = SETTLE
    rebuild()
    for path in (
        book.docs,
        book.root / "mkdocs.yml",
        recording.local(book),
    ):
        if path.exists():
            server.watch(str(path))
    return server


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("serve", __doc__)
    parser.add_argument("--port", type=int, default=8000)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
