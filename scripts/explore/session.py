"""A session: the engine and one program in the sandbox, and what came of it."""

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.book import ROOT
from scripts.capture import temporary
from scripts.explore.exploration import DamagedReport, Exploration, from_report
from scripts.interpreter import Interpreter, build_interpreter
from scripts.problem import Problem
from scripts.program import Program
from scripts.sandbox import offered
from scripts.sandbox.policy import MIB, Limits, Policy
from scripts.terminal import Captured, capture

STATES = 200_000
SECONDS = 60.0
START = 30.0  # seconds beyond the bound to start, to count and to write
PATIENCE = 10.0  # seconds beyond that for the keeper to clear up
REPORT = 64 * MIB
PACKAGE = ("scripts/__init__.py", "scripts/explore/__init__.py", "scripts/explore/engine")
EXPECTED = "a program that the explorer can hold still at every step"
LIMITS = {
    "output": "it wrote to the terminal, past Python's print, more than 64 KiB",
    "processes": "it started processes, and only threads can be held still",
    "memory": "it took more than 4 GiB of memory",
    "disk": "it wrote more than 2 GiB of files",
}


@dataclass(frozen=True)
class Bounds:
    """Where a search gives up; patience: seconds for a thread to come to its next stop.

    prune: take a state seen before as known.
    """

    states: int = STATES
    seconds: float = SECONDS
    patience: float = 6.0
    prune: bool = True


def explore(program: Program, bounds: Bounds | None = None) -> Exploration:
    """Execute every interleaving of a program, in the sandbox.

    Raises Problem when it does what cannot be explored, with the line.
    """
    bounds = bounds or Bounds()
    interpreter = build_interpreter()
    with temporary() as name:
        place = Path(name).resolve()
        for folder in ("source", "work", "report"):
            (place / folder).mkdir()
        (place / "source" / program.path.name).write_text(program.source, encoding="utf-8")
        _copy_engine(place / "engine")
        policy = _policy(program, interpreter, place, bounds)
        caught = capture(
            offered.command(policy), ROOT, policy.limits.output, policy.timeout + PATIENCE
        )
        report = _read(place / "report" / "report.json")
        stacks = _read(place / "report" / "stacks")
    return _result(program, caught, report, stacks, interpreter)


def _copy_engine(place: Path) -> None:
    """The engine's own files; the rest of this repository stays out of sight."""
    for name in PACKAGE:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name)
        else:
            shutil.copy(ROOT / name, place / name)


def _policy(program: Program, interpreter: Interpreter, place: Path, bounds: Bounds) -> Policy:
    job = {
        "file": str(place / "source" / program.path.name),
        "work": str(place / "work"),
        "report": str(place / "report" / "report.json"),
        "stacks": str(place / "report" / "stacks"),
        **vars(bounds),
    }
    python = [str(interpreter.path), "-s", "-S", "-P", "-B", "-m", "scripts.explore.engine"]
    return Policy(
        argv=[*python, json.dumps(job)],
        cwd=str(place / "work"),
        env=_environment(interpreter, place),
        readable=[*interpreter.roots, str(interpreter.path), *_own(place)],
        writable=[str(place / "work"), str(place / "report")],
        timeout=bounds.seconds + START,
        hang=False,
        isolation=offered.asked(),
        hidden=offered.secrets(),
        limits=Limits(processes=4, output=64 * 1024, file=REPORT),
    )


def _own(place: Path) -> list[str]:
    return [str(place / "source"), str(place / "engine")]


def _environment(interpreter: Interpreter, place: Path) -> dict[str, str]:
    """What a program sees, and what the engine needs: sets in one order in every run."""
    return {
        "PATH": f"{interpreter.path.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(place / "work"),
        "TMPDIR": str(place / "work"),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "COLUMNS": "72",
        "PYTHONPATH": str(place / "engine"),
        "PYTHONHASHSEED": "0",
        **({"TZ": os.environ["TZ"]} if "TZ" in os.environ else {}),
    }


def _read(path: Path) -> str:
    if not path.is_file() or path.is_symlink() or path.stat().st_size > REPORT:
        return ""
    return path.read_text(encoding="utf-8", errors="replace")


def _result(
    program: Program, caught: Captured, report: str, stacks: str, interpreter: Interpreter
) -> Exploration:
    keeper: dict[str, Any] = json.loads(caught.report or b'{"exit": null, "passed": "keeper"}')
    printed = caught.data.decode(errors="replace").strip()
    if not report:
        raise _no_report(program, keeper, stacks, printed)
    try:
        data = json.loads(report)
        if isinstance(data, dict) and "refused" in data:
            raise _problem(
                program, int(data["refused"]["line"]), f"it {data['refused']['sentence']}"
            )
        if printed:
            raise _problem(program, 1, "it writes to the terminal, past Python's print")
        return from_report(_shortened(data, interpreter))
    except (DamagedReport, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _problem(program, 1, f"it left a damaged report: {error}") from None


def _shortened(data: Any, interpreter: Interpreter) -> Any:
    """Tracebacks without the place of this machine's Python, as in recordings."""
    text = json.dumps(data)
    roots = [root for root in interpreter.roots if root not in ("/usr", "/usr/bin")]
    for root in sorted(roots, key=len, reverse=True):
        text = text.replace(json.dumps(root)[1:-1], "…")
    return json.loads(text)


def _no_report(program: Program, keeper: dict[str, Any], stacks: str, printed: str) -> Problem:
    """The engine was ended before it could say anything."""
    line = _running_line(stacks, program.path.name)
    if line:
        return _problem(
            program,
            line,
            "it went on for seconds without coming to a step, a lock or a sleep: it loops, or"
            " it waits for something that the explorer cannot see",
        )
    if keeper.get("passed") in LIMITS:
        return _problem(program, 1, LIMITS[keeper["passed"]])
    last = printed.splitlines()[-1][:160] if printed else "nothing"
    seen = f"it ended the explorer with exit {keeper.get('exit')}; the last words were {last!r}"
    return _problem(program, 1, seen)


def _running_line(stacks: str, name: str) -> int:
    """The program's line in the one thread that does not stand still."""
    for block in re.split(r"\n(?=(?:Current t|T)hread 0x)", stacks):
        frames = re.findall(r'File "([^"]+)", line (\d+) in (\S+)', block)
        if frames and frames[0][2] not in ("_hand_over", "serve"):
            lines = [int(line) for file, line, _ in frames if Path(file).name == name]
            if lines:
                return lines[0]
    return 0


def _problem(program: Program, line: int, seen: str) -> Problem:
    return Problem(
        f"{program.place}:{max(line, 1)}",
        expected=EXPECTED,
        seen=seen,
        command=f"sed -n {max(line, 1)}p {program.place}",
    )
