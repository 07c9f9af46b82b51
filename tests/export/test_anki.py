"""scripts.export.anki: a card for each question, known again by its id."""

import csv

from scripts.export.anki import anki
from tests.export.kinds import SITE, asked, ids

WHOLE, LEFT = anki(asked())
HEAD = [line for line in WHOLE.splitlines() if line.startswith("#")]
CARDS = {
    row[0]: row[1:]
    for row in csv.reader(WHOLE.splitlines(keepends=True)[len(HEAD) :], dialect="excel-tab")
}


def test_the_head_says_how_to_read_the_rest() -> None:
    assert HEAD == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype:Basic",
        "#deck column:2",
        "#tags column:5",
    ]
    assert {len(card) for card in CARDS.values()} == {4}


def test_a_card_is_one_line() -> None:
    assert len(WHOLE.splitlines()) == len(HEAD) + len(CARDS)


def test_every_question_but_the_explorer_is_a_card() -> None:
    assert CARDS.keys() == {one.id for one in asked()} - ids("schedule")
    assert [
        f"kinds-schedule: a card has no explorer. It is asked at {SITE}/kinds/#quiz-kinds-schedule."
    ] == LEFT


def test_a_card_has_a_deck_and_tags_without_blanks() -> None:
    deck, _, _, tags = CARDS["kinds-single"]
    assert (deck, tags) == ("Interleave::kinds", "kinds race-condition hard")


def test_the_front_asks_and_the_back_marks_and_explains() -> None:
    _, front, back, _ = CARDS["kinds-single"]
    assert '<ol type="A"><li><code>list[int]</code> = {1} ~ 2 # 3</li>' in front
    assert "It says" not in front
    assert "✓" not in front
    assert '<b>✓</b> x &lt; y &gt; z &amp; "quoted"<br>It says' in back
    assert f'<a href="{SITE}/kinds/#quiz-kinds-single">' in back


def test_lines_of_code_stay_lines() -> None:
    _, front, _, _ = CARDS["kinds-single"]
    assert "and a &amp; b:<br>    print(" in front
    assert "</p><div><pre>" in front


def test_steps_are_asked_in_another_order() -> None:
    _, front, back, _ = CARDS["kinds-order"]
    steps = ["<code>A</code> reads", "<code>A</code> adds", "<code>A</code> writes"]
    assert [front.index(step) for step in steps] != sorted(front.index(step) for step in steps)
    assert [back.index(step) for step in steps] == sorted(back.index(step) for step in steps)


def test_blanks_are_gaps_in_front_and_filled_behind() -> None:
    _, front, back, _ = CARDS["kinds-typed"]
    assert "It waits for <b>[…]</b>." in front
    assert "I/O or input and output or a * b" in back
    assert "Any other answer<br>Look again." in back
