"""What a page is about."""

from scripts.publish.describe import MOST, description

CHAPTERS = [{"id": "a", "page": "a/", "title": "A", "promise": "What A promises."}, {"id": "b"}]


def test_a_page_s_own_words_come_first() -> None:
    assert description("a/", {"description": "Own."}, "<p>Text</p>", CHAPTERS) == "Own."


def test_a_chapter_keeps_its_promise() -> None:
    assert description("a/", {}, "<p>Text</p>", CHAPTERS) == "What A promises."


def test_any_other_page_begins_in_some_way() -> None:
    html = f"<h1>Title</h1><p>It <b>begins</b>\nso, {'and goes on, ' * 20}</p>"
    found = description("other/", {}, html, CHAPTERS)
    assert found.startswith("It begins so, and goes on")
    assert found.endswith("on…")
    assert len(found) <= MOST
    assert description("other/", {}, "<p>Short.</p>", CHAPTERS) == "Short."
    assert description("other/", {}, "", CHAPTERS) == ""
