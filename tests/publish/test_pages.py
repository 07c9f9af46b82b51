"""What the pages of a built book tell engines, feeds and people who want to mend them."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.book import Book
from tests.book_samples import change, copied, made
from tests.publish.test_history import Repository

SITE = "https://example.org/tiny/"
REPOSITORY = "https://example.org/repository"


def tree(book: Book, file: str) -> HTMLParser:
    return HTMLParser((book.root / "site" / file).read_text(encoding="utf-8"))


def held(page: HTMLParser, selector: str, name: str) -> list[str]:
    return [node.attributes[name] or "" for node in page.css(selector)]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The tiny book as a repository publishes it, with a page that has moved."""
    book = copied(tmp_path_factory.mktemp("published"))
    change(book.root / "real.yml", "  moved: {}", '  moved: {"old/place/": "plain/"}')
    repository = Repository(book.root)
    (book.root / ".gitignore").write_text("site\nbuild\n", encoding="utf-8")
    repository.commit(3, "Zoë & Al")
    env = os.environ | {"SITE_URL": SITE, "REPO_URL": REPOSITORY}
    words = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(words, cwd=book.root, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return book


@pytest.mark.parametrize("url", ["", "first/", "plain/"])
def test_each_page_has_an_address_and_a_description_of_its_own(published: Book, url: str) -> None:
    page = tree(published, f"{url}index.html")
    assert held(page, "link[rel=canonical]", "href") == [f"{SITE}{url}"]
    (about,) = held(page, "meta[name=description]", "content")
    assert about
    assert held(page, "meta[property='og:description']", "content") == [about]
    assert held(page, "meta[property='og:url']", "content") == [f"{SITE}{url}"]


def test_a_chapter_is_described_by_its_promise(published: Book) -> None:
    found = held(tree(published, "first/index.html"), "meta[name=description]", "content")
    assert found == ["A card, a number and its evidence."]


def test_the_sitemap_has_all_pages_with_their_days_and_no_old_address(published: Book) -> None:
    text = (published.root / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert text.count("<loc>") == text.count("<lastmod>2026-01-03</lastmod>") == 6
    assert "old/place" not in text
    robots = (published.root / "site" / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {SITE}sitemap.xml" in robots


def test_a_page_tells_when_it_changed_and_by_whom(published: Book) -> None:
    node = tree(published, "plain/index.html").css_first(".il-changed")
    assert node is not None
    assert node.text() == "The words of this page last changed on 3 January 2026, by Zoë & Al."


def test_a_page_can_be_edited_where_there_is_a_repository(published: Book) -> None:
    page = tree(published, "plain/index.html")
    assert held(page, "a[rel=edit]", "href") == [f"{REPOSITORY}/edit/main/docs/plain/index.md"]
    assert page.css("[data-md-component=source]") == [], "it would ask the host for its stars"
    assert tree(made(), "plain/index.html").css("a[rel=edit], .md-source") == []


def test_without_git_nothing_is_said_of_changes() -> None:
    assert tree(made(), "plain/index.html").css(".il-changed") == []
    assert tree(made(), "plain/index.html").css("[type='application/atom+xml']") == []
    text = (made().root / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>" not in text


def test_the_feed_is_linked_from_each_page(published: Book) -> None:
    page = tree(published, "plain/index.html")
    assert held(page, "[type='application/atom+xml'], .md-footer a[href$=xml]", "href") == [
        "../feed.xml",
        "../feed.xml",
    ]
    assert (published.root / "site" / "feed.xml").is_file()


def test_an_old_address_leads_on(published: Book) -> None:
    page = tree(published, "old/place/index.html")
    (link,) = held(page, "a", "href")
    assert (published.root / "site/old/place" / link / "index.html").resolve().is_file()


def test_the_page_for_no_page_has_a_search_and_is_not_indexed(published: Book) -> None:
    page = tree(published, "404.html")
    assert len(page.css("h1")) == 1
    assert len(page.css("[data-md-component=search]")) == 1
    assert held(page, "article a", "href") == [urlsplit(SITE).path]
    assert held(page, "meta[name=robots]", "content") == ["noindex"]


def test_an_old_address_that_is_still_a_page_ends_the_build(tmp_path: Path) -> None:
    book = copied(tmp_path)
    change(book.root / "real.yml", "  moved: {}", '  moved: {"plain/": "first/"}')
    words = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(words, cwd=book.root, capture_output=True, text=True)
    assert done.returncode != 0
    assert "plain/, which is a page" in done.stderr
