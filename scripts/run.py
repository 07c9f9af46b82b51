"""Run programs, check what they claim, and keep what they did.

    python -m scripts.run [ID or FILE ...] [--on LABEL ...] [--shard I/N]
                          [--accept] [--again] [--json]

Without names: every program of the book that this machine has not run yet as
it stands now, but for the heavy ones; what fails runs again by itself, twice at
most, and is reported when it failed each time. A FILE may lie anywhere. Named
programs show their output, and fail at once.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from scripts import command, recording, shard
from scripts.accept import accept
from scripts.book import Book
from scripts.keys import LABEL
from scripts.outcome import Outcome
from scripts.plain import in_json, plain
from scripts.problem import Problem
from scripts.program import Program, load, load_id
from scripts.recorder import across, left_out, record
from scripts.sandbox import offered

# More than cores: most programs wait more than they work.
WORKERS = 8
# How often a program of the whole book may run until its claims hold. Who names a
# program wants to see it miss; a busy minute of the machine must not fail the book.
HEARINGS = 3
Job = tuple[Program, str]

STYLES = {"failed": "red", "reference": "yellow"}
console = Console(stderr=True, highlight=False, soft_wrap=True)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when all is well."""
    options = _options(argv)
    book = book or Book()
    programs, problems = named(options.names, book)
    if options.shard:
        programs = shard.share(programs, options.shard, book)
    by_name = bool(options.names)
    jobs = [
        (one, label)
        for one in programs
        for label in options.on or recording.labels(one)
        if by_name or not one.header.heavy or label in recording.labels(one)
    ]
    hearings = 1 if by_name else HEARINGS
    outcomes = run_all(jobs, book, options.again or by_name, by_name, hearings)
    outcomes = compared(outcomes, book, hearings)
    problems += [problem for outcome in outcomes for problem in outcome.problems]
    problems += after(outcomes, book)
    if options.accept:
        problems += accept(outcomes, problems, book)
    if options.json:
        answer = {
            "ok": not problems,
            "outcomes": [o.as_json() for o in outcomes],
            "problems": [p.as_json() for p in problems],
        }
        print(in_json(json.dumps(answer, indent=1, ensure_ascii=False)))
    else:
        report(outcomes if options.names else [], problems)
    return 1 if problems else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("run", __doc__)
    parser.add_argument("names", nargs="*", metavar="ID or FILE", help="races/deposit, or a path")
    parser.add_argument(
        "--on", nargs="+", metavar="LABEL", help="on these interpreters, such as 3.11 or 3.13t"
    )
    parser.add_argument(
        "--accept",
        action="store_true",
        help="commit what ran as reference, where it is new or out of date",
    )
    parser.add_argument(
        "--again", action="store_true", help="run also what this machine has already run"
    )
    parser.add_argument("--json", action="store_true", help="print the outcomes as JSON")
    parser.add_argument(
        "--shard", type=_shard, metavar="I/N", help="one part of N, for one of N machines"
    )
    options = parser.parse_args(argv)
    for label in options.on or []:
        if not LABEL.fullmatch(label):
            parser.error(
                f"--on takes labels such as 3.11 or 3.13t, not {label!r}; programs go first"
            )
    return options


def _shard(text: str) -> shard.Shard:
    """As argparse wants it."""
    try:
        return shard.named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def named(names: Sequence[str], book: Book) -> tuple[list[Program], list[Problem]]:
    """The programs behind ids or files, or all of the book; and what is wrong with others."""
    programs: list[Program] = []
    problems: list[Problem] = []
    for name in names or [str(path) for path in book.program_paths()]:
        try:
            path = Path(name)
            programs.append(load(path, book) if path.suffix == ".py" else load_id(name, book))
        except Problem as problem:
            problems.append(problem)
    return programs, problems


def run_all(
    jobs: Sequence[Job], book: Book, again: bool = False, heavy: bool = False, hearings: int = 1
) -> list[Outcome]:
    """Both lanes: many at a time, then the ones that must be alone, one by one.

    heavy: run the heavy programs as well; without it their recordings must do.
    hearings: how often one that fails runs at most; after the first time, alone.
    """
    for sentence in offered.missing() if jobs else []:
        console.print(f"[yellow]This system does not hold programs to:[/] {sentence}")
    left = [] if heavy else [job for job in jobs if job[0].header.heavy]
    if left:
        ids = " ".join(dict.fromkeys(program.id for program, _ in left))
        console.print(f"Left out, for they are heavy. To run them: python -m scripts.run {ids}")
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
    )
    outcomes = []
    with bar:
        task = bar.add_task("programs", total=len(jobs))
        for outcome in _lanes(jobs, left, book, again, hearings):
            outcomes.append(outcome)
            bar.advance(task)
            style = "yellow" if outcome.missed else STYLES.get(outcome.state, "default")
            console.print(
                f"[{len(outcomes):3}/{len(jobs)}] {outcome.line()}", style=style, markup=False
            )
    order = {(program.path, label): i for i, (program, label) in enumerate(jobs)}
    return sorted(outcomes, key=lambda o: order[o.program.path, o.label])


def _lanes(
    jobs: Sequence[Job], left: Sequence[Job], book: Book, again: bool, hearings: int
) -> Iterator[Outcome]:
    yield from (left_out(program, label, book) for program, label in left)
    jobs = [job for job in jobs if job not in left]
    together = [job for job in jobs if job[0].header.lane == "pool"]
    with ThreadPoolExecutor(WORKERS) as pool:
        futures = [pool.submit(record, program, label, book, again) for program, label in together]
        failed = []
        for future in as_completed(futures):
            outcome = future.result()
            if outcome.state == "failed" and hearings > 1:
                failed.append(outcome)
            else:
                yield outcome
    for outcome in failed:
        yield _heard_again(outcome, book, hearings)
    for program, label in jobs:
        if program.header.lane == "alone":
            yield _heard_again(record(program, label, book, again), book, hearings)


def _heard_again(outcome: Outcome, book: Book, hearings: int) -> Outcome:
    """The same program by itself until it does as declared, or has had its hearings."""
    for _ in range(hearings - 1):
        if outcome.state != "failed":
            break
        missed = (*outcome.missed, *outcome.problems)
        outcome = replace(record(outcome.program, outcome.label, book), missed=missed)
    return outcome


def compared(outcomes: Sequence[Outcome], book: Book, hearings: int) -> list[Outcome]:
    """The same when claims over several interpreters hold, or their programs had their hearings.

    One busy moment in one of the runs is enough to break such a claim.
    """
    heard = list(outcomes)
    for _ in range(hearings - 1):
        wrong = apart(heard, book)
        for i, one in enumerate(heard):
            if one.program.id in wrong and one.state in ("ran", "cached"):
                missed = (*one.missed, *wrong[one.program.id])
                anew = replace(record(one.program, one.label, book, again=True), missed=missed)
                heard[i] = _heard_again(anew, book, hearings)
                console.print(heard[i].line(), style="yellow", markup=False)
    return heard


def anew(ids: Sequence[str], book: Book) -> list[Outcome]:
    """Once more, and by themselves, those of these programs that print durations.

    ids: of programs. Of others nothing changes: no busy moment is in what they print.
    """
    found = []
    for program in named(ids, book)[0]:
        if program.header.lane != "alone" or program.header.heavy:
            continue
        for label in recording.labels(program):
            found.append(_heard_again(record(program, label, book, again=True), book, HEARINGS))
            console.print(f"once more: {found[-1].line()}", style="yellow", markup=False)
    return found


def after(outcomes: Sequence[Outcome], book: Book) -> list[Problem]:
    """What is wrong with claims over several interpreters."""
    return [problem for problems in apart(outcomes, book).values() for problem in problems]


def apart(outcomes: Sequence[Outcome], book: Book) -> dict[str, list[Problem]]:
    """By id, the programs whose claims over several interpreters fail, if they ran on all of theirs."""
    found: dict[str, list[Problem]] = {}
    failed = {outcome.program.id for outcome in outcomes if outcome.state == "failed"}
    for program in {o.program.id: o.program for o in outcomes}.values():
        if program.id not in failed and program.inside_a_book:
            try:
                found[program.id] = across(program, book)
            except Problem as problem:
                found[program.id] = [problem]
    return {id: problems for id, problems in found.items() if problems}


def report(outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> None:
    """Outputs on stdout, problems on stderr."""
    for outcome in outcomes:
        output = outcome.recording.output if outcome.recording else outcome.output
        print(f"--- {outcome.program.id} on {outcome.label}\n{plain(output)}", end="", flush=True)
    for problem in problems:
        console.print(str(problem), style="red", markup=False)


if __name__ == "__main__":
    sys.exit(main())
