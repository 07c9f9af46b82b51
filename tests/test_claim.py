import pytest

from scripts.claim import Claim, ClaimError, Names, holds, judge, judge_across, parse


def rows(*losses: int) -> list[Names]:
    return [{"lost": lost} for lost in losses]


def test_a_claim_knows_which_names_it_needs() -> None:
    assert parse("lost > 0 and max(lines) != output").names == {"lost", "lines", "output"}


def test_a_claim_knows_which_interpreters_it_names() -> None:
    claim = parse('on["3.11"].lost == 0 < on["3.13t"].lost')
    assert claim.labels == {"3.11", "3.13t"}
    assert claim.names == {"lost"}


def test_a_claim_keeps_its_text_as_written() -> None:
    claim = parse("sometimes:  lost > 0 ")
    assert (claim.text, claim.expression) == ("sometimes:  lost > 0 ", "lost > 0")


@pytest.mark.parametrize(
    ("text", "need", "only"),
    [
        ("lost > 0", "always", set()),
        ("on 3.11: lost > 0", "always", {"3.11"}),
        ("on 3.10, 3.13t: lost > 0", "always", {"3.10", "3.13t"}),
        ("sometimes on 3.11: lost > 0", "sometimes", {"3.11"}),
    ],
)
def test_a_claim_may_be_about_some_interpreters(text: str, need: str, only: set[str]) -> None:
    claim = parse(text)
    assert (claim.need, claim.expression) == (need, "lost > 0")
    assert claim.only == only


def test_a_claim_about_one_interpreter_says_nothing_of_another() -> None:
    claim = parse("on 3.11: lost > 0")
    assert claim.about("3.11")
    assert not claim.about("3.12")


def test_a_claim_that_compares_is_about_no_interpreter_by_itself() -> None:
    assert not parse('on["3.11"].lost == on["3.12"].lost').about("3.11")


def test_a_claim_must_hold_always_unless_it_says_sometimes() -> None:
    assert parse("lost > 0").need == "always"
    assert parse("sometimes: lost > 0").need == "sometimes"


@pytest.mark.parametrize(
    "text",
    [
        "lost == 3",
        "lost in (1, 2, 3)",
        "not lost < 3 or lost != 3",
        "-lost < lost * 2 - lost / 1 + lost % 2",
        "sorted({3, 1}) == [1, 3]",
        "abs(round(sum([1.2, 1.9]))) == 3",
        "[2, 3][1] == len(set([1, 2, 3]))",
        "min(1, lost) // 1 == 1",
    ],
)
def test_the_small_language_can_be_evaluated(text: str) -> None:
    assert holds(parse(text), {"lost": 3})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("lost >", "not an expression"),
        ("", "not an expression"),
        ("lost = 3", "not an expression"),
        ("lost > 0; lost < 9", "not an expression"),
        ("import os", "not an expression"),
        ("a\0b", "not an expression"),
        ("().__class__", 'an attribute can only be taken of on["LABEL"]'),
        ("lost.real", 'an attribute can only be taken of on["LABEL"]'),
        ('on["3.11"].lost.real', 'an attribute can only be taken of on["LABEL"]'),
        ("on[lost].lost", 'an attribute can only be taken of on["LABEL"]'),
        ("open('/etc/passwd')", "can be called"),
        ("(max)(1, 2)(3)", "can be called"),
        ("__import__('os')", "can be called"),
        ("[n for n in lines] == []", "ListComp has no place in a claim"),
        ("max(n for n in lines)", "GeneratorExp has no place in a claim"),
        ("(lambda: 1)", "Lambda has no place in a claim"),
        ("9 ** 9 ** 9", "Pow has no place in a claim"),
        ("1 << 99", "LShift has no place in a claim"),
        ("(n := 1)", "NamedExpr has no place in a claim"),
        ("1 if lost else 0", "IfExp has no place in a claim"),
        ("f'{lost}'", "JoinedStr has no place in a claim"),
        ("max(*lines)", "Starred has no place in a claim"),
        ("lines[1:2]", "Slice has no place in a claim"),
        ("{1: 2}", "Dict has no place in a claim"),
        ("lost is 3", "Is has no place in a claim"),
    ],
)
def test_everything_else_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(ClaimError) as caught:
        parse(text)
    assert why in str(caught.value)


def test_what_may_not_stand_in_a_claim_may_not_stand_in_a_keyword_argument() -> None:
    with pytest.raises(ClaimError):
        parse("sorted(lines, key=lambda line: ().__class__.__base__.__subclasses__()) == []")


@pytest.mark.parametrize("text", ["-" * 100_000 + "1", "not " * 5_000 + "lost"])
def test_an_expression_too_deep_for_python_is_refused(text: str) -> None:
    with pytest.raises(ClaimError):
        parse(text)


def test_a_claim_without_an_answer_says_why() -> None:
    with pytest.raises(ClaimError, match="ZeroDivisionError: division by zero"):
        holds(parse("1 / lost > 0"), {"lost": 0})


def test_no_builtin_beyond_the_few_can_be_reached() -> None:
    with pytest.raises(ClaimError, match="NameError: name 'open' is not defined"):
        holds(Claim("open", "open", "always", frozenset(), frozenset()), {})


def test_an_always_claim_counts_the_runs_in_which_it_held() -> None:
    verdict = judge(parse("lost > 0"), rows(1, 0, 2))
    assert (verdict.held, verdict.of, verdict.ok) == (2, 3, False)


def test_an_always_claim_is_met_by_all_runs() -> None:
    assert judge(parse("lost > 0"), rows(1, 2)).ok


def test_a_sometimes_claim_is_met_by_one_run() -> None:
    assert judge(parse("sometimes: lost > 0"), rows(0, 0, 2)).ok


def test_a_sometimes_claim_is_not_met_by_none() -> None:
    assert not judge(parse("sometimes: lost > 0"), rows(0, 0)).ok


@pytest.mark.parametrize("text", ["lost > 0", "sometimes: lost > 0"])
def test_no_run_at_all_meets_no_claim(text: str) -> None:
    assert not judge(parse(text), []).ok


def test_an_error_in_one_run_is_the_verdict() -> None:
    verdict = judge(parse("sometimes: 6 / lost == 6"), rows(1, 0))
    assert (verdict.ok, verdict.error) == (False, "ZeroDivisionError: division by zero")


def test_interpreters_are_compared_first_run_beside_first_run() -> None:
    claim = parse('on["3.9"].lost < on["3.11"].lost')
    verdict = judge_across(claim, {"3.9": rows(0, 1, 9), "3.11": rows(1, 1, 2)})
    assert (verdict.held, verdict.of) == (1, 3)


def test_the_interpreter_with_fewest_runs_sets_how_many_are_compared() -> None:
    claim = parse('on["3.9"].lost == on["3.11"].lost')
    assert judge_across(claim, {"3.9": rows(1, 1), "3.11": rows(1, 1, 2)}).ok


def test_an_interpreter_that_did_not_run_is_named() -> None:
    verdict = judge_across(parse('on["3.9"].lost == 0'), {"3.11": rows(0), "3.9": []})
    assert (verdict.ok, verdict.error) == (False, "no run on 3.9")


@pytest.mark.parametrize(
    "text",
    ["output * 999999999 == ''", "'%999999999d' % lost == output", "[lost] * 999999999 == lines"],
)
def test_nothing_huge_can_be_made_of_little(text: str) -> None:
    verdict = judge(parse(text), [{"lost": 1, "output": "a", "lines": ["a"]}])
    assert "* and % are for numbers" in verdict.error


def test_numbers_are_multiplied_and_divided_as_ever() -> None:
    assert judge(parse("lost * 2 + lost % 2 == 7"), [{"lost": 3}]).ok


@pytest.mark.parametrize("name", ["output", "lines"])
def test_what_only_the_shown_run_has_is_told_as_such(name: str) -> None:
    verdict = judge(parse(f"{name} == 'x'"), [{"lost": 1}])
    assert verdict.error == (
        f"{name} is kept of the run that is shown, and this asks all of its runs;"
        " a fact is kept of each"
    )
