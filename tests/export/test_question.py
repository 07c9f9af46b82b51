"""scripts.export.question: quizzes with whole addresses and names that stay."""

import shutil
from pathlib import Path

import pytest

from scripts.book import Book
from scripts.export.orders import orders
from scripts.export.question import Question, absolute, questions
from scripts.page import read
from tests.export.kinds import PAGES, SITE, asked, one


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("kinds/index.md", "other.md", "kinds/other/"),
        ("kinds/index.md", "other.md#x", "kinds/other/#x"),
        ("kinds/index.md", "../index.md", ""),
        ("kinds/other.md", "index.md#x", "kinds/#x"),
        ("kinds/other.md", "../kinds/other.md", "kinds/other/"),
        ("kinds/index.md", "#x", "kinds/#x"),
        ("kinds/other.md", "#x", "kinds/other/#x"),
        ("kinds/index.md", "../programs/a.py", "programs/a.py"),
        ("index.md", "kinds/index.md", "kinds/"),
        ("index.md", "", ""),
    ],
)
def test_addresses_become_whole(name: str, address: str, expected: str) -> None:
    page = read(PAGES / name, PAGES, name)
    assert absolute(address, page, f"{SITE}/") == f"{SITE}/{expected}"


@pytest.mark.parametrize("address", ["https://example.org/a.md", "mailto:a@b.c", "//example.org"])
def test_whole_addresses_stay(address: str) -> None:
    assert absolute(address, read(PAGES / "index.md", PAGES, "index.md"), SITE) == address


def test_questions_come_in_the_order_of_the_pages_with_their_chapters() -> None:
    assert [question.id for question in asked()][-2:] == ["kinds-schedule", "kinds-other"]
    assert {question.chapter for question in asked()} == {"kinds"}


def test_a_title_is_the_question_in_one_line() -> None:
    assert one("typed").title == "It waits for … ."
    assert len(one("single").title) == 80


def test_names_stay_when_options_change_places(tmp_path: Path) -> None:
    def names(found: Question) -> dict[str, str]:
        return {choice.text: choice.name for choice in found.choices}

    shutil.copytree(PAGES, tmp_path / "docs")
    path = tmp_path / "docs" / "kinds" / "other.md"
    text = path.read_text(encoding="utf-8")
    first, second = "- [ ] Nowhere\n> It is on a page.\n", "- [x] On another page\n> It is.\n"
    path.write_text(text.replace(first + second, second + first), encoding="utf-8")
    moved = next(q for q in questions(Book(), tmp_path / "docs") if q.id == "kinds-other")
    assert names(moved) == names(one("other"))
    assert [choice.right for choice in moved.choices] == [True, False, False]


def test_the_program_that_a_macro_names_is_linked_with_a_whole_address() -> None:
    found = {question.id: question for question in questions(Book(), Book().docs)}
    assert found, "the book asks something"
    assert all('href="#' not in one.explanation for one in found.values())


def test_orders_are_all_that_keep_to_what_must_be() -> None:
    assert orders(3, [(1, 2), (2, 3)], 9) == [[1, 2, 3]]
    assert orders(3, [(1, 3)], 9) == [[1, 2, 3], [1, 3, 2], [2, 1, 3]]
    assert len(orders(4, [], 24)) == 24


def test_too_many_orders_are_not_walked_through() -> None:
    assert len(orders(20, [], 24)) == 25
