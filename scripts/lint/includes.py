"""Quizzes in included files: mkdocs-quiz looks before the file is there, and leaves them raw."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.lint.text import Text
from scripts.problem import Problem

ONE = re.compile(r"""^\s*-+8<-+\s+["']?(?P<name>[^"':]+)""")
EDGE = re.compile(r"^\s*-+8<-+\s*$")
QUIZ = re.compile(r"<quiz\b", re.IGNORECASE)


def problems(text: Text, page: Path) -> Iterator[Problem]:
    """Includes of files that hold a quiz; they lie beside the page or somewhere above it."""
    for index, name in _names(text):
        for folder in page.resolve().parents:
            path = folder / name
            if path.is_file() and QUIZ.search(path.read_text(encoding="utf-8", errors="replace")):
                yield text.wrong(index, "a quiz in the page itself", f"one in {name}, left raw")
                break


def _names(text: Text) -> Iterator[tuple[int, str]]:
    """The included files, each with its line: one on a line, or several between two edges."""
    inside = False
    for index, line in enumerate(text.lines):
        if text.fenced[index]:
            continue
        match = ONE.match(line)
        if EDGE.match(line):
            inside = not inside
        elif match:
            yield index, match["name"].strip()
        elif inside and line.strip():
            yield index, line.strip().split(":")[0]
