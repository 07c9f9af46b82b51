"""The text of a page after its macros, each line with its number in the author's file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from jinja2 import Environment, TemplateError

from scripts.page import Page, expand
from scripts.problem import Problem

# Private characters: they pass through Jinja and stand in nobody's text.
MARK = re.compile("\ue000([0-9]+)\ue001")
FENCE = re.compile(r"^[ \t>]*(?P<ticks>`{3,}|~{3,})(?P<info>[^`]*)$")
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Text:
    """Lines of Markdown without macros; numbers[i] is where lines[i] stands in the file."""

    place: str
    lines: list[str]
    numbers: list[int]

    @property
    def markdown(self) -> str:
        """All of it in one piece."""
        return "\n".join(self.lines)

    @cached_property
    def fenced(self) -> list[bool]:
        """For each line whether it belongs to a code fence, its own two lines included."""
        flags = [False] * len(self.lines)
        start = 0
        while start < len(self.lines):
            end = _fence_end(self.lines, start)
            flags[start:end] = [True] * (end - start)
            start = max(end, start + 1)
        return flags

    @cached_property
    def prose(self) -> list[str]:
        """The lines with blanks in the place of code: fences and `spans`."""
        pairs = zip(self.lines, self.fenced, strict=True)
        return ["" if fenced else SPAN.sub(_blank, line) for line, fenced in pairs]

    @cached_property
    def commented(self) -> list[bool]:
        """For each line whether an HTML comment begins, goes on or ends in it."""
        flags = [False] * len(self.lines)
        prose = "\n".join(self.prose)
        for comment in COMMENT.finditer(prose):
            first = prose.count("\n", 0, comment.start())
            last = first + comment[0].count("\n")
            flags[first : last + 1] = [True] * (last + 1 - first)
        return flags

    def wrong(self, index: int, expected: str, seen: str) -> Problem:
        """A Problem at one of the lines, by the author's number."""
        number = self.numbers[min(index, len(self.numbers) - 1)]
        return Problem(
            f"{self.place}:{number}",
            expected=expected,
            seen=seen,
            command=f"sed -n {number},+12p {self.place}",
        )

    def at_home(self, problem: Problem) -> Problem:
        """The same Problem, its line among these lines told by the author's number."""
        index = int(problem.place.rpartition(":")[2]) - 1
        return self.wrong(index, problem.expected, problem.seen)


def plain(place: str, markdown: str) -> Text:
    """A text that has no macros: the lines are the file's own."""
    lines = markdown.split("\n")
    return Text(place, lines, list(range(1, len(lines) + 1)))


def expanded(page: Page, functions: Mapping[str, Any]) -> Text:
    """The page's text after its macros; loops and macros of many lines keep their place.

    Raises Problem where a macro does.
    """
    try:
        marked = "".join(_marked(page.body))
    except TemplateError:
        marked = page.body  # expand() tells what is wrong with it
    lines = expand(replace(page, body=marked), functions).split("\n")
    numbers, number = [0] * len(lines), page.body.count("\n") + 1
    for index in range(len(lines) - 1, -1, -1):
        marks = MARK.findall(lines[index])
        number = int(marks[0]) if marks else number
        numbers[index] = number
    return Text(page.place, [MARK.sub("", line) for line in lines], numbers)


def _marked(body: str) -> Iterator[str]:
    """The template with its line's number before every piece of text."""
    for number, kind, value in Environment(keep_trailing_newline=True).lexer.tokeniter(body, None):
        if kind != "data":
            yield value
            continue
        *pieces, last = value.split("\n")
        for line, piece in enumerate(pieces, number):
            yield f"\ue000{line}\ue001{piece}\n"
        if last:  # else a tag stands there, and in a loop what follows it is another line
            yield f"\ue000{number + len(pieces)}\ue001{last}"


def _fence_end(lines: list[str], start: int) -> int:
    """The line after the fence that opens here; the same line when none does."""
    opening = FENCE.match(lines[start])
    if not opening:
        return start
    ticks = opening["ticks"]
    for index in range(start + 1, len(lines)):
        closing = FENCE.match(lines[index])
        if closing and closing["ticks"].startswith(ticks) and not closing["info"].strip():
            return index + 1
    return start


def _blank(part: re.Match[str]) -> str:
    return " " * len(part[0])
