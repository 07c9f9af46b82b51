"""Known mistakes: what mkdocs-quiz 1.7.1 makes of each, and that the lint refuses it."""

import re
from typing import NamedTuple

import pytest

from scripts.lint import rendered
from tests.lint.cases import built, built_alone, names, refused


class Silent(NamedTuple):
    """A mistake that passes a strict build.

    shows: what stands in the HTML then (a pattern); line and expected: what the lint says
    of the source; in_html: what it says of the built page, "" where nothing is to be seen.
    """

    shows: str
    line: int
    expected: str
    in_html: str


A_BUTTON = "a button of its own"
LOST = r'<section class="content hidden">[^§]*\[ \] '
WRITTEN = "'- [x] text' or '- [ ] text'"
BLANKS = r"quiz-fill-blank"
SILENT = {
    # Tags
    "unclosed": Silent(r"<p><quiz>", 3, "a closing </quiz>", "every quiz rendered"),
    "unclosed_before_another": Silent(
        r"hidden\">[^§]*<p><quiz>\nWho goes on", 3, "a closing </quiz>", "every quiz rendered"
    ),
    "attribute": Silent(r'<p><quiz level="3">', 3, "attributes among id", "every quiz rendered"),
    "capital": Silent(r"<p><Quiz>", 3, "in small letters", "every quiz rendered"),
    "included": Silent(r"<p><quiz>", 3, "a quiz in the page itself", "every quiz rendered"),
    "in_indented_code": Silent(
        r"<code>&lt;!-- MKDOCS_QUIZ_PLACEHOLDER_0", 5, "at the line's start", "outside of code"
    ),
    "in_a_comment": Silent(
        r"<!--\n<!-- mkdocs-quiz-source", 4, "in a comment", "no end of a comment"
    ),
    "in_a_sentence": Silent(
        r"question\">\s+<p>` above a question", 3, "no tag in a sentence", "every quiz rendered"
    ),
    "shown_with_a_fence_inside": Silent(
        r"<code>&lt;!-- MKDOCS_QUIZ_PLACEHOLDER_0", 4, "a quiz outside of code", "outside of code"
    ),
    # Options
    "wrapped_option": Silent(LOST, 9, "on one line", A_BUTTON),
    "indented_option": Silent(LOST, 8, WRITTEN, A_BUTTON),
    "no_space_after_brackets": Silent(LOST, 8, WRITTEN, A_BUTTON),
    "no_space_before_brackets": Silent(LOST, 8, WRITTEN, A_BUTTON),
    "blank_beside_the_x": Silent(LOST, 8, WRITTEN, A_BUTTON),
    "numbered_option": Silent(LOST, 8, WRITTEN, A_BUTTON),
    "code_under_an_option": Silent(LOST, 10, "nothing but options", A_BUTTON),
    "options_in_the_questions_code": Silent(
        r"<label[^>]*>ticked", 7, "no list of boxes in a quiz's code", A_BUTTON
    ),
    "single_option": Silent(r"<label[^>]*>Yes", 3, "two options or more", "several options"),
    # The key
    "same_text_twice": Silent(
        r'data-correct="true"[^§]*data-correct="true"', 8, "each option once", "each option once"
    ),
    # Double brackets
    "double_brackets_python": Silent(BLANKS, 4, "no [[ ]] but in", A_BUTTON),
    "double_brackets_bash": Silent(BLANKS, 9, "no [[ ]] but in", A_BUTTON),
    "double_brackets_explanation": Silent(BLANKS, 13, "no [[ ]] but in", A_BUTTON),
    "blank_in_code_block": Silent(
        r"<code>balance = &lt;!--BLANK_PLACEHOLDER_0", 7, "outside of code", "a blank to fill in"
    ),
    "blank_in_inline_code": Silent(
        r"<code>balance = &lt;!--BLANK_PLACEHOLDER_0", 6, "outside of code", "a blank to fill in"
    ),
    # Leaks
    "arrow": Silent(r"<!--[^§]*> A --> B", 7, "no --> in a quiz", "no source of a quiz"),
    "mermaid": Silent(r"<!--[^§]*A --> B", 15, "no --> in a quiz", "no source of a quiz"),
    # What belongs to the page and not to a part of it
    "footnote": Silent(r"<p>[^<]*\[\^1\]</p>", 4, "no footnote", "every link and note"),
    "reference_link": Silent(r"\]\[docs\], both", 13, "a link with its address", "every link"),
    "tabs_inside": Silent(r"hidden\"><div class=\"tabbed-set", 21, "no tabs", "headings and tabs"),
    "heading_inside": Silent(r'id="why"[^§]*id="why"', 17, "no heading", "headings and tabs"),
    # Settings
    "front_matter_typo": Silent(r'<div class="quiz" ', 3, "one of enabled", ""),
    "front_matter_false": Silent(r'<div class="quiz" ', 2, "keys below it", ""),
}

# By name: the line, and a word of what is expected there. A strict build refuses these too.
LOUD = {
    "another_letter": (8, WRITTEN),
    "empty": (3, "a question"),
    "end_tag_in_code": (4, "no tag in a sentence"),
    "feedback_after_a_blank_line": (8, "in the line under its option"),
    "in_a_quotation": (3, "at the line's start"),
    "in_a_table": (5, "no tag in a sentence"),
    "last_feedback_after_a_blank_line": (12, "in the line under its option"),
    "no_options": (3, "two options or more"),
    "no_question": (3, "a question"),
    "no_right_option": (3, "a right option"),
    "numbers_only": (6, WRITTEN),
    "old_syntax": (3, "alone"),
    "plus_bullets": (6, WRITTEN),
}
LEFT_TO_MKDOCS = {"broken_link"}

# By name: how many quizzes a page has.
RIGHT = {
    "asterisks": 1,
    "code_in_the_question": 1,
    "in_a_block": 1,
    "in_a_list": 1,
    "in_an_admonition": 1,
    "in_details": 1,
    "in_html": 1,
    "in_tabs": 2,
    "plain": 1,
    "several_right": 1,
    "shown_in_four_backticks": 0,
    "shown_in_tildes": 0,
    "two_on_a_page": 2,
}
# mkdocs-quiz renders these. We refuse them: the tag must stand at the line's start.
INDENTED = {"in_a_list", "in_an_admonition", "in_details", "in_tabs"}
# Silent as well, until our hook reads the tag: then it is how a quiz is written.
OURS = {"identified"}


def without_source(html: str) -> str:
    """The same as with embed_source: false."""
    return re.sub(r"<!-- mkdocs-quiz-source.*?\n-->\n", "", html, flags=re.DOTALL)


def test_every_case_is_here() -> None:
    assert set(names("silent")) == SILENT.keys() | OURS
    assert set(names("loud")) == LOUD.keys() | LEFT_TO_MKDOCS
    assert set(names("right")) == RIGHT.keys()


@pytest.mark.parametrize("name", SILENT)
def test_a_silent_mistake_passes_a_strict_build_and_shows(name: str) -> None:
    assert re.search(SILENT[name].shows, built("silent", "right")[name])


@pytest.mark.parametrize("name", SILENT)
def test_a_silent_mistake_is_refused_with_its_line(name: str) -> None:
    kind = "typed" if name.startswith("blank_in_") else ""
    first = refused("silent", name, kind)[0]
    assert first.place == f"{name}.md:{SILENT[name].line}"
    assert SILENT[name].expected in first.expected
    assert first.command == f"sed -n {SILENT[name].line},+12p {name}.md" or "matter" in name


@pytest.mark.parametrize("name", [name for name, case in SILENT.items() if case.in_html])
def test_what_a_silent_mistake_leaves_in_the_html_is_found(name: str) -> None:
    expected = [expected for expected, _ in rendered.said(built("silent", "right")[name])]
    assert any(SILENT[name].in_html in one for one in expected), expected


def test_a_quiz_in_a_comment_is_found_where_its_source_is_not_embedded_either() -> None:
    html = without_source(built("silent", "right")["in_a_comment"])
    assert list(rendered.said(html)) == [("no quiz in a comment", "a whole one, with its key")]


@pytest.mark.parametrize("name", sorted(LOUD.keys() | LEFT_TO_MKDOCS))
def test_a_loud_mistake_ends_a_strict_build(name: str) -> None:
    with pytest.raises((Exception, SystemExit)):
        built_alone("loud", name)


@pytest.mark.parametrize("name", LOUD)
def test_a_loud_mistake_is_told_before_the_build_with_its_line(name: str) -> None:
    line, expected = LOUD[name]
    found = [(one.place, one.expected) for one in refused("loud", name)]
    assert any(place == f"{name}.md:{line}" and expected in words for place, words in found), found


def test_the_script_of_mkdocs_quiz_is_found() -> None:
    html = "<p></p><script>window.mkdocsQuizConfig = {};</script>"
    assert [expected.split(":")[0] for expected, _ in rendered.said(html)] == [
        "no script of mkdocs-quiz"
    ]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_page_has_its_quizzes_and_nothing_to_tell(name: str) -> None:
    html = built("silent", "right")[name]
    assert html.count('<div class="quiz" ') == RIGHT[name]
    assert list(rendered.said(without_source(html))) == []


@pytest.mark.parametrize("name", sorted(RIGHT.keys() - INDENTED))
def test_a_right_page_is_not_refused(name: str) -> None:
    assert refused("right", name) == []


@pytest.mark.parametrize("name", sorted(INDENTED))
def test_a_quiz_in_a_box_or_a_list_is_refused_for_its_place(name: str) -> None:
    assert {one.expected.split(", ")[-1] for one in refused("right", name)} == {
        "at the line's start"
    }


def test_a_tag_with_an_id_is_left_raw_without_our_hook_and_right_with_it() -> None:
    html = built("silent", "right")["identified"]
    assert any("every quiz rendered" in expected for expected, _ in rendered.said(html))
    assert refused("silent", "identified") == []
