"""Options that mkdocs-quiz drops, joins or gives another one's mark."""

import re
from collections.abc import Iterator

from scripts.lint.block import Block
from scripts.lint.text import Text
from scripts.problem import Problem

LIKE_AN_OPTION = re.compile(r"^\s*(?:[-*+]|[0-9]+[.)])\s*\[\s*(?:[xX]|\S)?\s*\](?![(\[:])")
MARKUP = re.compile(r"[*_`]")
WRITTEN = "'- [x] text' or '- [ ] text' at the line's start, on one line"


def problems(text: Text, block: Block) -> Iterator[Problem]:
    """What would be lost of a quiz with options."""
    options = block.options()
    yield from _lost(text, block, options)
    if options:
        yield from _between(text, options)
        yield from _twice(text, block)


def _lost(text: Text, block: Block, options: list[int]) -> Iterator[Problem]:
    """Lines that were meant as options, and code that is taken for some."""
    for at in block.inside():
        if not LIKE_AN_OPTION.match(text.lines[at]):
            continue
        if text.fenced[at]:
            expected = "no list of boxes in a quiz's code: it would be taken for the options"
            yield text.wrong(at, expected, f"{text.lines[at]!r}")
        elif at not in options:
            yield text.wrong(at, WRITTEN, f"{text.lines[at]!r}")


def _between(text: Text, options: list[int]) -> Iterator[Problem]:
    """The line among the options that ends them: those below it would be lost."""
    for at in range(options[0], options[-1]):
        line = text.lines[at]
        if line.startswith(">") and not text.lines[at - 1].strip():
            yield text.wrong(at, "'> why' in the line under its option", f"{line!r} after a blank")
        elif line.strip() and not line.startswith(">") and not LIKE_AN_OPTION.match(line):
            yield text.wrong(at, f"nothing but options and their '> why'; {WRITTEN}", f"{line!r}")
            return
    below = options[-1] + 1
    if text.lines[below : below + 1] == [""] and text.lines[below + 1].startswith(">"):
        line = text.lines[below + 1]
        yield text.wrong(below + 1, "'> why' in the line under its option", f"{line!r}")


def _twice(text: Text, block: Block) -> Iterator[Problem]:
    """Two options with one text: mkdocs-quiz gives both the mark of either."""
    seen = set()
    for option in block.quiz.options:
        words = " ".join(MARKUP.sub("", option.text).casefold().split())
        if words in seen:
            yield text.wrong(option.line - 1, "each option once", f"{option.text!r} again")
        seen.add(words)
