import pytest

from scripts.fact import Fact, FactError, facts_in


def fact(pattern: str, many: bool = False) -> Fact:
    return Fact("lost", pattern, many, 3)


def test_a_number_is_read_as_a_number() -> None:
    assert facts_in("lost 12\n", [fact(r"lost (\d+)")]) == {"lost": 12}
    assert facts_in("lost 1.5\n", [fact(r"lost (\S+)")]) == {"lost": 1.5}


def test_a_word_is_read_as_a_word() -> None:
    assert facts_in("lost all\n", [fact(r"lost (\w+)")]) == {"lost": "all"}


def test_a_pattern_sees_each_line_by_itself() -> None:
    assert facts_in("not lost 1\nlost 2\n", [fact(r"^lost (\d+)$")]) == {"lost": 2}


def test_a_pattern_in_brackets_gives_a_list() -> None:
    assert facts_in("lost 1\nlost 2\n", [fact(r"lost (\d+)", many=True)]) == {"lost": [1, 2]}


@pytest.mark.parametrize("many", [True, False])
def test_a_fact_must_match(many: bool) -> None:
    with pytest.raises(FactError, match=r"facts\.lost matches nothing"):
        facts_in("found 3\n", [fact(r"lost (\d+)", many)])


def test_a_fact_must_not_match_twice() -> None:
    with pytest.raises(FactError, match=r"facts\.lost matches 2"):
        facts_in("lost 1\nlost 2\n", [fact(r"lost (\d+)")])


@pytest.mark.parametrize("maybe", [True, False])
def test_a_run_that_hung_may_lack_its_facts(maybe: bool) -> None:
    if maybe:
        assert facts_in("", [fact(r"lost (\d+)")], maybe) == {}
    else:
        with pytest.raises(FactError):
            facts_in("", [fact(r"lost (\d+)")], maybe)
