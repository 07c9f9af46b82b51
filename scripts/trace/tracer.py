"""The tracer: makes a trace of a program, or says why it cannot."""

from statistics import median
from typing import Any

from scripts import judge, machine, recording
from scripts.book import Book
from scripts.capture import Run
from scripts.capture import run as run_plainly
from scripts.interpreter import Interpreter
from scripts.problem import Problem
from scripts.program import Program
from scripts.recorder import CannotRun, interpreter_for, named
from scripts.recording import BUILD, names_of
from scripts.trace import trace as traces
from scripts.trace.assembly import Assembly, assemble
from scripts.trace.outcome import Outcome
from scripts.trace.session import Session, trace_once
from scripts.trace.trace import Trace

TRIES = 5  # runs until one does what the program claims, and no two steps are torn
RUNS = 3  # plain and traced ones for the overhead
LONG = 5.0  # seconds; a program that takes longer is measured once


def trace(program: Program, label: str, book: Book, again: bool = False) -> Outcome:
    """Trace a program, unless this machine has already done so.

    again: trace it even so. Never raises Problem: what is wrong is in the outcome.
    """
    try:
        interpreter = interpreter_for(program, label, book)
        known = None if again else _known(program, label, interpreter, book)
        if known:
            return Outcome(program, label, "cached", known)
        made = _make(program, label, interpreter)
        if program.inside_a_book:
            traces.write(made, recording.local(book))
        return Outcome(program, label, "traced", made)
    except CannotRun as reason:
        return _reference(program, label, str(reason), book)
    except Problem as problem:
        return Outcome(program, label, "failed", problems=[problem])


def _known(program: Program, label: str, interpreter: Interpreter, book: Book) -> Trace | None:
    """This machine's own trace with the same key."""
    found = traces.here(program, label, book) if program.inside_a_book else None
    return found if found and found.interpreter["identity"] == interpreter.identity else None


def _reference(program: Program, label: str, why: str, book: Book) -> Outcome:
    """Where a program cannot run, its committed trace must do."""
    try:
        return Outcome(program, label, "reference", traces.shown(program, label, book), why)
    except Problem as problem:
        problem.seen += f", and this machine cannot make it: {why}"
        return Outcome(program, label, "failed", why=why, problems=[problem])


def _make(program: Program, label: str, interpreter: Interpreter) -> Trace:
    """Run it traced until it does as it claims, and plainly to compare. Raises Problem."""
    session, assembly, seconds = _good(program, label, interpreter)
    run = session.run
    return Trace(
        program=program.id,
        label=label,
        source=program.digest,
        files=recording.digests(program, run.files),
        command=program.header.command.format(python="python", file=program.path.name),
        exit=run.exit,
        output=run.output,
        overhead=_overhead(program, interpreter, seconds, run),
        processes=assembly.processes,
        strands=assembly.strands,
        events=assembly.events,
        interpreter=named(interpreter),
        machine=machine.describe(),
    )


def _good(
    program: Program, label: str, interpreter: Interpreter
) -> tuple[Session, Assembly, list[float]]:
    """The traced run with the fewest torn steps among those that do as claimed.

    With it, the seconds of each. Raises the last Problem when none does.
    """
    found: tuple[Session, Assembly] | None = None
    problem: Problem | None = None
    seconds = []
    for _ in range(TRIES):
        session = trace_once(program, interpreter)
        problem = against(program, label, session.run)
        if problem is None:
            seconds.append(session.run.seconds)
            assembly = assemble(session.logs, program.source)
            if found is None or assembly.torn < found[1].torn:
                found = session, assembly
            if not assembly.torn:
                break
    if found is None:
        assert problem is not None, "one of both"
        raise problem
    return *found, seconds


def against(program: Program, label: str, run: Run) -> Problem | None:
    """What a traced run did otherwise than the program's header claims of plain ones."""
    try:
        facts = judge.facts_of(program, label, run)
    except Problem as problem:
        return _traced(problem, program, label)
    kept = {key: getattr(run, key) for key in ("exit", "seconds", "cpu", "hung")}
    names = [names_of({**kept, "facts": facts}, run.output)]
    broken = [one for one in judge.own_claims(program, label, names) if not one.ok]
    if not broken:
        return None
    return _traced(judge.claim_problem(program, label, broken[0], names), program, label)


def _traced(problem: Problem, program: Program, label: str) -> Problem:
    """A problem of a traced run, which plain runs need not have."""
    on = "" if label == BUILD else f" --on {label}"
    name = program.id if program.inside_a_book else program.place
    problem.seen = f"run by the tracer, {problem.seen}"
    problem.command = f"python -m scripts.trace {name}{on}"
    return problem


def _overhead(
    program: Program, interpreter: Interpreter, traced: list[float], run: Run
) -> dict[str, Any]:
    """Medians of plain and traced seconds; a hang lasts as long as it is let."""
    if run.hung:
        return {"plain": None, "traced": None, "runs": 0}
    count = RUNS if run.seconds < LONG else 1
    while len(traced) < count:
        traced.append(trace_once(program, interpreter).run.seconds)
    plain = [run_plainly(program, interpreter).seconds for _ in range(count)]
    return {
        "plain": round(median(plain), 4),
        "traced": round(median(traced[-count:]), 4),
        "runs": count,
    }
