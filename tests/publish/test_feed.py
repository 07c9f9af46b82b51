"""The feed of new chapters."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from scripts.publish import feed
from scripts.publish.history import Past

CHAPTERS = [
    {"id": "one", "page": "one/", "title": "One & all", "promise": "The first."},
    {"id": "two", "page": "two/", "title": "Two", "promise": "The second."},
    {"id": "later", "title": "Later", "promise": "Not yet."},
]
NAMES = {"": "http://www.w3.org/2005/Atom"}
SITE = "https://example.org/book/"


def day(number: int) -> datetime:
    return datetime(2026, 1, number, tzinfo=UTC)


def past(number: int | None) -> Past:
    return Past(day(20), "Ada", day(number) if number else None)


def entries(text: str | None) -> list[tuple[str | None, ...]]:
    assert text is not None
    found = Xml.fromstring(text).findall("entry", NAMES)
    return [tuple(one.findtext(tag, None, NAMES) for tag in ("title", "id")) for one in found]


def test_chapters_stand_in_it_the_newest_first() -> None:
    text = feed.feed(SITE, "Book", CHAPTERS, {"one/index.md": past(1), "two/index.md": past(2)})
    assert [title for title, _ in entries(text)] == ["Two", "One & all"]
    assert text is not None
    root = Xml.fromstring(text)
    assert root.findtext("updated", None, NAMES) == day(2).isoformat()
    links = [link.get("href") for link in root.findall("entry/link", NAMES)]
    assert links == [f"{SITE}two/", f"{SITE}one/"]


def test_a_chapter_that_moves_is_no_new_one() -> None:
    before = feed.feed(SITE, "Book", CHAPTERS, {"one/index.md": past(1)})
    moved = [{**CHAPTERS[0], "page": "first/", "title": "First"}]
    after = feed.feed("https://elsewhere.org/", "Other", moved, {"first/index.md": past(1)})
    assert entries(before)[0][1] == entries(after)[0][1]


def test_what_git_does_not_know_is_not_in_it() -> None:
    known = {"one/index.md": past(None), "two/index.md": past(2)}
    assert [title for title, _ in entries(feed.feed(SITE, "Book", CHAPTERS, known))] == ["Two"]
    assert feed.feed(SITE, "Book", CHAPTERS, {"one/index.md": past(None)}) is None
    assert feed.feed(SITE, "Book", CHAPTERS, {}) is None
