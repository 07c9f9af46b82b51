"""scripts.hook: what it adds to the built site, looked at where it is used."""

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import hook, recording
from scripts.book import Book
from scripts.program import load_id
from tests.book_samples import ABSENT, HERE, change, copied, made, mkdocs, recorded


def html(page: str, book: Book | None = None) -> str:
    """A built page."""
    path = (book or made()).root / "site" / page / "index.html"
    return path.read_text(encoding="utf-8")


# Published files


def test_every_program_is_published_to_the_byte() -> None:
    book = made()
    for path in book.program_paths():
        published = book.root / "site" / "programs" / path.parent.name / path.name
        assert published.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("label", "output"), [(HERE, "hello\n"), (ABSENT, "from elsewhere\n")])
def test_the_recordings_that_pages_show_are_published(label: str, output: str) -> None:
    book = made()
    published = book.root / "site" / "programs" / "first" / f"versions.{label}.json"
    fields = json.loads(published.read_text(encoding="utf-8"))
    shown = recording.shown(load_id("first/versions", book), label, book)
    assert shown.output.endswith(output)
    assert fields["key"] == shown.key()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Built with a recording that is out of date, one of no program, and another title."""
    book = copied(tmp_path_factory.mktemp("rebuilt"))
    local = recording.local(book)
    made_here = recorded(book, "first/counts", "build")
    recording.write(replace(made_here, source="older"), local)
    recording.write(replace(made_here, program="first/gone"), local)
    change(book.root / "mkdocs.yml", "  - Texts: texts/index.md", "  - Other: texts/index.md")
    assert mkdocs(book).returncode == 0
    return book


def test_the_published_recording_is_the_one_that_the_page_shows(rebuilt: Book) -> None:
    assert "reference recording" in html("first", rebuilt)
    published = rebuilt.root / "site" / "programs" / "first" / "counts.build.json"
    fields = json.loads(published.read_text(encoding="utf-8"))
    assert fields["source"] == load_id("first/counts", rebuilt).digest


@pytest.mark.parametrize("kind", ["states", "trace"])
def test_explorations_and_traces_are_published(kind: str) -> None:
    name = f"deposits.{kind}.json"
    reference = made().snippets / "first/recorded" / name
    published = made().root / "site/programs/first" / name
    assert published.read_bytes() == reference.read_bytes()


def test_a_recording_of_a_program_that_is_gone_is_not_published(rebuilt: Book) -> None:
    assert not (rebuilt.root / "site" / "programs" / "first" / "gone.build.json").exists()


# The navigation


def entries(page: str, book: Book | None = None) -> list[tuple[str, str]]:
    """Title and address of each entry of the navigation."""
    tree = HTMLParser(html(page, book))
    links = tree.css(".md-nav--primary > ul > li > a.md-nav__link")
    return [(link.text().strip(), link.attributes["href"] or "") for link in links]


def test_the_navigation_has_the_whole_book_in_its_order() -> None:
    titles = [title for title, _ in entries("plain")]
    assert titles == [
        "A tiny book", "First", "Later", "Texts", "Last", "Quizzes", "Plain",
    ]  # fmt: skip


@pytest.mark.parametrize(("page", "up"), [("", ""), ("plain", "../")])
def test_a_planned_chapter_leads_to_its_place_on_the_landing_page(page: str, up: str) -> None:
    planned = dict(entries(page))
    assert (planned["Later"], planned["Last"]) == (f"{up}#later", f"{up}#last")
    landing = HTMLParser(html(""))
    for place in ("later", "last"):
        assert landing.css_first(f"li#{place}") is not None


def test_a_chapter_is_planned_until_a_page_has_its_title(rebuilt: Book) -> None:
    found = dict(entries("plain", rebuilt))
    assert (found["Texts"], found["Other"]) == ("../#texts", "../texts/")


# Quizzes only where there are some

QUIZ_CODE = ("quiz_progress_", "mkdocsQuizConfig", "quiz-feedback", "mkdocsQuizTranslations")


@pytest.mark.parametrize("page", ["", "first", "texts", "plain"])
def test_a_page_without_a_quiz_has_nothing_of_the_quizzes_code(page: str) -> None:
    found = [word for word in QUIZ_CODE if word in html(page)]
    assert found == []


def test_the_code_of_the_quizzes_is_there_where_a_quiz_is() -> None:
    assert [word for word in QUIZ_CODE if word in html("quizzes")] == list(QUIZ_CODE)


def inline_bytes(page: str) -> int:
    """How much style and script stands in a page itself."""
    nodes = HTMLParser(html(page)).css("style, script:not([src])")
    return sum(len((node.html or "").encode()) for node in nodes)


@pytest.mark.parametrize("page", ["", "first", "texts", "plain"])
def test_a_page_is_tens_of_kilobytes_smaller_without_a_quiz(page: str) -> None:
    assert inline_bytes("quizzes") - inline_bytes(page) > 40_000


def test_a_quiz_in_a_code_fence_stays_code() -> None:
    tree = HTMLParser(html("plain"))
    assert tree.css("div.quiz") == []
    code = tree.css_first("article code")
    assert code is not None
    assert code.text().startswith("<quiz>\nWhat does it print?\n")


# Lines


def page_of(text: str, body: str) -> Page:
    """As much of mkdocs' page as the hook looks at: the file, and what mkdocs left of it."""
    file = SimpleNamespace(content_string=text, src_path="page.md")
    return cast(Page, SimpleNamespace(file=file, meta=dict[str, Any]()))


@pytest.mark.parametrize("blank", ["", "\n", "\n\n\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_line_keeps_its_number_without_the_front_matter(blank: str, end: str) -> None:
    text = f"---\ntitle: A\n---\n{blank}# Heading\n\nlast{end}"
    body = "# Heading\n\nlast\n"  # mkdocs strips what is blank before it
    markdown = hook.on_page_markdown(body, page=page_of(text, body))
    assert markdown.splitlines().index("last") == text.splitlines().index("last")


def test_a_page_without_front_matter_is_left_alone() -> None:
    body = "# Heading\n\nlast\n"
    assert hook.on_page_markdown(body, page=page_of(body, body)) == body


# The theme's search


@pytest.mark.parametrize("page", ["index.html", "first/index.html", "404.html"])
def test_the_search_has_a_name_for_screen_readers(page: str) -> None:
    text = (made().root / "site" / page).read_text(encoding="utf-8")
    dialog = HTMLParser(text).css_first('[data-md-component="search"][role="dialog"]')
    assert dialog is not None
    assert dialog.attributes.get("aria-label") == "Search"
