"""scripts.review.chooser: every way to answer leads to an answer, and the page has its words."""

import re

from scripts.book import ROOT
from scripts.review.chooser import QUESTIONS, RULES, choose, conditions, sets

PAGE = (ROOT / "docs" / "review" / "index.md").read_text(encoding="utf-8")


def test_every_way_to_answer_leads_to_an_answer() -> None:
    chosen = [choose(given).answer for given in sets()]
    assert len(chosen) == 3 * 2 * 2 * 2 * 2 * 3 * 2


def test_every_answer_is_reached() -> None:
    assert {choose(given).answer for given in sets()} == {rule.answer for rule in RULES}


def test_every_condition_is_an_option_of_its_question() -> None:
    options = {question.name: {one.name for one in question.options} for question in QUESTIONS}
    wrong = [rule for rule in RULES for q, o in rule.when.items() if o not in options[q]]
    assert wrong == []


def test_option_names_stand_in_an_address_and_mean_one_thing() -> None:
    names = [option.name for question in QUESTIONS for option in question.options]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+", name) for name in names)


def test_no_question_is_asked_above_one_that_was_answered() -> None:
    """Rules ask in the order in which the questions stand, so that each comes below the last."""
    order = [question.name for question in QUESTIONS]
    for given in sets():
        asked: list[str] = []
        for rule in RULES:
            for question, option in rule.when.items():
                asked += [] if question in asked else [question]
                if given[question] != option:
                    break
            else:
                break
        assert asked == sorted(asked, key=order.index)


def test_the_page_says_why_for_every_answer_and_what_would_change_it() -> None:
    for rule in RULES:
        _, found, after = PAGE.partition(f"### {rule.title} {{ #use-{rule.answer} }}")
        assert found, f"a heading for {rule.answer}"
        said = re.split(r"^#", after, maxsplit=1, flags=re.M)[0]
        assert "**Because**" in said
        assert "*What would change it:*" in said
        assert "proof(" in said, f"evidence for {rule.answer}"


def test_the_last_rule_asks_for_nothing() -> None:
    assert conditions(RULES[-1]) == []
