"""What a quiz may not hold: mkdocs-quiz renders its parts as documents of their own."""

import re
from collections.abc import Iterator

from scripts.lint.block import Block
from scripts.lint.text import Text
from scripts.problem import Problem

# By pattern: what is expected. Code may show these.
IN_PROSE = {
    r"\[\^[^\]]+\]": "no footnote in a quiz: its text stands on the page, out of reach",
    r"(?<!\\)\]\[[^\]]*\]": "a link with its address, [text](address): a reference is out of reach",
    r"^\s{0,3}\[[^\]^]+\]:\s": "a link with its address, [text](address): this line is lost",
    r"^\s{0,3}#{1,6}\s": "no heading in a quiz: its id would stand twice; **bold** instead",
    r'^\s*={3}[!+]*\s+"': "no tabs in a quiz: they would switch the page's own",
    r"^\s*/{3,}\s*tab\b": "no tabs in a quiz: they would switch the page's own",
}
UNDERLINE = re.compile(r"^\s{0,3}(?:=+|-+)\s*$")
BLANK = re.compile(r"\[\[[^\]]+\]\]")


def problems(text: Text, block: Block) -> Iterator[Problem]:
    """Lines of a quiz that come out as something else, or tell too much."""
    for at in block.inside():
        if "-->" in text.lines[at]:
            expected = "no --> in a quiz: it ends a comment and publishes what follows; →"
            yield text.wrong(at, expected, f"{text.lines[at]!r}")
        for pattern, expected in IN_PROSE.items():
            if re.search(pattern, text.prose[at]):
                yield text.wrong(at, expected, f"{text.lines[at]!r}")
        if UNDERLINE.match(text.prose[at]) and text.prose[at - 1].strip():
            expected = "no heading in a quiz, but an empty line above ---, or **bold**"
            yield text.wrong(at, expected, f"{text.lines[at - 1]!r} underlined")
        yield from _of_blanks(text, block, at)


def _of_blanks(text: Text, block: Block, at: int) -> Iterator[Problem]:
    """Double brackets: mkdocs-quiz makes a blank of them, wherever they stand."""
    if not BLANK.search(text.lines[at]):
        return
    asked = {blank.line - 1 for blank in block.quiz.blanks}
    if at not in asked:
        expected = "no [[ ]] but in the question of kind=typed or predict; in code, [ [0] ]"
        yield text.wrong(at, expected, f"{text.lines[at]!r}")
    elif not BLANK.search(text.prose[at]):
        expected = "a [[blank]] outside of code: in there it cannot be filled in"
        yield text.wrong(at, expected, f"{text.lines[at]!r}")
