"""The same mistakes under our own hook: the build ends, or the HTML tells, or nothing is lost."""

import re
from functools import cache

import pytest
from markdown import Markdown  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.lint import compared, rendered
from scripts.page import FRONT_MATTER
from scripts.quiz import Quiz, broken
from scripts.quiz.parse import spans
from scripts.quiz.render import render
from tests.lint.cases import QUIZZES, identified, names

EXTENSIONS = [
    "attr_list",
    "footnotes",
    "md_in_html",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.snippets",
    "toc",
]
PLACE = re.compile(r"<!-- interleave-quiz (\d+) -->")
# The hook raises a Problem: there is no page.
ENDED = {
    "unclosed", "unclosed_before_another", "attribute", "capital", "in_indented_code",
    "single_option", "same_text_twice",
}  # fmt: skip
# Nothing is lost or told any more: the source is in no page, only the question of a typed
# quiz has blanks, and these work in code. The lint refuses them all the same, as whoever
# renders the page with mkdocs-quiz alone would get them wrong.
HARMLESS = {
    "arrow", "mermaid", "double_brackets_python", "double_brackets_bash",
    "double_brackets_explanation", "in_a_sentence", "identified",
    "blank_in_code_block", "blank_in_inline_code", "shown_with_a_fence_inside",
    "front_matter_typo", "front_matter_false",
}  # fmt: skip


@cache
def maker() -> Markdown:
    snippets = {"pymdownx.snippets": {"base_path": [str(QUIZZES / "silent")]}}
    return Markdown(extensions=EXTENSIONS, extension_configs=snippets)


def html_of(markdown: str) -> str:
    """A piece of Markdown, as the site's own extensions make it."""
    return str(maker().reset().convert(markdown))


def told(name: str) -> list[str]:
    """What the look at the built page expects, or "ended" where there is no page."""
    of_kind = "typed" if name.startswith("blank_in_") else ""
    text = identified((QUIZZES / "silent" / f"{name}.md").read_text(encoding="utf-8"), of_kind)
    lines = FRONT_MATTER.sub("", text).split("\n")
    found = list(spans("\n".join(lines), name))
    quizzes = [quiz for _, _, quiz in found if isinstance(quiz, Quiz)]
    if len(quizzes) < len(found) or any(problem for quiz in quizzes for problem in broken(quiz)):
        return ["ended"]
    for number, (start, end, _) in enumerate(found):
        lines[start:end] = [f"<!-- interleave-quiz {number} -->", *[""] * (end - start - 1)]
    html = PLACE.sub(lambda at: render(quizzes[int(at[1])], html_of), html_of("\n".join(lines)))
    nodes = HTMLParser(f"<article>{html}</article>").css(".quiz")
    pairs = zip(quizzes, nodes, strict=False)
    compared_with = [one for quiz, node in pairs for one, _ in compared.said(quiz, node)]
    return [*(one for one, _ in rendered.said(html)), *compared_with]


@pytest.mark.parametrize("name", names("silent"))
def test_no_mistake_passes_in_silence(name: str) -> None:
    found = told(name)
    if name in ENDED:
        assert found == ["ended"]
    elif name in HARMLESS:
        assert found == []
    else:
        assert found
        assert "ended" not in found
