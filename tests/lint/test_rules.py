"""scripts.lint: what each rule lets pass, and what it does not, beyond the known cases."""

from pathlib import Path

import pytest

from scripts.lint import gate
from tests.lint.pages import GOOD, TYPED, changed, page, told

QUESTION = "What does the second thread read?"
ORDER = """\
<quiz id="steps" kind="order" before="1<3 2<3">
In which order?

- [x] A reads
- [x] B reads
- [x] A writes
> A must have read before.

The last one needs both.
</quiz>
"""


@pytest.mark.parametrize("quiz", [GOOD, TYPED, ORDER])
def test_a_good_quiz_has_no_problem(quiz: str) -> None:
    assert told(quiz) == []


def test_lines_are_the_authors_below_a_loop_and_a_macro_of_many_lines() -> None:
    body = "{% for i in 'abc' %}\n- {{ i }}\n{% endfor %}\n{{ many }}\n\n"
    found = told(body + changed("- [ ] The new", "- [ ]The new"), many="1\n2\n3\n")
    assert [line for line, _ in found] == [body.count("\n") + 6]


def test_an_option_out_of_a_loop_is_told_at_its_line() -> None:
    body = changed(
        "- [ ] The new balance\n> The write comes later.\n",
        "{% for i in 'ab' %}- [ ] {{ i }}\n{% endfor %}",
    )
    assert {line for line, _ in told(body)} == {6}


# Tags


@pytest.mark.parametrize(
    "line",
    ["A <quiz-marks></quiz-marks>.", "A quiz, and a `<quiz id='x'>` in code.", "&lt;quiz&gt;"],
)
def test_words_that_are_no_tag_are_left_alone(line: str) -> None:
    assert told(f"{line}\n") == []


@pytest.mark.parametrize(
    "line",
    ["- <quiz>", "> <quiz>", "1. <quiz>", "< quiz >", "<QUIZ>", "</ quiz>", "<quiz", "<?quiz?>"],
)
def test_what_was_meant_as_a_tag_is_told(line: str) -> None:
    assert [at for at, _ in told(f"\n{line}\n")] == [2]


def test_a_closing_tag_alone_is_told() -> None:
    assert told("a\n</quiz>\n") == [(2, "a <quiz> that this one closes")]


def test_a_quiz_between_fences_that_never_end_is_told() -> None:
    """mkdocs-quiz takes the second opening for the end of the first, and all between for code."""
    assert told(f"```python\nx = 1\n\n{GOOD}\n```python\ny = 2\n") == [
        (4, "a quiz that mkdocs-quiz finds")
    ]


def test_a_quiz_that_a_comment_of_jinja_hides_is_none() -> None:
    assert told("{#\n" + GOOD + "#}\n") == []


def test_a_comment_beside_a_quiz_hides_nothing() -> None:
    assert told("<!-- a note -->\n" + GOOD) == []


# Includes


@pytest.mark.parametrize(
    "line", ['--8<-- "more.txt"', "--8<--\nmore.txt\n--8<--", '-8<- "more.txt:part"']
)
def test_an_include_with_a_quiz_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "more.txt").write_text(GOOD)
    path = tmp_path / "docs" / "a.md"
    path.parent.mkdir()
    path.write_text(line)
    assert [expected for _, expected in told(line, path)] == ["a quiz in the page itself"]


def test_an_include_that_is_shown_as_code_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(GOOD)
    path = tmp_path / "a.md"
    path.write_text("")
    assert told('```markdown\n--8<-- "more.txt"\n```\n', path) == []


def test_an_include_without_a_quiz_and_one_that_is_not_there_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("Words.\n")
    path = tmp_path / "a.md"
    path.write_text("")
    assert told('--8<-- "more.txt"\n--8<-- "gone.txt"\n', path) == []


# Content


@pytest.mark.parametrize(
    "line",
    [
        "`x[a][b]` is an item of an item.",
        "```python\n# no heading\nx[a][b]\n```",
        "[a link](https://example.org/) and [another](../b.md).",
        "- a list\n- [a link](b.md)\n- [x](y.md)",
        "A → B",
        "**Bold** text.\n\n---\n\nMore.",
    ],
)
def test_an_explanation_may_hold(line: str) -> None:
    assert told(changed("Both read before either writes.", line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "[text][]",
        "Words\n---",
        "Words\n===",
        "### Why",
        "/// tab | Why\n///",
        "<!-- note -->",
        "[docs]: x.md",
    ],
)
def test_an_explanation_may_not_hold(line: str) -> None:
    assert len(told(changed("Both read before either writes.", line))) == 1


def test_a_blank_belongs_into_the_question() -> None:
    assert told(changed("The run shows it.", "It was [[110]].", TYPED)) == [
        (5, "no [[ ]] but in the question of kind=typed or predict; in code, [ [0] ]")
    ]


# Options


def test_options_may_stand_apart() -> None:
    assert told(changed("- [ ] The new", "\n- [ ] The new")) == []


def test_the_same_option_in_other_clothes_is_told() -> None:
    body = changed("The new balance", "the *old*  `balance`")
    assert told(body) == [(6, "each option once")]


def test_a_list_in_the_explanation_may_not_have_boxes() -> None:
    body = changed("Both read before either writes.", "So:\n\n- [x] both read")
    assert [line for line, _ in told(body)] == [11]


# Quality


@pytest.mark.parametrize(
    "question",
    [
        "Which of these is NOT a race?",
        "All of these are races EXCEPT one.",
        "Which of these is *not* a race?",
        "Which of these are not races?",
        "Which statement isn't true?",
        "Which of these cannot be printed?",
    ],
)
def test_a_question_that_asks_what_is_not_so_is_told(question: str) -> None:
    assert [line for line, _ in told(changed(QUESTION, question))] == [2]


@pytest.mark.parametrize(
    "question",
    [
        "Why is `x` not safe?",
        "Thread B has not begun. What does A read?",
        "`if user not in seen:` is run by two threads. Which line can fail?",
        "Which of these can it print?",
        "What can not happen twice?",
    ],
)
def test_a_question_may_say_not(question: str) -> None:
    assert told(changed(QUESTION, question)) == []


@pytest.mark.parametrize(
    "option", ["All of the above", "None of these.", "Both of the above, always", "all the above"]
)
def test_an_option_about_the_others_is_told(option: str) -> None:
    assert [line for line, _ in told(changed("Nothing at all", option))] == [8]


@pytest.mark.parametrize("option", ["None of them waits", "Both of them", "All of these threads"])
def test_an_option_may_speak_of_threads(option: str) -> None:
    assert told(changed("Nothing at all", option)) == []


def test_a_choice_of_two_is_told() -> None:
    body = changed("- [ ] Nothing at all\n> A read always gives a value.\n", "")
    assert [expected.split(":")[0] for _, expected in told(body)] == ["3 options or more"]


@pytest.mark.parametrize("why", ["", ">\n", ">  \n"])
def test_an_option_without_a_why_is_told(why: str) -> None:
    body = changed("> The write comes later.\n", why)
    assert told(body) == [(6, "'> why' under every option, in the next line")]


@pytest.mark.parametrize("quiz", [GOOD, TYPED])
def test_a_quiz_without_an_explanation_is_told(quiz: str) -> None:
    body = quiz.replace("Both read before either writes.\n", "").replace("The run shows it.\n", "")
    assert told(body) == [(1, "an explanation at the end")]


def test_a_step_that_others_precede_says_why_it_may_come_too_early() -> None:
    body = changed("> A must have read before.\n", "", ORDER)
    assert [line for line, _ in told(body)] == [6]


def test_an_outcome_is_marked_by_a_run() -> None:
    body = GOOD.replace('concept="races"', 'kind="outcomes"').replace(
        "[x]", '[{{ key("a", "b") }}]'
    )
    found = told(body, key=lambda *_: "x")
    assert [line for line, _ in found] == [6, 8]
    assert "comes from a run" in found[0][1]


# A site


def test_an_id_that_another_page_has_is_told() -> None:
    one = gate.read(page("\n" + GOOD), {})
    other = gate.read(page(GOOD, place="docs/b.md"), {})
    (found,) = gate.of_site([one, other])
    assert (found.place, found.expected) == ("docs/b.md:1", "an id that no other quiz has")
    assert "docs/a.md:2" in found.seen


def test_a_site_of_good_quizzes_has_no_problem() -> None:
    assert gate.of_site([gate.read(page(GOOD + TYPED + ORDER), {})]) == []
