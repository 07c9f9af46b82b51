"""scripts.quiz.model: what is asked, what is right, and when an answer no longer counts."""

import pytest

from scripts.problem import Problem
from scripts.quiz import Quiz, broken, quizzes
from scripts.quiz.broken import twice

CHOICE = """\
<quiz id="q">
Which?

- [x] `One`, of course
> Yes.
- [ ] Two
> No.
- [ ] Three
> No.

So it is.
</quiz>
"""
ORDER = """\
<quiz id="q" kind="order" before="1<2 3<4">
In which order?

- [x] A reads
> It must read first.
- [x] A writes
- [x] B reads
- [x] B writes

Any, as long as each reads first.
</quiz>
"""
TYPED = """\
<quiz id="q" kind="typed">

How long? [[5 ± 1 ms]] And why? [[I/O | input and output]]

- [ ] 100
> Those were instructions.
- [ ] *
> Read again.

---
It says so.
</quiz>
"""
SCHEDULE = """\
<quiz id="q" kind="schedule">
Lose ten dollars.

<interleaving-explorer class="il-seat" data-goal="explorer:races/deposit:balance &lt; 120"></interleaving-explorer>

---
You did.
</quiz>
"""


def read(markdown: str) -> Quiz:
    """The only quiz of a text."""
    (found,) = quizzes(markdown, "a.md")
    assert isinstance(found, Quiz)
    return found


def told(markdown: str) -> list[str]:
    """What is expected of a broken quiz."""
    return [one.expected for one in broken(read(markdown))]


# Versions: when a reader's answer no longer counts

SAME = {
    "another question": ("Which?", "Which one?"),
    "another feedback": ("> No.\n- [ ] Three", "> Never.\n- [ ] Three"),
    "another explanation": ("So it is.", "It had to be."),
    "another wrong option": ("- [ ] Two", "- [ ] Nothing"),
    "an option less": ("- [ ] Two\n> No.\n", ""),
    "another order": ("- [x] `One`, of course\n> Yes.\n- [ ] Two\n> No.\n",
                      "- [ ] Two\n> No.\n- [x] `One`, of course\n> Yes.\n"),
    "marks and commas": ("`One`, of course", "**One** of course."),
    "a kind that was clear": ('id="q"', 'id="q" kind="single"'),
    "another concept": ('id="q"', 'id="q" concept="c" hard'),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_a_change_of_words_keeps_the_version(name: str) -> None:
    old, new = SAME[name]
    assert old in CHOICE
    assert read(CHOICE.replace(old, new)).version == read(CHOICE).version


OTHER = {
    "another right option": (CHOICE, "- [ ] Two", "- [x] Two"),
    "a right option that says something else": (CHOICE, "`One`", "None"),
    "another number": (TYPED, "5 ±", "6 ±"),
    "one more answer": (TYPED, "I/O |", "I/O | disk |"),
    "another rule": (ORDER, "3<4", "3<4 1<4"),
    "another step": (ORDER, "B writes", "B waits"),
    "another goal": (SCHEDULE, "&lt; 120", "&lt; 110"),
}


@pytest.mark.parametrize("name", OTHER)
def test_another_key_is_another_version(name: str) -> None:
    text, old, new = OTHER[name]
    assert old in text
    assert read(text.replace(old, new)).version != read(text).version


def test_a_dot_inside_a_number_counts() -> None:
    versions = {read(CHOICE.replace("`One`", number)).version for number in ("1.5", "15")}
    assert len(versions) == 2


# Options


def test_an_option_keeps_its_name_wherever_it_stands() -> None:
    names = {option.text: option.name for option in read(CHOICE).options}
    moved = read(CHOICE.replace("- [ ] Two\n> No.\n", ""))
    assert {option.text: option.name for option in moved.options} == {
        text: name for text, name in names.items() if text != "Two"
    }
    assert len(set(names.values())) == 3


def test_feedback_may_have_several_lines() -> None:
    text = CHOICE.replace("> Yes.\n", "> Yes.\n>\n> And how.\n")
    assert read(text).options[0].feedback == "Yes.\n\nAnd how."


# Order


def test_an_order_is_as_written_unless_it_says_what_comes_before_what() -> None:
    assert read(ORDER).before == [(1, 2), (3, 4)]
    assert read(ORDER.replace(' before="1<2 3<4"', "")).before == [(1, 2), (2, 3), (3, 4)]
    assert read(ORDER.replace("1<2 3<4", "1<2<4")).before == [(1, 2), (2, 4)]


@pytest.mark.parametrize("said", ["2<1", "1<5", "0<1", "1", "a<b", "1<2,3<4", "1<1"])
def test_an_order_that_cannot_be_is_told(said: str) -> None:
    (expected,) = told(ORDER.replace("1<2 3<4", said))
    assert expected.startswith("places that can all be kept to")


# Blanks


def test_a_typed_quiz_has_blanks_wrong_answers_and_an_explanation() -> None:
    quiz = read(TYPED)
    assert [blank.line for blank in quiz.blanks] == [3, 3]
    assert [(option.line, option.text) for option in quiz.options] == [(5, "100"), (7, "*")]
    assert quiz.question.startswith("How long?")
    assert quiz.question.endswith("]]")
    assert quiz.explanation == "It says so."
    assert told(TYPED) == []


def test_a_right_option_in_a_typed_quiz_is_told() -> None:
    assert told(TYPED.replace("- [ ] 100", "- [x] 100")) == [
        "nothing but wrong answers, - [ ], in kind='typed'"
    ]


def test_a_prediction_has_one_blank() -> None:
    assert told(TYPED.replace("typed", "predict")) == ["one [[blank]] for the output"]


def test_without_a_kind_nothing_is_a_blank() -> None:
    assert read(CHOICE.replace("Which?", "Which [[one]]?")).blanks == ()


# Schedules


def test_a_schedule_knows_the_goal_of_its_explorer() -> None:
    quiz = read(SCHEDULE)
    assert quiz.goal == "explorer:races/deposit:balance < 120"
    assert told(SCHEDULE) == []
    assert read(CHOICE).goal == ""


# The site


def test_an_id_that_another_quiz_has_is_told_with_both_places() -> None:
    first, second = (
        one for one in quizzes(CHOICE + CHOICE, "a.md") if not isinstance(one, Problem)
    )
    (problem,) = twice([first, second])
    assert problem.place == "a.md:13"
    assert problem.seen == "'q' again; it belongs to a.md:1"
