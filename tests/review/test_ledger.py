"""scripts.review.ledger: how many sayings there are, and what each of them must have."""

import pytest

from scripts.book import ROOT, Book
from scripts.review import ledger
from tests.conftest import BookWith

ALL = 40
ROW = """### “A thread is light.” { #row-light }

{{ verdict("half true") }} It has a stack. {{ proof("process/own_stack", "stacks == 2") }}

[Threads](../process/index.md#threads)
"""


def of(book_with: BookWith, row: str) -> list[str]:
    """What is told of a ledger with this row."""
    book = book_with()
    (book.docs / "review").mkdir(parents=True)
    (book.docs / ledger.FILE).write_text(f"# Ledger\n\n## Threads\n\n{row}", encoding="utf-8")
    return [problem.expected for problem in ledger.problems(book)]


def test_a_sound_row_is_passed(book_with: BookWith) -> None:
    assert of(book_with, ROW) == []


@pytest.mark.parametrize(
    ("old", "new", "lacks"),
    [
        ("half true", "so so", "one verdict"),
        ('{{ verdict("half true") }}', "", "one verdict"),
        ("{{ proof(", "{{ fact(", "a proof"),
        ("](../process", "](https://example.org/process", "a link to the chapter"),
    ],
)
def test_a_row_that_lacks_something_is_told(
    book_with: BookWith, old: str, new: str, lacks: str
) -> None:
    (told,) = of(book_with, ROW.replace(old, new))
    assert told.startswith(lacks)


def test_a_book_without_a_ledger_has_no_rows(book_with: BookWith) -> None:
    assert ledger.rows(book_with()) == []


def test_a_source_is_evidence_as_well(book_with: BookWith) -> None:
    proof = '{{ proof("process/own_stack", "stacks == 2") }}'
    assert of(book_with, ROW.replace(proof, "[clone(2)](https://man7.org/)")) == []


def test_the_book_has_all_rows_each_once() -> None:
    rows = ledger.rows(Book(ROOT))
    assert len(rows) == len({row.anchor for row in rows}) == len({row.said for row in rows}) == ALL


def test_every_heading_of_the_ledger_is_a_row() -> None:
    text = (Book(ROOT).docs / ledger.FILE).read_text(encoding="utf-8")
    assert text.count("\n### ") == len(ledger.rows(Book(ROOT)))
