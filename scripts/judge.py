"""The judge: did a run do what its program's header says?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scripts.capture import Run
from scripts.claim import Claim, Names, Value, Verdict, judge, judge_across
from scripts.fact import Fact, FactError, facts_in
from scripts.problem import Problem
from scripts.program import Program

LIMITS = {
    "output": ("at most 256 KiB of output", "it printed more than that and was stopped"),
    "processes": ("at most 256 processes at once", "it started more than that and was stopped"),
    "memory": ("at most 4 GiB of memory", "it took more than that and was stopped"),
    "disk": ("at most 2 GiB of files at once", "it wrote more than that and was stopped"),
    "keeper": ("a run to its end", "the keeper of the sandbox did not report"),
}
REFUSED = {
    "Permission denied": "a program writes only in its temporary folder",
    "No such file or directory: '/": "a program sees no file but the system's and its own",
    "Read-only file system": "a program writes only in its temporary folder",
    "Network is unreachable": "a program has no network but loopback",
    "Temporary failure in name resolution": "a program has no network but loopback",
}


def facts_of(program: Program, label: str, run: Run) -> dict[str, Value]:
    """The facts of a run that went as declared.

    Raises Problem with the first thing that did not, or a fact that does not match.
    """
    for line, expected, seen in _wrong(program, run):
        raise _at(program, line, label, expected, seen)
    try:
        maybe = run.hung and program.header.hangs == "sometimes"
        return facts_in(run.output, program.header.facts, maybe)
    except FactError as error:
        fact: Fact = error.args[1]
        expected = f"{fact.pattern!r} to match {'the output' if fact.many else 'exactly once'}"
        seen = f"{error.args[0]}{_tail(run.output)}"
        raise _at(program, fact.line, label, expected, seen) from None


def _wrong(program: Program, run: Run) -> Iterator[tuple[int, str, str]]:
    """What is wrong with one run by itself: line, what was expected, what was seen."""
    header = program.header
    top = header.line("")
    if run.passed:
        expected, seen = LIMITS[run.passed]
        yield top, expected, f"{seen} after {run.seconds:.1f} s"
    if run.hung and header.hangs == "never":
        seen = f"it still ran after {header.timeout:g} s{_tail(run.output)}"
        yield header.line("timeout"), "an end within the timeout, or hangs = true", seen
    if header.hangs == "always" and not run.hung:
        seen = f"it ended after {run.seconds:.1f} s with exit {run.exit}"
        yield header.line("hangs"), f"a hang until the timeout of {header.timeout:g} s", seen
    if not run.hung and run.exit not in header.exit:
        hint = next((f"; {text}" for word, text in REFUSED.items() if word in run.output), "")
        expected = f"exit {' or '.join(map(str, header.exit))}{hint}"
        yield _line(program, run), expected, f"exit {run.exit}{_tail(run.output)}"
    if run.left:
        seen = f"it left {len(run.left)} running: {run.left[0]}"
        yield top, "every process it started to have ended", seen
    if run.garbled:
        yield top, "output in UTF-8", run.garbled


def own_claims(program: Program, label: str, runs: Sequence[Names]) -> list[Verdict]:
    """Verdicts on the claims that speak of the interpreter that ran."""
    return [judge(claim, runs) for claim in program.header.claims if claim.about(label)]


def cross_claims(program: Program, runs: Mapping[str, Sequence[Names]]) -> list[Verdict]:
    """Verdicts on the claims that name interpreters."""
    return [judge_across(claim, runs) for claim in program.header.claims if claim.labels]


def claim_problem(program: Program, label: str, verdict: Verdict, runs: Sequence[Names]) -> Problem:
    """A claim that did not hold, with the values it saw."""
    claim = verdict.claim
    need = "in every run" if claim.need == "always" else "in at least one run"
    seen = verdict.error or f"it held in {verdict.held} of {verdict.of} runs{_values(claim, runs)}"
    return _at(
        program,
        program.header.line(claim.text),
        label,
        f"{claim.expression} {need}",
        f"claim failed: {seen}",
    )


def cross_problem(
    program: Program, verdict: Verdict, runs: Mapping[str, Sequence[Names]]
) -> Problem:
    """A claim over interpreters that did not hold, with the values of each."""
    problem = claim_problem(program, "", verdict, [])
    for label in sorted(verdict.claim.labels & runs.keys()):
        problem.seen += f"; on {label}: {_values(verdict.claim, runs[label])[2:]}"
    return problem


def _values(claim: Claim, runs: Sequence[Names]) -> str:
    """ "; lost was 0, 0, 12": what each name of the claim was, run by run."""
    names = sorted(
        name for name in claim.names if runs and name in runs[0] and name not in ("output", "lines")
    )
    return "".join(f"; {name} was {', '.join(str(run[name]) for run in runs)}" for name in names)


def _at(program: Program, line: int, label: str, expected: str, seen: str) -> Problem:
    on = f" --on {label}" if label in program.header.on else ""
    command = f"python -m scripts.run {program.id if program.inside_a_book else program.place}{on}"
    where = f" (on {label})" if on else ""
    return Problem(f"{program.place}:{line}", expected=expected, seen=seen + where, command=command)


def _line(program: Program, run: Run) -> int:
    """The program's line in the last traceback; else where the exit is declared."""
    found = re.findall(rf'File "{re.escape(program.path.name)}", line (\d+)', run.output)
    return int(found[-1]) if found else program.header.line("exit")


def _tail(output: str) -> str:
    """The last line with anything on it, quoted."""
    lines = [line for line in output.splitlines() if line.strip()]
    return f'; its last line was "{lines[-1][:160]}"' if lines else "; it printed nothing"
