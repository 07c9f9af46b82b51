"""All rules together: for a page, and for a whole site."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from typing import Any

from scripts.lint import content, includes, options, quality, rates, settings, tags
from scripts.lint.block import Block, blocks
from scripts.lint.rates import Single
from scripts.lint.text import Text, expanded
from scripts.page import Page
from scripts.problem import Problem
from scripts.quiz import Quiz, broken
from scripts.quiz.broken import twice

# What does not add to the length of an option for its reader.
UNREAD = re.compile(r"<[^<>]*>|\]\([^)]*\)|[\[*_`]")
FROM_A_RUN = re.compile(r"\[\s*\{\{\s*key\(")


@dataclass(frozen=True)
class Asked:
    """A page's text after its macros, and the quizzes in it with the author's own lines."""

    page: Page
    text: Text

    @cached_property
    def blocks(self) -> list[Block]:
        """Its quizzes, by the lines of the text."""
        return blocks(self.text)

    def quizzes(self) -> list[Quiz]:
        """Its quizzes, each with the line of its tag in the author's file."""
        numbers = self.text.numbers
        return [replace(block.quiz, line=numbers[block.start]) for block in self.blocks]


def read(page: Page, functions: Mapping[str, Any]) -> Asked:
    """A page with its quizzes. Raises Problem where a macro does."""
    return Asked(page, expanded(page, {**functions, "page": page}))


@dataclass(frozen=True)
class Reader:
    """Reads pages with their quizzes, each text once."""

    functions: Mapping[str, Any]
    known: dict[Page, Asked] = field(default_factory=dict)

    def read(self, page: Page) -> Asked:
        """A page with its quizzes. Raises Problem where a macro does."""
        if page not in self.known:
            self.known[page] = read(page, self.functions)
        return self.known[page]


def of_page(asked: Asked) -> list[Problem]:
    """What is wrong with the quizzes of a page, in the order of its lines."""
    text, page = asked.text, asked.page
    found = [
        *settings.of_page(page.path, page.place),
        *tags.problems(text, asked.blocks),
        *includes.problems(text, page.path),
    ]
    for block in asked.blocks:
        if not text.commented[block.start]:
            found += _of_block(asked, block)
    return sorted(found, key=_line)


def of_site(pages: Sequence[Asked]) -> list[Problem]:
    """What is wrong with the quizzes of all pages taken together."""
    quizzes = [quiz for asked in pages for quiz in asked.quizzes()]
    singles = [_single(quiz) for quiz in quizzes if quiz.kind == "single" and not any(broken(quiz))]
    return [*twice(quiz for quiz in quizzes if quiz.id), *rates.problems(singles)]


def _of_block(asked: Asked, block: Block) -> list[Problem]:
    """What is lost or misread first: it makes the rest look wrong as well."""
    text = asked.text
    lost = [*options.problems(text, block), *content.problems(text, block)]
    if lost:
        return lost
    found = [*map(text.at_home, broken(block.quiz)), *quality.problems(text, block)]
    if block.quiz.kind == "outcomes":
        found += _of_keys(asked, block.quiz)
    return found


def _of_keys(asked: Asked, quiz: Quiz) -> Iterator[Problem]:
    """What a program can print is not for its author to say: each mark comes from a run."""
    lines = asked.page.body.split("\n")
    for option in quiz.options:
        number = asked.text.numbers[option.line - 1]
        if not FROM_A_RUN.search(lines[number - 1]):
            expected = "- [{{ key(…) }}]: every mark of kind=outcomes comes from a run"
            yield asked.text.wrong(option.line - 1, expected, f"a mark by hand, {option.text!r}")


def _single(quiz: Quiz) -> Single:
    lengths = [len(UNREAD.sub("", unescape(option.text))) for option in quiz.options]
    right = next(i for i, option in enumerate(quiz.options) if option.right)
    return Single(f"{quiz.place}:{quiz.line}", tuple(lengths), right)


def _line(problem: Problem) -> int:
    return int(problem.place.rpartition(":")[2])
