"""Every page of a chapter shows its reader's results, once, below its questions."""

import pytest

from scripts import chapter
from scripts.book import Book
from scripts.page import Page, pages
from scripts.quiz.parse import OPEN
from scripts.quiz.publish import RESULTS

BOOK = Book()
# The exam tells by the sheet how it went.
OTHERWISE = {"docs/review/exam.md"}


def asking() -> list[Page]:
    """The pages of chapters that have questions."""
    found = [
        page
        for one in chapter.chapters(BOOK)
        for page in pages(BOOK.docs / chapter.folder(one), BOOK)
    ]
    return [page for page in found if any(OPEN.fullmatch(line) for line in page.body.split("\n"))]


@pytest.mark.parametrize("page", asking(), ids=lambda page: page.place)
def test_a_page_shows_the_results_below_its_questions(page: Page) -> None:
    if page.place in OTHERWISE:
        return
    assert page.body.count(RESULTS) == 1
    assert page.body.index(RESULTS) > page.body.rindex("</quiz>")
