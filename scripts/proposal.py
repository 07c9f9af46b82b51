"""What no longer holds, in words for a pull request.

    python -m scripts.proposal OUTCOMES.json

OUTCOMES.json is what `python -m scripts.run --json` printed. Prints Markdown, or
nothing where all is well.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts import command
from scripts.problem import Problem

HEAD = """\
These claims held when their recordings were made, and do not hold on this week's interpreters.
Each program was heard on two machines, several times on each.

Push to this branch what mends them: a claim that names the interpreters on which it holds
(`on 3.13, 3.14: …`), or another program, and then the sentences, quiz keys and figures that
built on it. `make site` says which those are.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """The command. Gives 0 where the outcomes could be read."""
    parser = command.parser("proposal", __doc__)
    parser.add_argument("outcomes", type=Path, metavar="OUTCOMES.json")
    try:
        print(words(_problems(parser.parse_args(argv).outcomes)), end="")
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def words(problems: Sequence[Problem]) -> str:
    """A pull request's text; empty where nothing is wrong."""
    if not problems:
        return ""
    return "\n".join([HEAD, *(_told(problem) for problem in problems)])


def _told(problem: Problem) -> str:
    """One problem, in a fence that nothing a program prints can close."""
    text = str(problem)
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}\n"


def _problems(path: Path) -> list[Problem]:
    """Those of a file of outcomes. Raises Problem where it is none."""
    try:
        answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return [Problem(one.pop("place"), **one) for one in answer["problems"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Problem(
            str(path),
            expected="what scripts.run --json prints",
            seen=str(error),
            command=f"python -m scripts.run --json > {path}",
        ) from None


if __name__ == "__main__":
    sys.exit(main())
