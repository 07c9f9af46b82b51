"""scripts.review.glossary: what an entry is, what it must have, and who links to it."""

from types import SimpleNamespace

import pytest

from scripts import page, sources
from scripts.book import ROOT, Book
from scripts.called.place import Place
from scripts.macros import macros
from scripts.problem import Problem
from scripts.review import glossary
from tests.conftest import BookWith

ENTRY = """### lock { #lock }

At most one *thread* holds it. It protects data [by agreement](../locks/index.md).

[Locks](../locks/index.md#lock){{ used("lock") }}
"""


@pytest.fixture
def glossed(book_with: BookWith) -> Book:
    made = book_with()
    (made.docs / "review").mkdir(parents=True)
    return written(made, ENTRY)


def written(book: Book, entries: str) -> Book:
    """The book with these entries in its glossary."""
    (book.docs / glossary.FILE).write_text(f"# Glossary\n\n## L\n\n{entries}", encoding="utf-8")
    return book


def called(book: Book, url: str = "locks/") -> SimpleNamespace:
    linkers = page.linkers(book.docs)
    return SimpleNamespace(**macros(Place(book, "/", lambda: url, {}, None, linkers)))


def test_an_entry_has_its_name_anchor_and_sentences(glossed: Book) -> None:
    entry = glossary.entries(glossed)["lock"]
    assert entry.anchor == "lock"
    assert entry.short == "At most one thread holds it."
    assert entry.sentences[1] == "It protects data by agreement."
    assert entry.line == 5


def test_a_book_without_a_glossary_has_no_entries(book_with: BookWith) -> None:
    assert glossary.entries(book_with()) == {}


def test_a_term_leads_to_its_entry_and_says_the_first_sentence(glossed: Book) -> None:
    html = called(glossed).term("lock", "locks")
    assert 'href="../review/glossary/#lock"' in html
    assert 'aria-description="At most one thread holds it."' in html
    assert html.endswith(">locks</a>")


def test_an_unknown_term_is_refused_with_the_nearest_one(glossed: Book) -> None:
    with pytest.raises(Problem, match="did you mean 'lock'"):
        called(glossed).term("locks")


def test_an_entry_lists_the_pages_that_link_it(glossed: Book) -> None:
    (glossed.docs / "locks").mkdir()
    text = '# Locks and friends\n\nA {{ term("lock") }}.\n'
    (glossed.docs / "locks" / "index.md").write_text(text, encoding="utf-8")
    used = called(glossed, "review/glossary/").used("lock")
    assert '<a href="../../locks/#term-lock">Locks and friends</a>' in used


def test_an_entry_that_nobody_links_says_nothing(glossed: Book) -> None:
    assert called(glossed, "review/glossary/").used("lock") == ""


@pytest.mark.parametrize(
    ("old", "new", "lacks"),
    [
        ("holds it.", "holds it. It is one. It is two.", "one to three sentences"),
        ("[Locks](../locks/index.md#lock)", "", "a link to the chapter"),
        ('{{ used("lock") }}', '{{ used("queue") }}', "used("),
    ],
)
def test_an_entry_that_lacks_something_is_told(
    glossed: Book, old: str, new: str, lacks: str
) -> None:
    (problem,) = glossary.problems(written(glossed, ENTRY.replace(old, new)))
    assert lacks in problem.expected
    assert problem.place == "docs/review/glossary.md:5"


def test_a_page_that_links_a_term_twice_is_told(glossed: Book) -> None:
    text = '# Twice\n\n{{ term("lock") }} and {{ term("lock", "locks") }}\n'
    (glossed.docs / "twice.md").write_text(text, encoding="utf-8")
    (problem,) = sources.of_terms(page.pages(glossed.docs, glossed))
    assert problem.seen == "2 links"


def test_the_books_terms_are_in_order_and_have_one_anchor_each() -> None:
    entries = list(glossary.entries(Book(ROOT)).values())
    names = [entry.name for entry in entries]
    assert names == sorted(names, key=str.casefold)
    assert len({entry.anchor for entry in entries}) == len(entries) >= 70
