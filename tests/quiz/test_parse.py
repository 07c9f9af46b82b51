"""scripts.quiz: quizzes are found and read; what cannot be published is told, with its line."""

import pytest

from scripts.problem import Problem
from scripts.quiz import Quiz, broken, numbered, quizzes

PLACE = "docs/a.md"
GOOD = """\
<quiz id="q">
What does it print?

- [x] One
> It counts to one.
- [ ] Two
> It stops before.

The run shows it.
</quiz>
"""
HEAD = "# Heading\n\n"


def told(markdown: str) -> list[tuple[int, str]]:
    """Line and expectation of every problem of a page's quizzes."""
    found: list[Problem] = []
    for item in quizzes(markdown, PLACE):
        found += [item] if isinstance(item, Problem) else list(broken(item))
    assert all(one.place.startswith(f"{PLACE}:") for one in found)
    return [(int(one.place.removeprefix(f"{PLACE}:")), one.expected) for one in found]


def only(markdown: str) -> Quiz:
    """The one quiz of a page."""
    (found,) = quizzes(markdown, PLACE)
    assert isinstance(found, Quiz)
    return found


def test_a_good_quiz_has_no_problem() -> None:
    assert told(HEAD + GOOD) == []


def test_options_have_a_line_a_text_a_mark_and_a_feedback() -> None:
    first, second = only(HEAD + GOOD).options
    assert (first.line, first.text, first.right, first.feedback) == (
        6, "One", True, "It counts to one.",
    )  # fmt: skip
    assert (second.line, second.right) == (8, False)


@pytest.mark.parametrize("option", ["- [X] One", "* [x] One", "- [x] One  "])
def test_other_ways_to_write_a_right_option_are_understood(option: str) -> None:
    quiz = only(GOOD.replace("- [x] One", option))
    assert [one.right for one in quiz.options] == [True, False]


def test_empty_brackets_make_a_wrong_option() -> None:
    quiz = only(GOOD.replace("- [ ] Two", "- [] Two"))
    assert [one.right for one in quiz.options] == [True, False]


def test_every_quiz_of_a_page_is_found() -> None:
    found = [one.line for one in quizzes(f"{GOOD}\n{GOOD}", PLACE) if isinstance(one, Quiz)]
    assert found == [1, 12]


# By name: what in the good quiz is replaced by what; the line in the quiz, and
# a word of what is expected there.
MISTAKES = {
    "unclosed": ("</quiz>\n", "", 1, "closing </quiz>"),
    "no right option": ("[x]", "[ ]", 1, "right option"),
    "no options": ("- [", "- (", 1, "two options"),
    "one option": ("- [ ] Two\n> It stops before.\n", "", 1, "two options"),
    "duplicate": ("- [ ] Two", "- [ ] One", 6, "each option once"),
    "an attribute without quotes": ('id="q"', "id=q", 1, "alone at the line's start"),
    "a capital": ("<quiz", "<Quiz", 1, "alone at the line's start"),
    "a capital at the end": ("</quiz>", "</Quiz>", 1, "closing </quiz>"),
    "an indented tag": ("<quiz", "    <quiz", 1, "alone at the line's start"),
    "a blank after the tag": ('"q">', '"q"> ', 1, "alone at the line's start"),
    "no id": (' id="q"', "", 1, "of small letters"),
    "an id with a capital": ('id="q"', 'id="Q"', 1, "of small letters"),
    "an unknown attribute": ('id="q"', 'id="q" size="9"', 1, "attributes among"),
    "an unknown kind": ('id="q"', 'id="q" kind="essay"', 1, "a kind among"),
    "an order without one": ('id="q"', 'id="q" before="1<2"', 1, 'with kind="order"'),
    "an order with a wrong step": ('id="q"', 'id="q" kind="order"', 1, "before every step"),
    "a blank to fill in that is none": ('id="q"', 'id="q" kind="typed"', 1, "[[blank]]"),
    "a schedule without explorer": ('id="q"', 'id="q" kind="schedule"', 1, "one {{ explorer"),
    "two right in a single choice": (
        'id="q">\nWhat does it print?\n\n- [x] One\n> It counts to one.\n- [ ]',
        'id="q" kind="single">\nWhat does it print?\n\n- [x] One\n> It counts to one.\n- [x]',
        1,
        "one right option",
    ),
    "no question": ("What does it print?\n", "", 1, "a question"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line(name: str) -> None:
    old, new, line, expected = MISTAKES[name]
    assert old in GOOD
    found = told(HEAD + GOOD.replace(old, new))
    assert any(at == line + 2 and expected in words for at, words in found), found


def test_a_quiz_that_never_ends_is_told_where_it_begins_and_the_next_is_read() -> None:
    cut_off = GOOD.replace("</quiz>\n", "")
    found = list(quizzes(cut_off + GOOD, PLACE))
    assert isinstance(found[0], Problem)
    assert found[0].place == "docs/a.md:1"
    assert isinstance(found[1], Quiz)
    assert found[1].line == 10


@pytest.mark.parametrize("fence", ["```", "````", "~~~", "``` markdown"])
def test_a_quiz_in_a_code_fence_is_not_a_quiz(fence: str) -> None:
    closing = fence.split()[0]
    assert list(quizzes(f"{fence}\n{GOOD}{closing}\n", PLACE)) == []


def test_a_quiz_in_an_indented_code_fence_is_not_a_quiz() -> None:
    inside = "".join(f"    {line}\n" for line in ["```", *GOOD.splitlines(), "```"])
    assert list(quizzes(f"- An item\n\n{inside}", PLACE)) == []


def test_a_tag_in_a_sentence_is_not_a_quiz() -> None:
    assert list(quizzes("Write `<quiz>` first and `</quiz>` last.\n", PLACE)) == []


def test_lines_count_on_after_a_code_fence() -> None:
    assert only(f"```\n{GOOD}```\n\n{GOOD}").line == 14


def test_a_fence_inside_a_quiz_belongs_to_it() -> None:
    with_code = GOOD.replace("What does it print?", "What?\n\n```python\nprint(1)\n```")
    assert "print(1)" in only(with_code).lines
    assert told(with_code) == []


@pytest.mark.parametrize("separator", ["\f", "\x1c", "\x85", "\u2028"])
def test_lines_are_those_of_the_file_whatever_stands_in_an_output(separator: str) -> None:
    """A card may hold characters that Python takes for the end of a line; editors do not."""
    card = f"<figure>a{separator}b</figure>\n"
    assert only(card + GOOD).line == 2


def test_the_cure_shows_the_quiz() -> None:
    (cut_off,) = quizzes(HEAD + GOOD.replace("</quiz>", ""), PLACE)
    assert isinstance(cut_off, Problem)
    assert cut_off.command == "sed -n 3,+12p docs/a.md"


def test_a_line_that_was_written_into_the_tag_counts() -> None:
    stamped = numbered(HEAD + GOOD)
    quiz = only("more\nlines\n" + stamped)
    assert (quiz.line, quiz.options[0].line) == (3, 6)
    assert numbered(stamped) == stamped
    assert list(broken(quiz)) == []


def test_a_quiz_has_a_question_and_an_explanation() -> None:
    quiz = only(GOOD)
    assert (quiz.question, quiz.explanation) == ("What does it print?", "The run shows it.")


def test_a_tag_may_say_what_the_question_is_about() -> None:
    quiz = only(GOOD.replace('id="q"', 'id="races-one" concept="check then act" hard'))
    assert (quiz.id, quiz.concept, quiz.hard) == ("races-one", "check then act", True)
    assert (only(GOOD).concept, only(GOOD).hard) == ("", False)


@pytest.mark.parametrize(
    ("said", "marks", "kind"),
    [
        ("", "x ", "single"),
        ("", "xx", "multiple"),
        ("multiple", "x ", "multiple"),
        ("outcomes", "x ", "outcomes"),
        ("order", "xx", "order"),
    ],
)
def test_the_kind_is_said_or_seen(said: str, marks: str, kind: str) -> None:
    tag = f'id="q" kind="{said}"' if said else 'id="q"'
    text = GOOD.replace('id="q"', tag).replace("[ ]", f"[{marks[1]}]")
    assert only(text).kind == kind
    assert list(broken(only(text))) == []
