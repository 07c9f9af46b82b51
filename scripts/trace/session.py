"""A session: one traced run of a program, and the logs of its processes."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scripts.capture import Run, run, temporary
from scripts.explore.engine import steps
from scripts.explore.engine.refuse import Refused
from scripts.interpreter import Interpreter
from scripts.problem import Problem
from scripts.program import Program
from scripts.trace import twin

# In the stacks that faulthandler prints, what lies between the program and Python's own.
FRAMES = re.compile(
    r'^  File "[^"]*/scripts/trace/engine/[^"]*", line \d+ in .*\n'
    r'|^  File "(?:<frozen runpy>|[^"]*/runpy\.py)", line \d+ in _run_(?:code|module_as_main)\n',
    re.MULTILINE,
)
SLOT = 1024  # as engine/log.py has it
EVENTS = 20_000  # of all processes together


@dataclass(frozen=True)
class Log:
    """The records of one process, in the order of their writing."""

    pid: int
    start: int
    records: list[dict[str, Any]]


@dataclass(frozen=True)
class Session:
    """A traced run."""

    run: Run
    logs: list[Log]


def trace_once(program: Program, interpreter: Interpreter) -> Session:
    """Run the program once with the engine in each of its processes.

    Raises Problem for a step label that stands on no statement, for more events
    than a trace may have, and for none.
    """
    steps = labels(program)
    with temporary() as name:
        place = Path(name).resolve()
        report = place / "report"
        report.mkdir()
        job = {"report": str(report), "file": str(place / "source" / program.path.name)}
        other = twin.make(interpreter, place / "python", {**job, "steps": steps})
        done = run(program, other, given=place, writable=[str(report)])
        full = (report / "full").exists()
        logs = [read(path) for path in sorted(report.glob("[0-9]*-*"))]
    count = sum("do" in record for log in logs for record in log.records)
    if full or count > EVENTS:
        raise _problem(program, f"at most {EVENTS} events in a traced run", "it has more")
    if not count:
        seen = f"no process told of anything; the output was {done.output[-160:]!r}"
        raise _problem(program, "a program that Python runs with its site module", seen)
    return Session(replace(done, output=FRAMES.sub("", done.output)), logs)


def _problem(program: Program, expected: str, seen: str) -> Problem:
    return Problem(
        f"{program.place}:{program.header.line('trace')}",
        expected=expected,
        seen=seen,
        command=f"python -m scripts.run {program.place}",
    )


def labels(program: Program) -> list[dict[str, Any]]:
    """The program's step labels: the statement's place, and texts and names in turn."""
    try:
        found = steps.find(program.source, ast.parse(program.source))
    except Refused as refused:
        line = max(refused.line, 1)
        raise Problem(
            f"{program.place}:{line}",
            expected="a # step: label at the end of a statement's line",
            seen=f"it {refused.sentence}",
            command=f"sed -n {line}p {program.place}",
        ) from None
    return [
        {"line": node.lineno, "column": node.col_offset, "parts": list(_parts(step.label))}
        for node, step in found.items()
    ]


def _parts(label: str) -> Iterator[str | dict[str, str]]:
    """The texts of a label, and the names as the engine reads them."""
    for piece in steps.pieces(label):
        yield piece if isinstance(piece, str) else {"name": ast.unparse(piece)}


def read(path: Path) -> Log:
    """The records of one log; what a dying process left half done is passed over."""
    pid, start = path.name.split("-")
    records = []
    with path.open("rb") as slots:
        while slot := slots.read(SLOT).rstrip(b"\0"):
            with suppress(ValueError, SyntaxError):
                records.append(ast.literal_eval(slot.decode()))
    return Log(int(pid), int(start), records)
