import pytest

from scripts.draw.text import SIZE, longest_word, seconds, shortened, width, wrap


def test_a_line_is_as_wide_as_its_characters() -> None:
    assert width("ii") == 2 * width("i")
    assert width("W") > width("i")
    assert width("words", bold=True) > width("words") > width("words", size=SIZE - 2)


@pytest.mark.parametrize(
    ("text", "at_least"),
    [("日本", 2.0), ("🐍", 1.2), ("ж", 0.85), ("é", 0.6)],
)
def test_unknown_characters_count_as_wide(text: str, at_least: float) -> None:
    assert width(text) >= at_least * SIZE


def test_combining_marks_take_no_room() -> None:
    assert width("e\u0301") == width("e")


def test_lines_fit_the_room() -> None:
    text = "asks for the lock that guards every account"
    lines = wrap(text, 80)
    assert " ".join(lines) == text
    assert len(lines) > 2
    assert max(map(width, lines)) <= 80


def test_a_number_stays_with_its_unit() -> None:
    assert wrap("sleeps 0.1 s", width("sleeps 0.1")) == ["sleeps", "0.1\u00a0s"]


def test_a_word_that_is_too_long_is_cut_after_a_sign() -> None:
    assert wrap("the_lock_of_the_bank", width("the_lock_of_x")) == ["the_lock_of_", "the_bank"]


def test_a_word_without_a_sign_is_cut_anywhere() -> None:
    assert "".join(wrap("x" * 40, 60)) == "x" * 40
    assert max(map(width, wrap("x" * 40, 60))) <= 60
    assert wrap("xy", 1) == ["x", "y"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 100) == [""]


def test_the_longest_word() -> None:
    assert longest_word("a longer word") == width("longer")
    assert longest_word("") == 0


def test_shortening_keeps_what_fits() -> None:
    assert shortened("short", 100) == "short"
    cut = shortened("a rather long name", 60)
    assert cut.endswith("…")
    assert width(cut) <= 60


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0 s"), (0.0999, "0.1 s"), (0.1, "0.1 s"), (1.23, "1.2 s"), (120, "120 s"),
        (0.03, "30 ms"), (0.00025, "0.25 ms"), (0.00002, "20 µs"), (3e-8, "0.03 µs"),
    ],
)  # fmt: skip
def test_durations_have_two_digits(value: float, said: str) -> None:
    assert seconds(value) == said
