"""Tags that mkdocs-quiz takes for something else than the author meant."""

import re
from collections.abc import Iterator

from mkdocs_quiz.parsing import (  # type: ignore[import-untyped]
    find_quizzes,
    mask_code_blocks,
)

from scripts.lint.block import Block
from scripts.lint.text import Text
from scripts.problem import Problem
from scripts.quiz.parse import OPEN, spans

CLOSE = "</quiz>"
# Wherever these two stand, and be it in `code`, mkdocs-quiz sees a tag.
SEEN = re.compile(r"</?quiz>")
MEANT = re.compile(r"^[\s>*+-]*(?:[0-9]+[.)]\s+)?<\s*[/?]*\s*quiz(?![\w-])", re.IGNORECASE)
# What is left of a quiz for mkdocs-quiz to see, once the hook has read its tag.
BARE = "<quiz>"


def problems(text: Text, blocks: list[Block]) -> Iterator[Problem]:
    """Tags that are lost, misread or never closed."""
    found = list(_of_lines(text, blocks))
    places = {one.place for one in found}
    for _, _, other in spans(text.markdown, text.place):
        if isinstance(other, Problem) and text.at_home(other).place not in places:
            found.append(text.at_home(other))
    yield from found or _of_others(text, blocks)


def _of_lines(text: Text, blocks: list[Block]) -> Iterator[Problem]:
    """Lines with a tag that opens or closes nothing, or that a comment hides."""
    used = {at for block in blocks for at in (block.start, block.end)}
    inside = {at for block in blocks for at in block.inside()}
    for index, line in enumerate(text.lines):
        a_tag = OPEN.fullmatch(line) or line == CLOSE
        if text.fenced[index] and index not in inside:
            continue
        if text.commented[index] and (a_tag or SEEN.search(line)):
            expected = "no quiz in a comment: it is published; {# … #} hides it"
            yield text.wrong(index, expected, f"{line!r}")
        elif a_tag and (index in used or line != CLOSE):
            continue
        elif line == CLOSE:
            yield text.wrong(index, "a <quiz> that this one closes", f"{line!r}")
        elif MEANT.match(text.prose[index]):
            expected = '<quiz id="…"> or </quiz>, in small letters, alone, at the line\'s start'
            yield text.wrong(index, expected, f"{line!r}")
        elif SEEN.search(line):
            expected = "no tag in a sentence or in `code`: &lt;quiz&gt;, or the word"
            yield text.wrong(index, expected, f"{line!r}")


def _of_others(text: Text, blocks: list[Block]) -> Iterator[Problem]:
    """Whatever else the plugin takes for a quiz, or does not: asked of the plugin itself."""
    lines = [BARE if OPEN.fullmatch(line) else line for line in text.lines]
    masked, hidden = mask_code_blocks("\n".join(lines))
    for name, code in hidden.items():
        masked = masked.replace(name, re.sub(r"[^\n]", " ", code))
    theirs = {
        (masked.count("\n", 0, one.start()), masked.count("\n", 0, one.end()))
        for one in find_quizzes(masked)
    }
    ours = {(block.start, block.end) for block in blocks}
    for start, _ in sorted(theirs - ours):
        yield text.wrong(start, "a quiz outside of code", "mkdocs-quiz takes this for a quiz")
    for start, _ in sorted(ours - theirs):
        yield text.wrong(start, "a quiz that mkdocs-quiz finds", "it finds none here")
