"""A block: a quiz with the lines of the text that it takes up."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.lint.text import Text
from scripts.quiz import Quiz
from scripts.quiz.parse import OPEN, spans


@dataclass(frozen=True)
class Block:
    """start and end are indices into the text's lines: of its two tags."""

    start: int
    end: int
    quiz: Quiz

    def inside(self) -> range:
        """The indices of the lines between the tags."""
        return range(self.start + 1, self.end)

    def options(self) -> list[int]:
        """The indices of its options."""
        return [option.line - 1 for option in self.quiz.options]


def blocks(text: Text) -> list[Block]:
    """Every quiz of a page that has both its tags, written as they must be."""
    return list(_blocks(text))


def _blocks(text: Text) -> Iterator[Block]:
    for start, end, found in spans(text.markdown, text.place):
        if isinstance(found, Quiz) and OPEN.fullmatch(text.lines[start]):
            yield Block(start, end - 1, found)
