"""The gate over the built site: reads the HTML, because a build can look green."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from scripts import page, sources
from scripts.book import Book
from scripts.lint import compared, rendered
from scripts.lint.gate import Reader
from scripts.page import Page
from scripts.problem import Problem
from scripts.quiz import Quiz

# What is left in a page when one of the tools silently did nothing.
LEFTOVERS = re.compile(
    r"</?quiz\b|--8(?:<|&lt;)--|MKDOCS_QUIZ_PLACEHOLDER|BLANK_PLACEHOLDER|<!-- interleave-quiz|\{\{|\{%|Macro Rendering Error"
)
# Of a page, in gzipped bytes: with what it brings besides, a further page is at most 30 kB.
MOST = 28_000
LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


def problems(book: Book, docs: Path, site: Path, pages: Reader | None = None) -> list[Problem]:
    """Everything that is wrong in the built pages. pages: what has read their sources."""
    if not (site / "index.html").exists():
        return [
            Problem(
                book.shown(site), expected="a built site", seen="no index.html", command="make site"
            )
        ]
    site = site.resolve()
    pages = pages or sources.reader(book, docs)
    found: list[Problem] = []
    for one in page.pages(docs, book):
        html = site / one.url / "index.html"
        if html.exists():
            found += _of_counts(one, _tree(html), pages.read(one).quizzes())
        else:
            found.append(_wrong(one.place, "a page in the built site", f"no {one.url}index.html"))
    for html in sorted(site.rglob("*.html")):
        place = book.shown(html)
        found += [*_of_leftovers(place, _tree(html)), *_of_ids(place, _tree(html))]
        found += _of_weight(place, html)
        found += [_wrong(place, *told) for told in rendered.said(_text(html))]
        found += _of_links(place, html, site)
    return found


def _of_counts(one: Page, tree: HTMLParser, quizzes: list[Quiz]) -> Iterator[Problem]:
    """As many cards, outputs, questions and options as the author wrote."""
    cards = tree.css("figure.il-card")
    if len(cards) != len(one.cards()):
        yield _wrong(one.place, f"{len(one.cards())} program cards", f"{len(cards)} in the page")
    for card in cards:
        name = card.attributes.get("id")
        if any(not (node.text() or "").strip() for node in card.css("code, samp, .il-where")):
            yield _wrong(
                one.place, "code, output and provenance in a card", f"#{name} has an empty one"
            )
    shown = tree.css(".quiz")
    if len(shown) != len(quizzes):
        yield _wrong(one.place, f"{len(quizzes)} quizzes", f"{len(shown)} in the page")
        return
    for quiz, node in zip(quizzes, shown, strict=True):
        for expected, seen in compared.said(quiz, node):
            yield _wrong(f"{one.place}:{quiz.line}", expected, seen)


def _of_leftovers(place: str, tree: HTMLParser) -> Iterator[Problem]:
    for node in tree.css("pre, code, script, style, template"):
        node.decompose()
    text = tree.body.html if tree.body else ""
    for match in LEFTOVERS.finditer(text or ""):
        around = (text or "")[max(0, match.start() - 20) : match.end() + 40]
        yield _wrong(place, "nothing left unrendered", " ".join(around.split()))


def _of_ids(place: str, tree: HTMLParser) -> Iterator[Problem]:
    seen: set[str] = set()
    for node in tree.css("[id]"):
        name = node.attributes.get("id") or ""
        if name in seen:
            yield _wrong(place, "each id once", f"id={name!r} twice")
        seen.add(name)


def _of_weight(place: str, html: Path) -> Iterator[Problem]:
    """A page travels whole, so that it can be read at once; so it may not be any size."""
    size = len(gzip.compress(html.read_bytes(), compresslevel=6))
    if size > MOST:
        yield Problem(
            place,
            expected=f"at most {MOST / 1000:g} kB, gzipped",
            seen=f"{size / 1000:.1f} kB",
            command="python -m scripts.cut --help",
        )


def _of_links(place: str, html: Path, site: Path) -> Iterator[Problem]:
    tree = _tree(html)
    for tag, attribute in LOADS.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            url = node.attributes[attribute] or ""
            if _is_metadata(node):
                continue
            if urlsplit(url).netloc:
                yield _wrong(place, "no request to another origin", f"<{tag} {attribute}={url!r}>")
            elif not _leads_somewhere(url, html, site):
                yield _wrong(place, "a file that is there", f"<{tag} {attribute}={url!r}>")
    for url in sorted({node.attributes["href"] or "" for node in tree.css("a[href]")}):
        if not _leads_somewhere(url, html, site):
            yield _wrong(place, "a link that leads somewhere", f"href={url!r}")


def _is_metadata(node: Node) -> bool:
    """A link that a browser only reads: it fetches nothing."""
    return node.tag == "link" and node.attributes.get("rel") in (
        "canonical",
        "alternate",
        "prev",
        "next",
    )


def _leads_somewhere(url: str, html: Path, site: Path) -> bool:
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return True  # another site: the weekly look at links is not this gate's
    path = unquote(parts.path)
    if path.startswith("/"):
        return html.name == "404.html"  # the only page that may be shown anywhere
    target = (html.parent / path).resolve() if path else html
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file() or not target.is_relative_to(site.resolve()):
        return False
    fragment = unquote(parts.fragment)
    return not fragment or target.suffix != ".html" or fragment in _ids(target)


@cache
def _ids(html: Path) -> frozenset[str]:
    return frozenset(node.attributes.get("id") or "" for node in _tree(html).css("[id]"))


def _tree(html: Path) -> HTMLParser:
    return HTMLParser(_text(html))


def _text(html: Path) -> str:
    return html.read_text(encoding="utf-8")


def _wrong(place: str, expected: str, seen: str) -> Problem:
    return Problem(place, expected=expected, seen=seen, command="make site")
