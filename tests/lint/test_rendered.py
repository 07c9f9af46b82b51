"""What the built page shows of a quiz, and what is the explorer's own."""

from scripts.lint.rendered import said

QUIZ = '<div class="quiz" data-kind="schedule"><p>Find one.</p>{inside}</div>'


def test_an_option_that_came_out_as_text_is_told() -> None:
    ((expected, seen),) = said(QUIZ.format(inside="<p>[] one</p>"))
    assert expected == "every option with a button of its own"
    assert seen.startswith("'[] one' as text")


def test_an_empty_list_among_the_values_of_an_explorer_is_no_option() -> None:
    inside = "<interleaving-explorer><dl><dt>paid</dt><dd>[]</dd></dl></interleaving-explorer>"
    assert not [one for one in said(QUIZ.format(inside=inside)) if "option" in one[0]]
