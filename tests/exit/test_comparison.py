"""The comparison: whatever a page lacks, has too much or has otherwise is told by its name."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.book import Book
from scripts.exit import comparison
from scripts.exit.comparison import Pages
from scripts.exit.contents import KINDS
from scripts.problem import Problem
from tests.book_samples import made

QUIZ = '<div class="quiz" data-quiz="{0}"><p>{0}?</p><input value="{1}" data-correct></div>'
OUTPUT = '<pre class="il-output"><samp>{}</samp></pre>'
FIGURE = '<figure class="il-figure" id="f"><svg><text>{}</text></svg></figure>'
CARD = '<figure class="il-card" id="{}"><div class="il-code"><code>{}</code></div></figure>'
PAGE = CARD.format("program-a", "print(1)") + OUTPUT.format("one\n") + FIGURE.format("A waits")
PAGE += QUIZ.format("first", "x") + QUIZ.format("second", "y")
Told = Callable[[str], list[Problem]]


def pages(folder: Path, **html: str) -> Pages:
    """What a site of these pages holds."""
    for name, text in html.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return comparison.read(folder)


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Compares a page with PAGE; gives the problems."""

    def compare(html: str) -> list[Problem]:
        ours, theirs = tmp_path / "site", tmp_path / "other"
        ours.mkdir()
        theirs.mkdir()
        wanted, seen = pages(ours, a=PAGE), pages(theirs, a=html)
        return list(comparison.problems(wanted, seen, theirs, Book(tmp_path)))

    return compare


def test_the_same_page_is_no_problem(told: Told) -> None:
    assert told(f"<html><body><p>Another theme's words</p>{PAGE}</body></html>") == []


def test_a_missing_quiz_is_named_with_its_page(told: Told) -> None:
    (problem,) = told(PAGE.replace(QUIZ.format("second", "y"), ""))
    assert problem.place == "other/a.html"
    assert problem.expected == "2 quizzes, as in the site"
    assert problem.seen == "1 quizzes: second is missing"
    assert problem.command == "make exit"


def test_a_quiz_with_another_key_is_not_the_same(told: Told) -> None:
    (problem,) = told(PAGE.replace('value="x" data-correct', 'value="x"'))
    assert problem.seen == "2 quizzes: first is not the same"


def test_a_program_that_lost_a_line_is_not_the_same(told: Told) -> None:
    (problem,) = told(PAGE.replace("print(1)", ""))
    assert problem.seen == "1 programs: program-a is not the same"


def test_an_output_with_other_white_space_is_not_the_same(told: Told) -> None:
    (problem,) = told(PAGE.replace("one\n", "one \n"))
    assert problem.seen == "1 outputs: 'one' is not the same"


def test_a_figure_with_another_word_is_not_the_same(told: Told) -> None:
    (problem,) = told(PAGE.replace("A waits", "B waits"))
    assert problem.seen == "1 figures: f is not the same"


def test_one_too_many_is_named(told: Told) -> None:
    (problem,) = told(PAGE + QUIZ.format("third", "z"))
    assert problem.seen == "3 quizzes: third is one too many"


def test_another_order_is_told(told: Told) -> None:
    first, second = QUIZ.format("first", "x"), QUIZ.format("second", "y")
    (problem,) = told(PAGE.replace(first + second, second + first))
    assert problem.seen == "2 quizzes: in another order"


def test_a_page_has_one_problem_whatever_differs(told: Told) -> None:
    (problem,) = told("")
    assert problem.expected.count("as in the site") == 4


def test_missing_and_needless_pages_are_told(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "site", tmp_path / "other"
    ours.mkdir()
    theirs.mkdir()
    wanted, seen = pages(ours, a=PAGE, b=PAGE), pages(theirs, b=PAGE, c=PAGE)
    found = list(comparison.problems(wanted, seen, theirs, Book(tmp_path)))
    assert [(one.place, one.seen) for one in found] == [
        ("other/a.html", "no such page"),
        ("other/c.html", "one more"),
    ]


def test_in_the_tiny_book_a_lost_quiz_is_found(tmp_path: Path) -> None:
    site = made().root / "site"
    wanted = comparison.read(site)
    page = "kinds/index.html"
    tree = HTMLParser((site / page).read_text(encoding="utf-8"))
    lost = tree.css(".quiz")[2]
    name = lost.attributes["data-quiz"]
    lost.decompose()
    (tmp_path / "index.html").write_text(tree.html or "", encoding="utf-8")
    seen = {**wanted, page: comparison.read(tmp_path)["index.html"]}
    (problem,) = comparison.problems(wanted, seen, site, made())
    assert problem.place == "site/kinds/index.html"
    assert f"{name} is missing" in problem.seen


def test_the_table_counts_each_page_and_says_where_it_is_the_same(tmp_path: Path) -> None:
    wanted = pages(tmp_path, a=PAGE, index=PAGE)
    seen = {"a.html": wanted["a.html"], "index.html": []}
    console = Console(record=True, width=120, file=StringIO())
    console.print(comparison.table(wanted, {"One": seen, "Other": {"a.html": []}}))
    rows = [line.split() for line in console.export_text().splitlines() if line.strip()]
    assert rows[0] == ["page", *KINDS, "One", "Other"]
    assert rows[2] == ["a.html", "1", "1", "2", "1", "0", "the", "same", "differs"]
    assert rows[3] == ["./", "1", "1", "2", "1", "0", "differs", "missing"]
    assert rows[4][:7] == ["2", "pages", "2", "2", "4", "2", "0"]
    assert rows[4][7:] == ["1", "same", "0", "same"]
