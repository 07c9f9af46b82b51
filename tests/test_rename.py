"""python -m scripts.rename: a chapter at another address, and nothing that named the old one."""

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import chapter, check, new, rename, site, status
from scripts.book import ROOT, Book
from tests.book_samples import copied


@pytest.fixture
def book(tmp_path: Path) -> Book:
    found = copied(tmp_path)
    page = found.docs / "plain" / "index.md"
    with page.open("a", encoding="utf-8") as file:
        file.write("\n[A number](../first/index.md#evidence), [all](../index.md), [x].\n")
        file.write("\n[x]: ../first/index.md\n")
    with (found.docs / "first" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n[here](#evidence) [itself](index.md) [again](../first/index.md#orders)\n")
    return found


def test_a_renamed_chapter_is_built_and_its_old_address_leads_on(book: Book) -> None:
    quizzes = (book.root / "site" / "assets" / "quizzes.json").read_text(encoding="utf-8")
    assert rename.main(["first", "begin"], book) == 0
    assert check.main([], book) == 0
    assert site.build(book) == 0
    assert check.main(["--site", str(book.root / "site")], book) == 0
    old = (book.root / "site" / "first" / "index.html").read_text(encoding="utf-8")
    link = HTMLParser(old).css_first("#there")
    assert link is not None
    assert link.attributes["href"] == "../begin/"
    text = (book.docs / "plain" / "index.md").read_text(encoding="utf-8")
    assert "(../begin/index.md#evidence), [all](../index.md)" in text
    assert "[x]: ../begin/index.md\n" in text
    own = (book.docs / "begin" / "index.md").read_text(encoding="utf-8")
    assert "[here](#evidence) [itself](index.md) [again](index.md#orders)" in own
    # What readers and programs know it by is as it was.
    after = (book.root / "site" / "assets" / "quizzes.json").read_text(encoding="utf-8")
    assert after == quizzes.replace('"first/"', '"begin/"')
    (one,) = [one for one in chapter.chapters(book) if one["id"] == "first"]
    assert (chapter.name(one), chapter.folder(one)) == ("first", "begin")
    (row,) = [row for row in status.rows(book) if row.name == "First"]
    assert row.parts["programs"].there == len(list((book.snippets / "first").glob("*.py")))


def test_a_new_program_of_it_finds_its_page(book: Book) -> None:
    assert rename.main(["first", "begin"], book) == 0
    page, program = sorted(new.snippet(book, "first/waits"))
    assert book.shown(page) == "docs/begin/index.md"
    assert book.shown(program) == "snippets/first/waits.py"


def test_twice_renamed_all_old_addresses_lead_to_the_last_one() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = rename.MOVED.sub("  moved: {}\n", text)
    once = rename.settings(text, "nice", "niceness", [""])
    again = rename.settings(once, "niceness", "polite", ["", "more/"])
    assert moved(again) == {
        "nice/": "polite/",
        "niceness/": "polite/",
        "niceness/more/": "polite/more/",
    }
    assert again.count("name: nice\n") == 1
    back = rename.settings(once, "niceness", "nice", [""])
    assert moved(back) == {"niceness/": "nice/"}
    assert len(text.splitlines()) == len(rename.MOVED.sub("  moved: {}\n", once).splitlines()) - 1


def moved(text: str) -> dict[str, str]:
    found: dict[str, str] = yaml_load(text)["extra"]["moved"]
    return found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere", "begin"], "docs/nowhere: it is none"),
        (["first", "plain"], "docs/plain: it is"),
        (["first", "Begin"], "small letters"),
        (["first", "a/b"], "as deep as it was"),
        (["first", "../x"], "small letters"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_changes(
    book: Book, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    before = {path: path.read_bytes() for path in book.root.glob("docs/**/*.md")}
    settings = (book.root / "mkdocs.yml").read_bytes()
    assert rename.main(words, book) == 1
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in book.root.glob("docs/**/*.md")} == before
    assert (book.root / "mkdocs.yml").read_bytes() == settings
