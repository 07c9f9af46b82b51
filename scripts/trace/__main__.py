"""Run programs and keep what their processes, threads and tasks did, in order.

    python -m scripts.trace [ID or FILE ...] [--on LABEL ...] [--accept] [--again] [--json]

Without names: every program of the book whose header has trace, that is not heavy,
and that this machine has not traced as it stands now. A FILE may lie anywhere.
Named programs show their events. The exit status is 0 when each traced run did as its program
claims of plain ones.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from scripts import command
from scripts.book import Book
from scripts.keys import LABEL
from scripts.plain import in_json
from scripts.problem import Problem
from scripts.program import Program
from scripts.recording import BUILD
from scripts.run import named
from scripts.trace import table
from scripts.trace.accept import accept
from scripts.trace.lanes import Job, console, trace_all
from scripts.trace.outcome import Outcome


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when all is well."""
    options = _options(argv)
    book = book or Book()
    programs, problems = named(options.names, book)
    outcomes = trace_all(jobs(programs, options), book, options.again or bool(options.names))
    problems += [problem for outcome in outcomes for problem in outcome.problems]
    if options.accept:
        problems += accept(outcomes, book)
    if options.json:
        _print_json(outcomes, problems)
    else:
        for outcome in outcomes if options.names else []:
            table.report(outcome)
        for problem in problems:
            console.print(str(problem), style="red", markup=False)
    return 1 if problems else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("trace", __doc__)
    parser.add_argument("names", nargs="*", metavar="ID or FILE", help="races/deposit, or a path")
    parser.add_argument(
        "--on", nargs="+", metavar="LABEL", help="on these interpreters, such as 3.11 or 3.13t"
    )
    parser.add_argument(
        "--accept", action="store_true", help="commit the traces, where they are out of date"
    )
    parser.add_argument(
        "--again", action="store_true", help="trace also what this machine has traced"
    )
    parser.add_argument("--json", action="store_true", help="print the outcomes as JSON")
    options = parser.parse_args(argv)
    for label in options.on or []:
        if label != BUILD and not LABEL.fullmatch(label):
            parser.error(
                f"--on takes labels such as 3.11 or 3.13t, not {label!r}; programs go first"
            )
    return options


def jobs(programs: Sequence[Program], options: argparse.Namespace) -> list[Job]:
    """What to trace: the labels of the headers, or those that were asked for."""
    default: tuple[str, ...] = (BUILD,) if options.names else ()
    return [
        (program, label)
        for program in programs
        for label in options.on or program.header.trace or default
        if options.names or (program.header.trace and not program.header.heavy)
    ]


def up_to_date(programs: Sequence[Program], book: Book) -> list[Problem]:
    """Trace those that say so and are not known as they stand; what is wrong with them."""
    light = [program for program in programs if not program.header.heavy]
    wanted = [(program, label) for program in light for label in program.header.trace]
    outcomes = trace_all(wanted, book) if wanted else []
    return [problem for outcome in outcomes for problem in outcome.problems]


def _print_json(outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> None:
    """All outcomes as one object."""
    answer = {
        "ok": not problems,
        "outcomes": [outcome.as_json() for outcome in outcomes],
        "problems": [problem.as_json() for problem in problems],
    }
    print(in_json(json.dumps(answer, indent=1, ensure_ascii=False)))


if __name__ == "__main__":
    sys.exit(main())
