"""scripts.export.gift: Moodle reads what the author wrote."""

import re

import pytest

from scripts.export.gift import escaped, gift
from tests.export.gift_reader import Read, read
from tests.export.kinds import SITE, asked, ids, one

WHOLE, LEFT = gift(asked())


def moodles(name: str) -> Read:
    """What Moodle would hold of a question."""
    return next(found for found in read(WHOLE) if found.name == f"kinds-{name}")


def test_what_is_not_left_out_is_in_the_file() -> None:
    assert {found.name for found in read(WHOLE)} == ids(
        "single", "multiple", "order", "typed", "number", "predict", "other"
    )


def test_what_is_left_out_is_told_in_a_sentence_with_its_place_and_in_the_file() -> None:
    assert {sentence.split(":")[0] for sentence in LEFT} == ids(
        "partial", "blanks", "lines", "schedule"
    )
    assert (
        f"kinds-schedule: GIFT has no explorer. It is asked at {SITE}/kinds/#quiz-kinds-schedule."
        in LEFT
    )
    assert all(f"// Not in this file: {sentence}\n" in WHOLE for sentence in LEFT)


def test_a_chapter_is_a_category_below_the_book() -> None:
    assert re.findall(r"^\$CATEGORY: .*", WHOLE, re.MULTILINE) == ["$CATEGORY: Interleave/kinds"]


def test_the_id_is_the_name_and_the_id_number_and_the_concept_is_a_tag() -> None:
    assert moodles("single").comment == "// [id:kinds-single] [tag:race condition]"


def test_moodles_own_signs_arrive_as_they_were_written() -> None:
    found = moodles("single")
    assert found.kind == "multichoice"
    assert found.text == one("single").stem
    assert [answer.text for answer in found.answers] == [c.text for c in one("single").choices]
    assert [answer.feedback for answer in found.answers] == [c.why for c in one("single").choices]
    assert "<code>list[int]</code> = {1} ~ 2 # 3" in found.answers[0].text
    assert found.answers[1].feedback == r"It says <code>\n</code>, and 100% of it."


def test_one_option_has_all_the_points() -> None:
    assert [answer.weight for answer in moodles("single").answers] == [0, 100, 0]


def test_several_options_share_the_points_and_a_wrong_one_takes_them_all() -> None:
    found = moodles("multiple")
    assert found.kind == "multichoice, several"
    assert [answer.weight for answer in found.answers] == [33.33333, 33.33333, 33.33333, -100]


def test_an_order_becomes_pairs() -> None:
    found = moodles("order")
    assert found.kind == "match"
    assert [answer.text.rpartition("->")[2].strip() for answer in found.answers] == ["1", "2", "3"]
    assert "It must have added." in found.general


def test_a_typed_answer_has_all_that_is_right_and_what_is_said_of_the_rest() -> None:
    found = moodles("typed")
    assert found.kind == "shortanswer"
    assert [(answer.text, answer.weight) for answer in found.answers] == [
        ("I/O", 100), ("input and output", 100), (r"a \* b", 100), ("the GIL", 0), ("*", 0),
    ]  # fmt: skip
    assert found.answers[-1].feedback == "Look again."


def test_a_number_has_its_tolerance_and_its_unit_is_said() -> None:
    found = moodles("number")
    assert found.kind == "numerical"
    assert [answer.text for answer in found.answers] == ["5:1", "100:10", "50", ""]
    assert [answer.weight for answer in found.answers] == [100, 100, 0, 0]
    assert "(in ms)" in found.text


def test_the_explanation_and_the_place_come_at_the_end() -> None:
    general = moodles("single").general
    assert "Because <code>A -&gt; B</code>" in general
    assert f'href="{SITE}/kinds/#quiz-kinds-single"' in general


@pytest.mark.parametrize(
    "text", ["~=#{}:\\", "a\nb", r"\n", r"\\", "\\\n", "[html]", "// no", "::x::"]
)
def test_any_text_comes_back(text: str) -> None:
    (found,) = read(f"::{escaped('a' + text)}::[html]b{{\n\t=c#{escaped('a' + text)}\n\t####d\n}}")
    assert (found.name, found.answers[0].feedback) == (f"a{text}", f"a{text}")


def test_a_question_has_no_empty_line_and_no_line_that_is_a_comment() -> None:
    for block in WHOLE.split("\n\n"):
        lines = block.strip("\n").split("\n")
        assert all(lines)
        assert not any(re.match(r"\s*//", line) for line in lines[1:] if "Not in" not in line)
