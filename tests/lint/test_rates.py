"""scripts.lint.rates: habits that give keys away, told where chance does not explain them."""

import random
from math import comb

import pytest

from scripts.lint.rates import ENOUGH, Single, problems, spread_of


def asked(rights: list[int], lengths: tuple[int, ...] = (9, 9, 9)) -> list[Single]:
    """Questions with their right options in these places."""
    return [Single(f"a.md:{at}", lengths, right) for at, right in enumerate(rights, 1)]


def by_an_honest_author(count: int, seed: int) -> list[Single]:
    """Questions of three to five options with keys and lengths from a die."""
    die = random.Random(seed)
    found = []
    for at in range(count):
        lengths = tuple(die.randrange(10, 60) for _ in range(die.randint(3, 5)))
        found.append(Single(f"a.md:{at}", lengths, die.randrange(len(lengths))))
    return found


def test_a_spread_is_binomial_where_all_chances_are_one() -> None:
    expected = [comb(6, k) * 0.25**k * 0.75 ** (6 - k) for k in range(7)]
    assert spread_of([0.25] * 6) == pytest.approx(expected)


def test_a_spread_of_several_chances_sums_up() -> None:
    spread = spread_of([0.5, 1.0, 0.2])
    assert spread == pytest.approx([0.0, 0.4, 0.5, 0.1])


def test_a_few_quizzes_tell_nothing() -> None:
    assert list(problems(asked([1] * (ENOUGH - 1)))) == []


def test_a_key_that_is_always_in_one_place_is_told() -> None:
    found = {one.seen.split(" stands")[-1]: one for one in problems(asked([1] * ENOUGH))}
    often = found[" in place 2 in 20 of 20 quizzes, by chance 7: too often"]
    assert often.place == "a.md:1"
    assert "change 7 of a.md:1, a.md:2, a.md:3" in often.expected
    assert " in place 1 in 0 of 20 quizzes, by chance 7: too seldom" in found


def test_the_change_that_is_asked_for_is_enough_and_one_less_is_not() -> None:
    often = next(one for one in problems(asked([1] * 30)) if "too often" in one.seen)
    change = int(often.expected.split("change ")[1].split(" of")[0])
    assert (
        list(problems(asked([1] * (30 - change) + [0, 2] * (change // 2) + [0] * (change % 2))))
        == []
    )
    less = change - 1
    assert list(problems(asked([1] * (30 - less) + [0, 2] * (less // 2) + [0] * (less % 2)))) != []


def test_a_place_that_never_holds_the_key_is_told() -> None:
    lengths = (9, 9, 9, 9)
    (found,) = problems(asked([0, 1, 2] * 10, lengths))
    assert "in place 4 in 0 of 30 quizzes" in found.seen


def test_a_key_that_is_the_longest_too_often_is_told_with_the_quizzes() -> None:
    careful = [Single(f"a.md:{at}", (30, 9, 9), at % 3) for at in range(1, 40)]
    assert list(problems(careful)) == []
    lengths = ((30, 9, 9), (9, 30, 9), (9, 9, 30))
    wordy = [Single(f"a.md:{at}", lengths[at % 3], at % 3) for at in range(1, 40)]
    (found,) = problems(wordy)
    assert (
        found.seen
        == "the right option is the longest one in 39 of 39 quizzes, by chance 13: too often"
    )
    assert found.command == "sed -n 1,+12p a.md"


def test_options_of_one_length_say_nothing_about_length() -> None:
    assert list(problems(asked([0, 1, 2] * 20))) == []


@pytest.mark.parametrize("seed", range(5))
def test_an_honest_author_is_not_told(seed: int) -> None:
    assert list(problems(by_an_honest_author(200, seed))) == []
