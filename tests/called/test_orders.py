"""What pages say of all interleavings: keys, proofs, counts, and what is refused."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.book import Book
from scripts.called.orders import Orders, asks_all, percent
from scripts.called.place import Place
from scripts.explore.__main__ import main
from scripts.problem import Problem
from tests.conftest import BookWith
from tests.explore.test_states import explored

NAME = "odd/deposits"


@dataclass(frozen=True)
class Asked:
    """The macros on a page that has the program's card."""

    orders: Orders
    book: Book


@pytest.fixture
def asked(book_with: BookWith) -> Asked:
    book = book_with(deposits=explored())
    assert main([], book) == 0
    place = Place(book, "https://example.org/", lambda: "odd/", {NAME: "odd/"})
    return Asked(Orders(place), book)


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("can print 110", "x"),
        ("can print 11", " "),
        ("can deadlock", " "),
        ("can livelock", " "),
        ("possible: balance == 120", "x"),
        ("certain: balance == 120", " "),
        ("certain: balance >= 110", "x"),
    ],
)
def test_a_key_is_what_all_interleavings_say(asked: Asked, question: str, mark: str) -> None:
    assert asks_all(question)
    assert asked.orders.key(NAME, question) == mark


@pytest.mark.parametrize("question", ["balance == 110", "sometimes: lost > 0", "can == 3"])
def test_other_questions_are_for_the_runs(question: str) -> None:
    assert not asks_all(question)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("possible: balance == 110", "in 18 of 20 schedules"),
        ("certain: balance >= 110", "in all 20 schedules"),
        ("can print 120", "in 2 of 20 schedules"),
    ],
)
def test_a_proof_tells_its_schedules(asked: Asked, expression: str, said: str) -> None:
    link = HTMLParser(asked.orders.proof(NAME, expression)).css_first("a.il-proof")
    assert link is not None
    assert said in link.text()
    assert link.attributes["href"] == "#program-odd-deposits"


def test_schedules_are_counted(asked: Asked) -> None:
    texts = [
        HTMLParser(html).text()
        for html in (
            asked.orders.schedules(NAME),
            asked.orders.schedules(NAME, "balance == 110"),
            asked.orders.schedules(NAME, "balance == 110", share=True),
        )
    ]
    assert texts == ["20", "18", "90 %"]


@pytest.mark.parametrize(
    ("count", "of", "text"),
    [(18, 20, "90 %"), (2, 3, "67 %"), (1, 1, "100 %"), (120, 66_468_720, "0.00018 %"),
 (0, 5, "0 %"), (1, 8, "12 %")],
)  # fmt: skip
def test_a_share_has_two_digits_that_count(count: int, of: int, text: str) -> None:
    assert percent(count, of) == text


Call = Callable[[Orders], str]
REFUSED: dict[str, tuple[Call, str]] = {
    "a false proof": (
        lambda orders: orders.proof(NAME, "certain: balance == 120"),
        "it holds in 1 of 2 outcomes",
    ),
    "an unknown name": (lambda orders: orders.key(NAME, "possible: balanse == 1"), "balanse"),
    "no expression": (lambda orders: orders.key(NAME, "possible: import os"), "not an expression"),
    "no answer": (lambda orders: orders.key(NAME, "possible: balance < 'x'"), "TypeError"),
    "a goal that all reach": (
        lambda orders: orders.explorer(NAME, "balance >= 110", "Finish"),
        "2 of 2 outcomes are so",
    ),
    "a goal that none reaches": (
        lambda orders: orders.explorer(NAME, "balance == 130", "Win"),
        "0 of 2 outcomes are so",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_page_that_asks_wrongly_is_told(asked: Asked, what: str) -> None:
    call, seen = REFUSED[what]
    with pytest.raises(Problem) as caught:
        call(asked.orders)
    assert seen in caught.value.seen
    assert caught.value.place == "snippets/odd/deposits.py"
