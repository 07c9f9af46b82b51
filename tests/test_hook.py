"""scripts.hook: what it adds to the built site, looked at where it is used."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import hook, recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import load_id
from scripts.publish import search
from scripts.quiz.publish import Published
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
        "A tiny book", "First", "Later", "Texts", "Last", "Quizzes", "Plain", "Kinds",
    ]  # fmt: skip


@pytest.mark.parametrize(("page", "up"), [("", ""), ("plain", "../")])
def test_a_planned_chapter_leads_to_its_place_on_the_landing_page(page: str, up: str) -> None:
    planned = dict(entries(page))
    assert (planned["Later"], planned["Last"]) == (f"{up}#later", f"{up}#last")
    landing = HTMLParser(html(""))
    for place in ("later", "last"):
        assert landing.css_first(f"li#{place}") is not None


def test_a_chapter_is_not_planned_whose_page_is_there_under_another_title(rebuilt: Book) -> None:
    found = dict(entries("plain", rebuilt))
    assert found["Other"] == "../texts/"
    assert "Texts" not in found


def test_chapters_may_stand_in_parts(tmp_path: Path) -> None:
    book = copied(tmp_path)
    settings = book.root / "mkdocs.yml"
    change(settings, "  - First: first/index.md\n", "  - Part:\n      - First: first/index.md\n")
    assert mkdocs(book).returncode == 0
    found = dict(entries("plain", book))
    assert list(found) == [
        "A tiny book",
        "Later",
        "Texts",
        "Last",
        "Part",
        "Quizzes",
        "Plain",
        "Kinds",
    ]
    assert found["Part"] == "../first/"


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The tiny book, with a first chapter of three pages."""
    book = copied(tmp_path_factory.mktemp("paged"))
    for name in ("second", "third"):
        path = book.docs / "first" / f"{name}.md"
        path.write_text(f"# The {name} page\n\nText.\n", encoding="utf-8")
    pages = "".join(f"      - first/{name}.md\n" for name in ("index", "second", "third"))
    change(book.root / "mkdocs.yml", "  - First: first/index.md\n", f"  - First:\n{pages}")
    assert mkdocs(book).returncode == 0
    return book


def test_a_chapters_pages_are_named_while_it_is_open(paged: Book) -> None:
    chapter = ".md-nav--primary > ul > li.md-nav__item--nested.md-nav__item--active"
    (opened,) = HTMLParser(html("first/second", paged)).css(chapter)
    links = [(one.text().strip(), one.attributes["href"]) for one in opened.css("a.md-nav__link")]
    assert links == [("First", "../"), ("The second page", "./"), ("The third page", "../third/")]
    found = dict(entries("plain", paged))
    assert found["First"] == "../first/"
    assert "The second page" not in found


def test_the_list_of_a_chapters_pages_has_a_name(paged: Book) -> None:
    tree = HTMLParser(html("first/second", paged))
    (inner,) = tree.css(".md-nav--primary nav[aria-labelledby$=_label]")
    label = tree.css_first(f"#{inner.attributes['aria-labelledby']}")
    assert label is not None
    assert label.text().strip() == "Further pages"


def place_of(page: str, book: Book) -> tuple[str, list[str | None]]:
    """The line above the title of a page, and where it leads."""
    (line,) = HTMLParser(html(page, book)).css("article > .il-place")
    return " ".join(line.text().split()), [link.attributes["href"] for link in line.css("a")]


def test_a_page_says_which_one_of_its_chapter_it_is(paged: Book) -> None:
    first = "Chapter 0 · this page, then The second page · The third page"
    assert place_of("first", paged) == (first, ["second/", "third/"])
    assert place_of("first/third", paged) == ("Chapter 0: First · page 3 of 3", ["../"])
    assert place_of("texts", paged) == ("Chapter 2", [])
    assert HTMLParser(html("plain", paged)).css(".il-place") == []


# Quizzes, and what they need, only where there are some

THEIRS = ("quiz_progress_", "mkdocsQuizConfig", "mkdocsQuizTranslations", "quiz-progress-sidebar")


@pytest.mark.parametrize("page", ["", "first", "texts", "plain", "quizzes", "kinds"])
def test_no_page_holds_scripts_or_styles_of_mkdocs_quiz(page: str) -> None:
    assert [word for word in THEIRS if word in html(page)] == []


def inline_bytes(page: str) -> int:
    """How much style and script stands in a page itself."""
    nodes = HTMLParser(html(page)).css("style, script:not([src])")
    return sum(len((node.html or "").encode()) for node in nodes)


def test_a_quiz_brings_no_script_or_style_into_the_page() -> None:
    assert inline_bytes("quizzes") == inline_bytes("plain")


@pytest.mark.parametrize(
    ("page", "styles"), [("", 0), ("first", 0), ("plain", 0), ("quizzes", 1), ("kinds", 1)]
)
def test_style_and_script_of_quizzes_are_loaded_where_there_are_some(
    page: str, styles: int
) -> None:
    tree = HTMLParser(html(page))
    assert len(tree.css('link[href="../assets/quiz.css"]')) == styles
    assert len(tree.css('script[type="module"][src="../assets/quiz.js"]')) == styles


def test_nothing_of_a_quiz_can_be_searched() -> None:
    docs = json.loads((made().root / "site" / search.DOCS).read_text("utf-8"))
    texts = "".join(entry["text"] for entry in docs)
    assert "question is written like this" in texts
    for words in ("How far did it count", "To 12,000", "It went on", "Answer and explanation"):
        assert words not in texts


def catalogue() -> list[dict[str, Any]]:
    """What the pages of progress and review know."""
    path = made().root / "site" / "assets" / "quizzes.json"
    chapters: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["chapters"]
    return chapters


def asks(title: str) -> list[dict[str, Any]]:
    """The questions and goals of one page."""
    pages = [page for one in catalogue() for page in one["pages"]]
    (found,) = [page["asks"] for page in pages if page["title"] == title]
    return list(found)


def test_the_catalogue_has_every_quiz_in_the_order_of_the_book() -> None:
    assert [(one["title"], one["url"]) for one in catalogue()] == [
        ("First", "first/"), ("Quizzes", "quizzes/"), ("Kinds", "kinds/"),
    ]  # fmt: skip
    far, words = asks("Quizzes")
    assert (far["id"], far["kind"], far["title"]) == (
        "quizzes-far", "single", "How far did it count?",
    )  # fmt: skip
    assert words["concept"] == "output"
    tree = HTMLParser(html("quizzes"))
    for ask in (far, words):
        node = tree.css_first(f"#quiz-{ask['id']}")
        assert node is not None
        assert node.attributes["data-version"] == ask["version"]


def test_the_catalogue_has_the_goals_of_explorers_that_no_quiz_asks_for() -> None:
    goals = [ask for ask in asks("Kinds") if ask["kind"] == "explorer"]
    assert goals == [
        {
            "id": "explorer:first/rolls:rolled",
            "at": "other-seat",
            "version": "v2",
            "kind": "explorer",
            "title": "Roll a six",
        }
    ]


def test_a_title_shows_no_answer() -> None:
    titles = {ask["id"]: ask["title"] for ask in asks("Kinds")}
    assert titles["kinds-typed"].startswith("It printed … and a number, …")


def test_a_quiz_in_a_code_fence_stays_code() -> None:
    tree = HTMLParser(html("plain"))
    assert tree.css(".quiz") == []
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
    markdown = hook.number_lines(body, page=page_of(text, body))
    assert markdown.splitlines().index("last") == text.splitlines().index("last")


def test_a_page_without_front_matter_is_left_alone() -> None:
    body = "# Heading\n\nlast\n"
    assert hook.number_lines(body, page=page_of(body, body)) == body


def test_a_quiz_keeps_its_line_behind_the_front_matter() -> None:
    text = f"---\ntitle: A\n---\n\n{QUIZ}"
    assert 'id="q" line="5"' in hook.number_lines(QUIZ, page=page_of(text, QUIZ))


# Quizzes that cannot be published

QUIZ = """\
<quiz id="q">
Which?

- [x] One
> Yes.
- [ ] Two
> No.

So it is.
</quiz>
"""


def taken_out(markdown: str) -> str:
    """A page without its quizzes, in a build of its own."""
    page = cast(Page, SimpleNamespace(file=SimpleNamespace(src_uri="a.md")))
    return Published().take_out(markdown, page, "docs/a.md")


def test_a_quiz_leaves_a_comment_in_its_place() -> None:
    assert taken_out(f"above\n\n{QUIZ}below").split() == [
        "above", "<!--", "interleave-quiz", "0", "-->", "below",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        (' id="q"', "", "the quiz has no id"),
        ("[x]", "[ ]", "none of its options is right"),
        ("</quiz>", "", "the quiz never ends"),
        ("</quiz>\n", f"</quiz>\n{QUIZ}", "'q' again; it belongs to docs/a.md:1"),
    ],
)
def test_a_quiz_that_cannot_be_published_ends_the_build(old: str, new: str, seen: str) -> None:
    with pytest.raises(Problem) as told:
        taken_out(QUIZ.replace(old, new))
    assert told.value.seen == seen
    assert told.value.place.startswith("docs/a.md:")


# The theme's search


@pytest.mark.parametrize("page", ["index.html", "first/index.html", "404.html"])
def test_the_search_has_a_name_for_screen_readers(page: str) -> None:
    text = (made().root / "site" / page).read_text(encoding="utf-8")
    dialog = HTMLParser(text).css_first('[data-md-component="search"][role="dialog"]')
    assert dialog is not None
    assert dialog.attributes.get("aria-label") == "Search"


def test_on_an_isolated_page_the_search_comes_out_of_its_folder() -> None:
    html = '<interleave-door></interleave-door>{"search": "../../assets/search.js"}'
    assert '"search": "search.js?../../assets/search.js"' in hook.on_post_page(html)
    plain = html.replace("interleave-door", "p")
    assert hook.on_post_page(plain) == plain
