"""Lines of a quiz that mkdocs-quiz would lose or misread without a word."""

import re
from collections.abc import Iterator

from scripts.problem import Problem
from scripts.quiz.model import Quiz
from scripts.quiz.parse import wrong

LIKE_AN_OPTION = re.compile(r"^\s*[-*+]\s*\[.{0,3}\]|^\s*\d+[.)]\s*\[.?\]")


def problems(quiz: Quiz) -> Iterator[Problem]:
    """What would be lost or wrong on the page."""
    known = {option.line for option in quiz.options}
    last = quiz.options[-1].line if quiz.options else 0
    for i, line in enumerate(quiz.lines, quiz.line + 1):
        between = known and min(known) < i < last and i not in known
        if LIKE_AN_OPTION.match(line) and i not in known:
            expected = "'- [x] text' or '- [ ] text' at the line's start"
            yield wrong(quiz.place, i, expected, f"{line!r}")
        elif between and line.strip() and not line.startswith(">"):
            yield wrong(quiz.place, i, "nothing but options and their '> why'", f"{line!r}")
        if "-->" in line or ("[[" in line and not quiz.blanks):
            yield wrong(quiz.place, i, "no --> and no [[ in a quiz", f"{line!r}")
    for option in quiz.options:
        if not option.feedback:
            expected = "'> why' under every option"
            yield wrong(quiz.place, option.line, expected, f"none under {option.text!r}")
    if quiz.options and not quiz.explanation:
        yield wrong(quiz.place, quiz.line, "an explanation after the options", "there is none")
