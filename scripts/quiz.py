"""Quizzes as authors write them: found in Markdown, and what is wrong with them.

mkdocs-quiz publishes many mistakes without a word; these are the ones that
lose a question, an option or a key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.problem import Problem

FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`*~* *$", re.MULTILINE | re.DOTALL)
OPEN, CLOSE = re.compile(r"^\s*<quiz[^>]*>\s*$", re.I), re.compile(r"^\s*</quiz>\s*$")
OPTION = re.compile(r"^[-*] \[(?P<mark>[xX ]?)\] (?P<text>\S.*)$")
LIKE_AN_OPTION = re.compile(r"^\s*[-*+]\s*\[.{0,3}\]|^\s*\d+[.)]\s*\[.?\]")


@dataclass(frozen=True)
class Option:
    """A line `- [x] text` and the feedback under it."""

    line: int
    text: str
    right: bool
    feedback: str


@dataclass(frozen=True)
class Quiz:
    """A question from its opening tag's line on; lines holds all between the tags."""

    line: int
    lines: list[str]

    def options(self) -> list[Option]:
        """Its options in order."""
        found = []
        for i, text in enumerate(self.lines):
            match = OPTION.match(text)
            if match:
                below = self.lines[i + 1] if i + 1 < len(self.lines) else ""
                feedback = below[1:].strip() if below.startswith(">") else ""
                right = match["mark"] in "xX" and match["mark"] != ""
                found.append(Option(self.line + 1 + i, match["text"].strip(), right, feedback))
        return found


def quizzes(markdown: str, place: str) -> Iterator[Quiz | Problem]:
    """Every quiz of a page after its macros, and a Problem for each that is cut off."""
    lines = _without_fences(markdown).split("\n")
    start: int | None = None
    for i, line in enumerate(lines):
        if OPEN.match(line):
            if start is not None:
                yield _wrong(place, start + 1, "</quiz> before the next <quiz>", "it never ends")
            if line != "<quiz>":
                yield _wrong(place, i + 1, "<quiz> alone at the line's start", f"{line!r}")
            start = i
        elif CLOSE.match(line) and start is not None:
            yield Quiz(start + 1, markdown.split("\n")[start + 1 : i])
            start = None
    if start is not None:
        yield _wrong(place, start + 1, "a closing </quiz>", "the quiz never ends")


def problems(quiz: Quiz, place: str) -> Iterator[Problem]:
    """What would be lost or wrong on the page."""
    options = quiz.options()
    if len(options) < 2:
        yield _wrong(place, quiz.line, "two options or more", f"the quiz has {len(options)}")
    elif not any(option.right for option in options):
        yield _wrong(place, quiz.line, "a right option, - [x]", "none of its options is right")
    known = {option.line for option in options}
    texts: set[str] = set()
    for i, line in enumerate(quiz.lines, quiz.line + 1):
        if LIKE_AN_OPTION.match(line) and i not in known:
            yield _wrong(place, i, "'- [x] text' or '- [ ] text' at the line's start", f"{line!r}")
        if "-->" in line or "[[" in line:
            yield _wrong(place, i, "no --> and no [[ in a quiz", f"{line!r}")
    for i, line in enumerate(quiz.lines, quiz.line + 1):
        between = options and options[0].line < i < options[-1].line and i not in known
        if between and line.strip() and not line.startswith(">") and not LIKE_AN_OPTION.match(line):
            yield _wrong(place, i, "nothing but options and their '> why'", f"{line!r}")
    for option in options:
        if option.text in texts:
            yield _wrong(place, option.line, "each option once", f"{option.text!r} again")
        if not option.feedback:
            yield _wrong(
                place, option.line, "'> why' under every option", f"none under {option.text!r}"
            )
        texts.add(option.text)
    if options and not _explanation(quiz, options[-1].line):
        yield _wrong(place, quiz.line, "an explanation after the options", "there is none")


def _explanation(quiz: Quiz, last: int) -> str:
    rest = quiz.lines[last - quiz.line :]
    return "".join(line for line in rest if not line.startswith(">")).strip()


def _without_fences(markdown: str) -> str:
    """Blank out code fences outside of quizzes, keeping the lines."""
    return FENCE.sub(lambda fence: "\n" * fence[0].count("\n"), markdown)


def _wrong(place: str, line: int, expected: str, seen: str) -> Problem:
    return Problem(
        f"{place}:{line}", expected=expected, seen=seen, command=f"sed -n {line},+12p {place}"
    )
