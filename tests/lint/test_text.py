"""scripts.lint.text: lines after the macros know where they stand in the author's file."""

import pytest

from scripts.lint.text import Text, expanded, plain
from scripts.problem import Problem
from tests.lint.pages import page


def lines(body: str, **functions: object) -> dict[str, int]:
    """By line after the macros, the number of the author's line; empty lines left out."""
    text = expanded(page(body), functions)
    assert len(text.lines) == len(text.numbers)
    return {line: n for line, n in zip(text.lines, text.numbers, strict=True) if line.strip()}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\nb\n\nc\n", {"a": 1, "b": 2, "c": 4}),
        ("a\nb", {"a": 1, "b": 2}),
        ("{{ two }}\nc\n", {"one": 1, "more": 1, "c": 2}),
        ("a {{ two }} b\nc\n", {"a one": 1, "more b": 1, "c": 2}),
        ("{% set x = [\n1,\n2] %}\nc\n", {"c": 4}),
        ("{#\nhidden\n#}\nc\n", {"c": 4}),
        ("{% for i in 'ab' %}\n- {{ i }}\n{% endfor %}\nc\n", {"- a": 2, "- b": 2, "c": 4}),
        ("{% for i in 'ab' -%}\n- {{ i }}\n{% endfor %}\nc\n", {"- a": 2, "- b": 2, "c": 4}),
        ("a\n\n{%- if true %}\nb\n{%- endif %}\nc", {"a": 1, "b": 4, "c": 6}),
        ("{% raw %}\n{{ no }}\n{% endraw %}\nc", {"{{ no }}": 2, "c": 4}),
        ("\n\na\n{% if false %}\nb\n{% endif %}\nc\n", {"a": 3, "c": 7}),
    ],
)
def test_lines_keep_their_numbers(body: str, expected: dict[str, int]) -> None:
    assert lines(body, two="one\nmore") == expected


def test_nothing_is_left_of_the_numbers_in_the_text() -> None:
    body = "a\n{% for i in 'ab' %}\n{{ i }}{% endfor %}\n{% set x %}\ns\n{% endset %}{{ x }}\n"
    assert expanded(page(body), {}).markdown == "a\n\na\nb\n\ns\n"


def test_a_mistake_in_a_macro_keeps_its_line() -> None:
    with pytest.raises(Problem) as caught:
        expanded(page("a\n\n{{ nobody }}\n"), {})
    assert caught.value.place == "docs/a.md:3"


def test_a_template_that_cannot_be_read_is_told() -> None:
    with pytest.raises(Problem) as caught:
        expanded(page("a\n{% for %}\n"), {})
    assert caught.value.place == "docs/a.md:2"


def prose(markdown: str) -> list[str]:
    return plain("a", markdown).prose


@pytest.mark.parametrize("fence", ["```", "````", "~~~", "``` python", "  ```"])
def test_a_fence_is_no_prose(fence: str) -> None:
    closing = fence.replace(" python", "")
    assert prose(f"a\n{fence}\nb\n{closing}\nc") == ["a", "", "", "", "c"]


def test_a_fence_ends_at_one_of_its_own_kind() -> None:
    assert prose("````\n```\nb\n```\n````\nc") == ["", "", "", "", "", "c"]


def test_a_fence_without_an_end_is_no_fence() -> None:
    assert prose("```\nb") == ["```", "b"]


def test_code_in_a_line_is_no_prose() -> None:
    assert prose("a `[[0]]` and ``x`y`` b") == ["a         and         b"]


def commented(markdown: str) -> list[bool]:
    return plain("a", markdown).commented


def test_a_comment_has_lines() -> None:
    assert commented("a\n<!-- b\nc\n--> d\ne") == [False, True, True, True, False]


def test_a_comment_in_code_is_none() -> None:
    assert commented("`<!--`\nb\n```\n<!--\n```") == [False] * 5


def test_a_problem_is_told_at_the_authors_line() -> None:
    text = Text("docs/a.md", ["x", "y"], [7, 9])
    found = text.wrong(1, "that", "this")
    assert (found.place, found.command) == ("docs/a.md:9", "sed -n 9,+12p docs/a.md")
    assert text.at_home(Problem("docs/a.md:1", expected="", seen="", command="")).place == (
        "docs/a.md:7"
    )
