"""What a question is worth: whether a learner learns from it, and cannot guess it."""

import re
from collections.abc import Iterator

from scripts.lint.block import Block
from scripts.lint.text import Text
from scripts.problem import Problem
from scripts.quiz import Option, Quiz

FEWEST = 3
# A question that asks for what is not so is misread by those who know the subject.
NEGATIVE = re.compile(
    r"\b(?:NOT|EXCEPT|NEVER)\b|[*_](?i:not|except|never)[*_]"
    r"|(?i:\bwhich\b[^.?!]*\b(?:is|are|does|do|can|will|would|has|have)\s+not\b[^.?!]*\?)"
    r"|(?i:\bwhich\b[^.?!]*(?:n['’]t\b|\bcannot\b|\bexcept\b)[^.?!]*\?)"
)
EVERYTHING = re.compile(
    r".*\b(?:all|none|any|both|neither)\s+of\s+the\s+above\b.*|.*\ball\s+the\s+above\b.*"
    r"|(?:all|none)\s+of\s+(?:these|those|them)\W*",
    re.IGNORECASE,
)


def problems(text: Text, block: Block) -> Iterator[Problem]:
    """Where the question teaches less than it could."""
    quiz = block.quiz
    if quiz.is_choice and 1 < len(quiz.options) < FEWEST:
        expected = f"{FEWEST} options or more: with fewer, a guess is often right"
        yield text.wrong(block.start, expected, f"the quiz has {len(quiz.options)}")
    for at in range(block.start + 1, _first_option(block)):
        match = NEGATIVE.search(text.prose[at])
        if match:
            expected = "a question that asks what is so: a NOT is overlooked"
            yield text.wrong(at, expected, f"{match[0]!r}")
    for option in quiz.options:
        yield from _of_option(text, quiz, option)
    if not quiz.explanation.strip():
        yield text.wrong(block.start, "an explanation at the end", "there is none")


def _of_option(text: Text, quiz: Quiz, option: Option) -> Iterator[Problem]:
    if quiz.is_choice and EVERYTHING.fullmatch(option.text):
        expected = "options that each say something: this one can be found without the subject"
        yield text.wrong(option.line - 1, expected, f"{option.text!r}")
    if not option.feedback and not _comes_first(quiz, option):
        expected = "'> why' under every option, in the next line"
        yield text.wrong(option.line - 1, expected, f"none under {option.text!r}")


def _comes_first(quiz: Quiz, option: Option) -> bool:
    """Whether it is a step that nothing must precede: it never comes too early."""
    place = quiz.options.index(option) + 1
    return quiz.kind == "order" and all(later != place for _, later in quiz.before)


def _first_option(block: Block) -> int:
    return block.options()[0] if block.quiz.options else block.end
