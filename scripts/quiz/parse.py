"""Finds the quizzes of a page and reads their tags."""

import re
from collections.abc import Iterator

from scripts.problem import Problem
from scripts.quiz.model import Quiz

FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`*~* *$", re.MULTILINE | re.DOTALL)
LIKE_A_TAG = re.compile(r"^\s*<quiz\b.*$", re.IGNORECASE)
OPEN = re.compile(r'<quiz(?P<attributes>(?: [a-z]+(?:="[^"]*")?)*)>')
CLOSE = re.compile(r"^\s*</quiz>\s*$")
ATTRIBUTE = re.compile(r'(?P<name>[a-z]+)(?:="(?P<value>[^"]*)")?')
TAG = '<quiz id="…"> alone at the line\'s start, in small letters'


def numbered(markdown: str) -> str:
    """The same with each opening tag's line in it, so that macros cannot shift it."""
    lines = markdown.split("\n")
    for number, line in enumerate(_without_fences(markdown).split("\n"), 1):
        if OPEN.fullmatch(line) and " line=" not in line:
            lines[number - 1] = f'{line[:-1]} line="{number}">'
    return "\n".join(lines)


def quizzes(markdown: str, place: str) -> Iterator[Quiz | Problem]:
    """Every quiz of a page after its macros, and a Problem for each that is cut off."""
    for _, _, found in spans(markdown, place):
        yield found


def spans(markdown: str, place: str) -> Iterator[tuple[int, int, Quiz | Problem]]:
    """The same with the first line of each, counted from 0, and the one after its last."""
    lines = markdown.split("\n")
    start: int | None = None
    for i, line in enumerate(_without_fences(markdown).split("\n")):
        if LIKE_A_TAG.match(line):
            if start is not None:
                yield start, i, _unclosed(place, lines, start, "it goes on into the next one")
            if not OPEN.fullmatch(line):
                yield i, i + 1, wrong(place, i + 1, TAG, f"{line!r}")
            start = i
        elif CLOSE.match(line) and start is not None:
            yield start, i + 1, _read(place, lines, start, i)
            start = None
    if start is not None:
        yield start, len(lines), _unclosed(place, lines, start, "the quiz never ends")


def wrong(place: str, line: int, expected: str, seen: str) -> Problem:
    """What is wrong with a quiz, and the command that shows it."""
    return Problem(
        f"{place}:{line}", expected=expected, seen=seen, command=f"sed -n {line},+12p {place}"
    )


def _read(place: str, lines: list[str], start: int, end: int) -> Quiz:
    attributes = _attributes(lines[start])
    line = int(attributes.pop("line", start + 1))
    return Quiz(place, line, lines[start + 1 : end], attributes)


def _unclosed(place: str, lines: list[str], start: int, seen: str) -> Problem:
    line = int(_attributes(lines[start]).get("line", start + 1))
    return wrong(place, line, "a closing </quiz>", seen)


def _attributes(tag: str) -> dict[str, str]:
    match = OPEN.fullmatch(tag)
    given = ATTRIBUTE.finditer(match["attributes"] if match else "")
    return {one["name"]: one["value"] or "" for one in given}


def _without_fences(markdown: str) -> str:
    """Blank out code fences outside of quizzes, keeping the lines."""
    return FENCE.sub(lambda fence: "\n" * fence[0].count("\n"), markdown)
