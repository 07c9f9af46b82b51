"""Execute every interleaving of small threaded programs.

    python -m scripts.explore [ID or FILE ...] [--states N] [--seconds S]
                              [--accept] [--again] [--json]

Without names: every program of the book whose header says explore = true, that is
not heavy, and that this machine has not explored as it stands now. One FILE may lie anywhere.
The exit status is 0 when all could be explored and their claims hold.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from scripts import command, recording
from scripts.book import Book
from scripts.explore import states, verdict
from scripts.explore.session import SECONDS, STATES, Bounds, explore
from scripts.explore.states import States
from scripts.explore.table import heading, table
from scripts.plain import in_json, plain
from scripts.problem import Problem
from scripts.program import Program
from scripts.run import named

console = Console(stderr=True, highlight=False, soft_wrap=True)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when every program could be explored."""
    options = _options(argv)
    book = book or Book()
    programs, problems = named(options.names, book)
    if not options.names:
        programs = [program for program in programs if _by_itself(program)]
    again = options.again or bool(options.names)
    answers: list[dict[str, Any]] = []
    for number, program in enumerate(programs, 1):
        try:
            made, word = _made(program, book, again, Bounds(options.states, options.seconds))
            wrong = list(verdict.problems(program, made))
            if options.accept and not wrong:
                accept(program, made, book)
        except Problem as problem:
            problems.append(problem)
            answers.append({"program": program.id, "problem": problem.as_json()})
            continue
        problems += wrong
        answers.append(made.as_json())
        if options.names and not options.json:
            report(program, made)
        elif not options.names:
            line = heading(program.id, made.exploration)
            console.print(f"[{number:3}/{len(programs)}] {line}{word}", markup=False)
    if options.json:
        _print_json(answers, problems, single=len(options.names) == 1)
    else:
        for one in problems:
            console.print(str(one), style="red", markup=False)
    return 1 if problems else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("explore", __doc__)
    parser.add_argument("names", nargs="*", metavar="ID or FILE", help="races/deposit, or a path")
    parser.add_argument(
        "--states", type=int, default=STATES, help="give up beyond this many states"
    )
    parser.add_argument("--seconds", type=float, default=SECONDS, help="give up after this long")
    parser.add_argument(
        "--accept", action="store_true", help="commit what was found, where it is out of date"
    )
    parser.add_argument(
        "--again", action="store_true", help="explore also what this machine has explored"
    )
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    return parser.parse_args(argv)


def _by_itself(program: Program) -> bool:
    """Whether it is explored without being named."""
    return program.header.explore and not program.header.heavy


def _made(program: Program, book: Book, again: bool, bounds: Bounds) -> tuple[States, str]:
    """Its exploration, made now or known, and the word for that."""
    known = None if again else states.here(program, book)
    if known is not None:
        return known, "  (cached)"
    with console.status(f"exploring {program.id}"):
        found = explore(program, bounds)
    made = states.of(program, found)
    # What was cut short by the reader's own bounds is for the reader alone.
    if program.inside_a_book and (found.complete or bounds == Bounds()):
        states.write(made, recording.local(book))
    return made, ""


def up_to_date(programs: Sequence[Program], book: Book) -> list[Problem]:
    """Explore those that say so and are not known as they stand; what is wrong with them."""
    problems: list[Problem] = []
    for program in programs:
        if _by_itself(program):
            try:
                made, _ = _made(program, book, False, Bounds())
                problems += verdict.problems(program, made)
            except Problem as problem:
                problems.append(problem)
    return problems


def accept(program: Program, made: States, book: Book) -> None:
    """Make it the reference, where that is missing, damaged, or of another program text.

    Raises Problem for a program that no page can show.
    """
    if not (program.inside_a_book and program.header.explore):
        raise Problem(
            program.place,
            expected="a program below snippets/ with explore = true in its header",
            seen="not accepted: it has none, or it lies elsewhere",
            command=f"python -m scripts.explore {program.place}",
        )
    try:
        kept = states.committed(program, book)
    except Problem:
        kept = None
    if kept is None or not states.fresh(kept, program):
        states.write(made, book.snippets)


def _print_json(answers: list[dict[str, Any]], problems: list[Problem], single: bool) -> None:
    """One object for one name, a list for several."""
    told = [answer.get("problem") for answer in answers]
    answers += [{"problem": p.as_json()} for p in problems if p.as_json() not in told]
    texts = [states.lines(answer) for answer in answers]
    print(in_json(texts[0] if single else "[\n" + ",\n".join(texts) + "\n]"))


def report(program: Program, made: States) -> None:
    """The table on stdout."""
    screen = Console(highlight=False)
    screen.print(heading(program.id, made.exploration), markup=False)
    screen.print(table(made.exploration))
    for note in made.exploration.notes:
        screen.print(f"note: {plain(note)}", markup=False)


if __name__ == "__main__":
    sys.exit(main())
