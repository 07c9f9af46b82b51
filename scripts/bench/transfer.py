"""What travels to a reader, in gzipped bytes by kind, as a real browser asks for it."""

import gzip
import statistics
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from scripts import assets
from scripts.bench.figure import Figure
from scripts.book import Book
from scripts.browser import FLAGS, ensure
from scripts.host import served
from scripts.publish import search

KINDS = {".html": "HTML", ".js": "scripts", ".css": "styles"}
FIRST_PAGE, NEXT_PAGE = 140.0, 30.0  # kB
# Read to the end: what is fetched when it comes near the view is asked for as well.
TO_THE_END = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 30));
  }
}"""
OWN = {
    "quizzes, style and script": (("quiz.css", "quiz.js"), 12),
    "the explorer's script": (("explorer.js",), 10),
    "the scheduler lab, style and script": (("scheduler.css", "scheduler.js"), 15),
    "the player's script": (("player.js",), 3),
}


def transfer(book: Book) -> list[Figure]:
    """A first visit, to the landing page; then each further page, with what it still lacks."""
    site = book.root / "site"
    pages = sorted(path.relative_to(site) for path in site.rglob("index.html"))
    with served(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=FLAGS)
        asked = {page: asks(browser, origin, page, site) for page in pages}
        browser.close()
    landing = asked[Path("index.html")][0]
    more = {page: files - landing for page, (files, _) in asked.items() if page.parent.name}
    later = {page: ends - files - landing for page, (files, ends) in asked.items()}
    return [
        *first(landing, site),
        *further(more, site),
        *read(later, site),
        *searched(site),
        *own(book),
    ]


def asks(browser: Browser, origin: str, page: Path, site: Path) -> tuple[set[Path], set[Path]]:
    """The site's files that a fresh browser fetches for a page: at once, and until its end."""
    found: set[Path] = set()
    with browser.new_context(service_workers="block") as context, context.new_page() as tab:
        tab.on("request", lambda one: found.update(_file(one.url, origin, site)))
        tab.goto(f"{origin}{page.as_posix().removesuffix('index.html')}", wait_until="networkidle")
        at_once = set(found)
        tab.evaluate(TO_THE_END)
        tab.wait_for_load_state("networkidle")
    return at_once, found


def _file(url: str, origin: str, site: Path) -> Iterable[Path]:
    """The file behind an address of our own."""
    if not url.startswith(origin):
        return []
    path = site / urlsplit(url).path.lstrip("/")
    path = path / "index.html" if path.is_dir() else path
    return [path] if path.is_file() else []


def first(files: set[Path], site: Path) -> list[Figure]:
    """The first visit as a whole, then by kind."""
    kinds = by_kind(files)
    whole = Figure("first visit", sum(kinds.values()), "kB", most=FIRST_PAGE)
    return [whole, *(Figure(f"first visit, {kind}", size, "kB") for kind, size in kinds.items())]


def further(pages: dict[Path, set[Path]], site: Path) -> list[Figure]:
    """The largest further page as a whole and by kind, and the one in the middle."""
    sizes = {page: sum(by_kind(files).values()) for page, files in pages.items()}
    if not sizes:
        return []
    largest = max(sizes, key=lambda page: sizes[page])
    name = f"further page, the largest ({largest.parent})"
    middle = statistics.median(sizes.values())
    return [
        Figure(name, sizes[largest], "kB", most=NEXT_PAGE),
        *(Figure(f"{name}, {kind}", n, "kB") for kind, n in by_kind(pages[largest]).items()),
        Figure(f"further page, the median of {len(sizes)}", middle, "kB", most=NEXT_PAGE),
    ]


def read(pages: dict[Path, set[Path]], site: Path) -> list[Figure]:
    """What the page that asks for most fetches besides, when it is read to its end."""
    sizes = {page: sum(by_kind(files).values()) for page, files in pages.items()}
    most = max(sizes, key=lambda page: sizes[page])
    return [Figure(f"fetched while reading, the most ({most.parent})", sizes[most], "kB")]


def searched(site: Path) -> list[Figure]:
    """What is fetched when a reader first opens the search."""
    files = [site / search.DOCS, *site.glob("assets/javascripts/workers/search.*.js")]
    size = sum(gzipped(file) for file in files) / 1000
    return [Figure("the search, when it is first opened", size, "kB")]


def own(book: Book) -> list[Figure]:
    """Scripts and styles of ours, with all that they import."""
    found = []
    for name, (files, most) in OWN.items():
        fetched: dict[str, int] = {}
        for file in files:
            fetched |= assets.travels(book.docs / "assets" / file)
        found.append(Figure(name, sum(fetched.values()) / 1000, "kB", most=most))
    return found


def by_kind(files: Iterable[Path]) -> dict[str, float]:
    """kB by kind, gzipped."""
    sizes: defaultdict[str, float] = defaultdict(float)
    for file in sorted(files):
        sizes[KINDS.get(file.suffix, "data")] += gzipped(file) / 1000
    return dict(sizes)


@cache
def gzipped(file: Path) -> int:
    """The bytes of a file as hosts send it, gzip at level 6."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))
