"""Execute every interleaving of small threaded programs.

    python -m scripts.explore [ID or FILE ...] [--states N] [--seconds S] [--json]

Without names: every program of the book that has lines labelled as steps. One
FILE may lie anywhere. The exit status is 0 when every program could be explored.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from scripts.book import Book
from scripts.explore.exploration import Exploration
from scripts.explore.listing import listing
from scripts.explore.session import SECONDS, STATES, Bounds, explore
from scripts.explore.table import heading, table
from scripts.problem import Problem
from scripts.program import STEP, Program
from scripts.run import named

console = Console(stderr=True, highlight=False, soft_wrap=True)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when every program could be explored."""
    options = _options(argv)
    programs, problems = named(options.names, book or Book())
    if not options.names:
        programs = [p for p in programs if any(map(STEP.search, p.source.splitlines()))]
    answers: list[dict[str, Any]] = []
    for program in programs:
        try:
            with console.status(f"exploring {program.id}"):
                found = explore(program, Bounds(options.states, options.seconds))
        except Problem as problem:
            problems.append(problem)
            answers.append({"program": program.id, "problem": problem.as_json()})
            continue
        answers.append(_answer(program, found))
        if not options.json:
            report(program, found)
    if options.json:
        _print_json(answers, problems, single=len(options.names) == 1)
    else:
        for one in problems:
            console.print(str(one), style="red", markup=False)
    return 1 if problems else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.explore",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="ID or FILE", help="races/deposit, or a path")
    parser.add_argument(
        "--states", type=int, default=STATES, help="give up beyond this many states"
    )
    parser.add_argument("--seconds", type=float, default=SECONDS, help="give up after this long")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    return parser.parse_args(argv)


def _answer(program: Program, found: Exploration) -> dict[str, Any]:
    lines = [{"line": number, "text": text} for number, text in listing(program)]
    return {"program": program.id, **found.as_json(), "listing": lines}


def _print_json(answers: list[dict[str, Any]], problems: list[Problem], single: bool) -> None:
    """One object for one name, a list for several."""
    told = [answer.get("problem") for answer in answers]
    answers += [{"problem": p.as_json()} for p in problems if p.as_json() not in told]
    texts = [_lines(answer) for answer in answers]
    print(texts[0] if single else "[\n" + ",\n".join(texts) + "\n]")


def _lines(answer: dict[str, Any]) -> str:
    """JSON with a line for each key: a graph would take thousands."""
    items = (f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in answer.items())
    return "{\n" + ",\n".join(items) + "\n}"


def report(program: Program, found: Exploration) -> None:
    """The table on stdout."""
    screen = Console(highlight=False)
    screen.print(heading(program.id, found), markup=False)
    screen.print(table(found))
    for note in found.notes:
        screen.print(f"note: {note}", markup=False)


if __name__ == "__main__":
    sys.exit(main())
