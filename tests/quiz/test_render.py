"""scripts.quiz.render: what a page holds of a quiz, before any script."""

import json
from html import escape

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from scripts.quiz import Quiz
from scripts.quiz.render import inline, render, words
from tests.quiz.test_model import CHOICE, ORDER, SCHEDULE, TYPED, read


def fragment(markdown: str) -> str:
    """As much of Markdown as these tests need: paragraphs, of text or of one element."""
    return "\n".join(f"<p>{part}</p>" for part in markdown.strip().split("\n\n") if part)


def rendered(quiz: Quiz | str) -> Node:
    """The element of a quiz."""
    html = render(read(quiz) if isinstance(quiz, str) else quiz, fragment)
    (node,) = HTMLParser(html).css("interleave-quiz")
    return node


def text(node: Node, css: str) -> str:
    (found,) = node.css(css)
    return " ".join(found.text().split())


@pytest.mark.parametrize("markdown", [CHOICE, ORDER, TYPED, SCHEDULE])
def test_every_quiz_has_its_name_its_version_and_its_answer(markdown: str) -> None:
    node, quiz = rendered(markdown), read(markdown)
    assert node.attributes["id"] == "quiz-q"
    assert node.attributes["data-version"] == quiz.version
    assert node.attributes["data-kind"] == quiz.kind
    assert node.attributes["data-search-exclude"]
    assert quiz.explanation in text(node, "details.quiz-answer .quiz-explanation")
    assert len(node.css("[role=status]")) == 1


def test_a_choice_is_a_group_with_its_question_as_its_name() -> None:
    node = rendered(CHOICE)
    assert text(node, "fieldset > legend") == "Which?"
    inputs = node.css("input")
    assert [one.attributes["type"] for one in inputs] == ["radio"] * 3
    assert ["data-correct" in one.attributes for one in inputs] == [True, False, False]
    assert [text(one, "span") for one in node.css("label:has(> input)")] == [
        "`One`, of course",
        "Two",
        "Three",
    ]


def test_only_the_first_paragraph_names_the_question() -> None:
    node = rendered(CHOICE.replace("Which?", "Which?\n\nLook at this."))
    assert text(node, "legend") == "Which?"
    assert text(node, ".quiz-more") == "Look at this."


@pytest.mark.parametrize("kind", ["multiple", "outcomes"])
def test_one_right_option_among_boxes_is_not_told_by_a_radio_button(kind: str) -> None:
    node = rendered(CHOICE.replace('id="q"', f'id="q" kind="{kind}"'))
    assert {one.attributes["type"] for one in node.css("input")} == {"checkbox"}


def test_the_answer_says_of_every_option_what_is_right_or_wrong_with_it() -> None:
    node = rendered(CHOICE)
    assert [" ".join(item.text().split()) for item in node.css(".quiz-whys li")] == [
        "Right: `One`, of courseYes.", "Wrong: TwoNo.", "Wrong: ThreeNo.",
    ]  # fmt: skip


def test_steps_are_shuffled_into_a_wrong_order_and_the_answer_has_a_right_one() -> None:
    node, quiz = rendered(ORDER), read(ORDER)
    shown = [one.attributes["data-option"] for one in node.css(".quiz-step")]
    key = [option.name for option in quiz.options]
    assert sorted(shown) == sorted(key)  # type: ignore[type-var]
    pairs = json.loads(node.attributes["data-before"] or "")
    assert pairs == [[key[0], key[1]], [key[2], key[3]]]
    assert any(shown.index(one) > shown.index(other) for one, other in pairs)
    assert [one.attributes["data-option"] for one in node.css(".quiz-whys li")] == key
    assert shown == [one.attributes["data-option"] for one in rendered(ORDER).css(".quiz-step")]


def test_a_step_can_be_moved_by_buttons_with_its_name() -> None:
    names = [one.attributes["aria-label"] for one in rendered(ORDER).css(".quiz-step button")]
    assert {"Up: A reads", "Down: A reads"} <= set(names)


def test_a_blank_has_a_name_a_unit_and_what_is_accepted() -> None:
    node = rendered(TYPED)
    first, second = node.css("input.quiz-blank")
    assert first.attributes["aria-label"] == "Blank 1 of 2"
    assert first.attributes["aria-describedby"] == "q-question"
    assert json.loads(first.attributes["data-accepted"] or "") == [
        {"text": "5 ± 1 ms", "number": 5.0, "within": 1.0, "unit": "ms"}
    ]
    assert json.loads(second.attributes["data-accepted"] or "")[1]["text"] == "input and output"
    assert text(node, ".quiz-unit") == "ms"
    assert [" ".join(one.text().split()) for one in node.css(".quiz-key")] == [
        "Blank 1: 5 ± 1 ms", "Blank 2: I/O or input and output",
    ]  # fmt: skip


@pytest.mark.parametrize(("output", "tag"), [("one", "input"), ("one&#10;two", "textarea")])
def test_a_prediction_has_as_much_room_as_the_output(output: str, tag: str) -> None:
    markdown = f"""\
<quiz id="q" kind="predict">
What does it print?

[[<pre class="il-output"><samp>{output}&#10;</samp></pre>]]

---
That.
</quiz>
"""
    node = rendered(markdown)
    assert [one.tag for one in node.css(".quiz-blank")] == [tag]
    assert node.css(".quiz-blank")[0].attributes["aria-label"] == "Your answer"
    assert text(node, "samp") == output.replace("&#10;", " ")


def test_what_is_accepted_cannot_break_out_of_the_page() -> None:
    node = rendered(TYPED.replace("I/O |", """a"b'c<d> |"""))
    second = node.css("input.quiz-blank")[1]
    assert json.loads(second.attributes["data-accepted"] or "")[0]["text"] == """a"b'c"""


def test_a_schedule_is_no_form_and_knows_its_goal() -> None:
    node = rendered(SCHEDULE)
    assert node.css("form") == []
    assert node.css("interleaving-explorer") != []
    assert node.attributes["data-goal"] == "explorer:races/deposit:balance < 120"


@pytest.mark.parametrize(
    ("html", "bare"),
    [
        ("<p>one</p>", "one"),
        ("<p>one</p>\n<p>two</p>", "<p>one</p>\n<p>two</p>"),
        ("<pre>x</pre>", "<pre>x</pre>"),
    ],
)
def test_a_single_paragraph_loses_its_tags(html: str, bare: str) -> None:
    assert inline(html) == bare


def test_html_becomes_words() -> None:
    assert words(f"<p>a <b>b</b>\n {escape('<c>')}</p>") == "a b <c>"
