"""The recorder: makes a recording of a program, or says why it cannot."""

import re
import shutil
import time
from collections.abc import Sequence
from typing import Any

from packaging.specifiers import SpecifierSet

from scripts import environment, judge, machine, recording
from scripts.book import Book
from scripts.capture import Run, run
from scripts.claim import Names, Value, Verdict
from scripts.claim import judge as claim_judge
from scripts.interpreter import Interpreter, build_interpreter, find
from scripts.outcome import Outcome, State
from scripts.problem import Problem
from scripts.program import Program
from scripts.recording import BUILD, Recording, names_of
from scripts.sandbox import offered


class CannotRun(Exception):
    """This machine lacks what the program needs; the text says what."""


def record(program: Program, label: str, book: Book, again: bool = False) -> Outcome:
    """Run a program as often as its header says, unless this machine has already.

    again: run it even so. Never raises Problem: what is wrong is in the outcome.
    """
    try:
        interpreter = interpreter_for(program, label, book)
        known = None if again else _known(program, label, interpreter, book)
        if known:
            return Outcome(program, label, "cached", known)
        return _run_all(program, label, interpreter, book)
    except CannotRun as reason:
        return _reference(program, label, str(reason), book)
    except Problem as problem:
        return Outcome(program, label, "failed", problems=[problem])


def left_out(program: Program, label: str, book: Book) -> Outcome:
    """A heavy program that nobody named: what is recorded of it must do.

    Nothing is installed for that, not even to ask which interpreter it would be.
    """
    try:
        shown = recording.shown(program, label, book)
    except Problem as problem:
        problem.seen += ", and the program is heavy: it runs only when it is named"
        return Outcome(program, label, "failed", problems=[problem])
    state: State = "reference" if shown.reference else "cached"
    return Outcome(program, label, state, shown, "heavy, and not named")


def interpreter_for(program: Program, label: str, book: Book) -> Interpreter:
    """The interpreter for a label with the program's packages. Raises CannotRun."""
    for need in program.header.needs:
        _require(need)
    interpreter = build_interpreter() if label == BUILD else find(label, book)
    if interpreter is None:
        raise CannotRun(f"no Python {label} here")
    wanted = SpecifierSet(program.header.requires_python)
    if not wanted.contains(interpreter.version, prereleases=True):
        raise CannotRun(f"it needs Python {wanted}, and this is {interpreter.version}")
    try:
        return environment.with_packages(interpreter, program.header.dependencies, book)
    except environment.NotInstallable as error:
        raise CannotRun(f"its packages cannot be installed here ({error})") from None


def _require(need: str) -> None:
    cores = re.fullmatch(r"cores >= (\d+)", need)
    met = {
        "root": machine.is_root(),
        "realtime": machine.may_be_realtime(),
        "not root": not machine.is_root() or offered.other_user(),
        "linux": machine.describe()["system"].startswith("Linux"),
        "strace": shutil.which("strace") is not None,
        "cc": shutil.which("cc") is not None,
        "ptrace": machine.may_trace(),
    }.get(need, machine.cores() >= int(cores[1]) if cores else False)
    if not met:
        wanted = "an ordinary user" if need == "not root" else need
        raise CannotRun(f"it needs {wanted}")


def _known(program: Program, label: str, interpreter: Interpreter, book: Book) -> Recording | None:
    """This machine's own recording with the same key; a damaged one counts as none."""
    if not program.inside_a_book:
        return None
    try:
        found = recording.read(recording.local(book), program.id, label, book)
    except Problem:
        return None
    same = found is not None and recording.fresh(found, program) and found.texts()
    return (
        found if same and found and found.interpreter["identity"] == interpreter.identity else None
    )


def _reference(program: Program, label: str, why: str, book: Book) -> Outcome:
    """Where a program cannot run, its committed recording must do."""
    try:
        shown = recording.shown(program, label, book) if program.inside_a_book else None
    except Problem as problem:
        problem.seen += f", and this machine cannot make it: {why}"
        return Outcome(program, label, "failed", why=why, problems=[problem])
    if shown is None:
        expected = "a machine that can run it"
        cannot = Problem(program.place, expected=expected, seen=why, command="python -VV")
        return Outcome(program, label, "failed", why=why, problems=[cannot])
    return Outcome(program, label, "reference", shown, why)


def _run_all(program: Program, label: str, interpreter: Interpreter, book: Book) -> Outcome:
    """Run it, judge it, keep it."""
    before = time.monotonic(), machine.busy()
    runs: list[Run] = []
    facts: list[dict[str, Value]] = []
    for _ in range(program.header.runs):
        runs.append(run(program, interpreter))
        try:
            facts.append(judge.facts_of(program, label, runs[-1]))
        except Problem as problem:
            return Outcome(program, label, "failed", output=runs[-1].output, problems=[problem])
    rows = [_row(*pair) for pair in zip(runs, facts, strict=True)]
    names = [names_of(row, one.output) for row, one in zip(rows, runs, strict=True)]
    verdicts = judge.own_claims(program, label, names)
    shown = _best(verdicts, names)
    broken = [judge.claim_problem(program, label, v, names) for v in verdicts if not v.ok]
    if broken:
        return Outcome(program, label, "failed", output=runs[shown].output, problems=broken)
    made = Recording(
        program=program.id,
        label=label,
        source=program.digest,
        files=recording.digests(program, {name for one in runs for name in one.files}),
        command=program.header.command.format(python="python", file=program.path.name),
        output=runs[shown].output,
        times=runs[shown].times,
        runs=rows,
        shown=shown,
        claims=[{"claim": v.claim.text, "held": v.held, "of": v.of} for v in verdicts],
        interpreter=named(interpreter),
        machine={**machine.describe(), "others": _others(program, runs, *before)},
        isolation=list(offered.isolation()),
    )
    if program.inside_a_book:
        recording.write(made, recording.local(book))
    return Outcome(program, label, "ran", made)


def _others(program: Program, runs: Sequence[Run], start: float, busy: float) -> float | None:
    """CPUs' worth of other work beside a program that runs alone; None in the pool."""
    if program.header.lane != "alone":
        return None
    own = sum(one.cpu for one in runs)
    # Of a run that is over at once, starting the sandbox is most of the work.
    elapsed = max(1.0, time.monotonic() - start)
    return round(max(0.0, machine.busy() - busy - own) / elapsed, 2)


def _row(one: Run, facts: dict[str, Value]) -> dict[str, Any]:
    """What a recording keeps of each run."""
    kept = ("exit", "seconds", "cpu", "peak", "hung")
    text = recording.text_digest(one.output)
    return {**{key: getattr(one, key) for key in kept}, "text": text, "facts": facts}


def named(interpreter: Interpreter) -> dict[str, str]:
    """The interpreter as a page names it; its path stays here."""
    return {
        "identity": interpreter.identity,
        "implementation": interpreter.implementation,
        "version": interpreter.version + ("t" if interpreter.label.endswith("t") else ""),
        "gil": interpreter.gil,
    }


def _best(verdicts: Sequence[Verdict], names: Sequence[Names]) -> int:
    """The first run in which the most claims hold: the one to show."""
    held = [sum(claim_judge(v.claim, [one]).held for v in verdicts) for one in names]
    return held.index(max(held))


def across(program: Program, book: Book) -> list[Problem]:
    """Problems with the claims of a program that name several interpreters."""
    if not any(claim.labels for claim in program.header.claims):
        return []
    runs = {label: recording.shown(program, label, book).names() for label in program.header.on}
    verdicts = judge.cross_claims(program, runs)
    return [judge.cross_problem(program, verdict, runs) for verdict in verdicts if not verdict.ok]
