"""What a page is about, in one sentence: for search engines, cards and the feed."""

from typing import Any

from selectolax.lexbor import LexborHTMLParser as HTMLParser

MOST = 160  # characters; engines show no more


def description(url: str, meta: dict[str, Any], html: str, chapters: list[dict[str, Any]]) -> str:
    """The page's own words, or its chapter's promise, or how its first paragraph begins.

    url, meta and html are the page's; html is what its Markdown became.
    """
    own = str(meta.get("description") or "") or promise(url, chapters)
    return own or _beginning(html)


def promise(url: str, chapters: list[dict[str, Any]]) -> str:
    """What the book promises of a chapter; nothing for other pages."""
    found = [str(one["promise"]) for one in chapters if one.get("page") == url]
    return found[0] if found else ""


def _beginning(html: str) -> str:
    paragraph = HTMLParser(html).css_first("p")
    words = " ".join((paragraph.text() if paragraph else "").split())
    if len(words) <= MOST:
        return words
    return words[: MOST - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
