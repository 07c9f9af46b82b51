"""What the tracer's tests share: tracing a sample, and the story that came of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from scripts.book import Book
from scripts.capture import Run
from scripts.capture import run as run_plainly
from scripts.interpreter import build_interpreter, find
from scripts.program import Program, load
from scripts.recorder import interpreter_for
from scripts.trace.assembly import Assembly, assemble
from scripts.trace.session import trace_once
from tests.conftest import sample

DO = {
    "born", "ended", "step", "starts", "waits_join", "joined", "asks", "got", "released",
    "refused", "waits", "woken", "notifies", "puts", "gets", "sends", "receives", "sleeps",
    "wakes", "raises",
}  # fmt: skip
KEYS = ["n", "at", "strand", "line", "do", "text", "what", "to"]


@dataclass(frozen=True)
class Story:
    """A traced run of a program."""

    program: Program
    run: Run
    assembly: Assembly

    @property
    def letters(self) -> list[str]:
        return [strand["letter"] for strand in self.assembly.strands]

    def rows(self, letter: str | None = None) -> list[dict[str, Any]]:
        """The events, of one strand or of all."""
        letters = self.letters
        return [e for e in self.assembly.events if letter in (None, letters[e["strand"]])]

    def says(self, letter: str, *without: str) -> list[str]:
        """The sentences of a strand, but for some kinds."""
        return [event["text"] for event in self.rows(letter) if event["do"] not in without]

    def first(self, do: str, what: str = "") -> dict[str, Any]:
        """The first event of a kind, about something."""
        return next(e for e in self.rows() if e["do"] == do and what in ("", e["what"]))

    def times(self, sentence: str) -> int:
        """How often something is said."""
        return sum(event["text"] == sentence for event in self.rows())


class Traced(Protocol):
    """Traces a sample of tests/samples/trace; on: a label; replaced: values for its @NAME@."""

    def __call__(self, name: str, on: str = "", **replaced: object) -> Story: ...


class Written(Protocol):
    """Makes a program of a text."""

    def __call__(self, source: str, name: str = "program") -> Program: ...


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(source: str, name: str = "program") -> Program:
        path = tmp_path / f"{name}.py"
        path.write_text(source, encoding="utf-8")
        return load(path, Book(tmp_path))

    return write


@pytest.fixture
def traced(written: Written) -> Traced:
    def run(name: str, on: str = "", **replaced: object) -> Story:
        return story(written(sample(f"trace/{name}", **replaced), name), on)

    return run


def story(program: Program, on: str = "") -> Story:
    """A traced run, which must keep the contract of traces."""
    interpreter = find(on, Book()) if on else interpreter_for(program, "build", Book())
    if interpreter is None:
        pytest.skip(f"no Python {on} here")
    session = trace_once(program, interpreter)
    found = Story(program, session.run, assemble(session.logs, program.source))
    keeps_the_contract(found)
    return found


def keeps_the_contract(found: Story) -> None:
    """Every event is as figures may expect it."""
    events, strands = found.rows(), found.assembly.strands
    assert [event["n"] for event in events] == list(range(len(events)))
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)
    assert events[0]["at"] == 0
    lines = found.program.source.count("\n") + 1
    for event in events:
        assert list(event) == KEYS
        assert event["do"] in DO
        assert 0 <= event["line"] <= lines
        assert event["text"]
        assert not set(event["text"]) & {"\x01", "\x02", "\n"}
        assert event["to"] is None or 0 <= event["to"] < len(strands)
    assert [strand["number"] for strand in strands] == list(range(len(strands)))
    assert {strand["process"] for strand in strands} == set(range(len(found.assembly.processes)))
    assert len(set(found.letters)) == len(strands)


def plain(program: Program) -> Run:
    """The program as it runs without the tracer."""
    return run_plainly(program, build_interpreter())
