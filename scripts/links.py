"""Ask every link to elsewhere whether it still leads there.

    python -m scripts.links [TEXT]

With TEXT only the addresses that hold it. Not part of the gate: other people's
servers decide. A page that is gone, or has lost the place that we point at, is
wrong; one that will not tell (it is busy, or wants no robots) is only named.
"""

import http.client
import re
import socket
import ssl
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urldefrag, urlsplit
from urllib.request import Request, urlopen

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import command
from scripts.book import Book
from scripts.plain import plain
from scripts.problem import Problem
from scripts.run import console

URL = re.compile(r"https?://[^\s<>\"'`\]{}|\\]+")
WHERE = ("*.md", "docs/**/*.md", "snippets/**/*.py", "scripts/templates/*.html")
# Names that lead nowhere on purpose, and hosts whose pages make their places by script.
EXAMPLES = re.compile(r"(localhost|127\.0\.0\.1|(.+\.)?example\.(org|com|net)|codespaces\.new)")
SCRIPTED = ("github.com", "web.dev")
GONE = (404, 410)
PATIENCE, TRIES, PAUSE = 20.0, 3, 1.0
LARGEST = 8 * 2**20
AGENT = "Mozilla/5.0 (compatible; Interleave link check)"

Said = Literal["well", "gone", "silent"]


@dataclass(frozen=True)
class Answer:
    """What an address said; why: half a sentence where it is not well."""

    said: Said
    why: str = ""


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 when no link is dead."""
    parser = command.parser("links", __doc__)
    parser.add_argument("text", nargs="?", default="", metavar="TEXT")
    wanted = parser.parse_args(argv).text
    found = {url: place for url, place in links(book or Book()).items() if wanted in url}
    answers = ask_all(sorted(found))
    for url, answer in answers.items():
        if answer.said == "silent":
            told = plain(f"not known: {url} ({answer.why})")  # words of somebody's server
            console.print(told, style="yellow", markup=False)
    dead = [problem(found[url], url, one) for url, one in answers.items() if one.said == "gone"]
    for one in dead:
        console.print(str(one), style="red", markup=False)
    console.print(f"{len(found)} links asked, {len(dead)} dead.")
    return 1 if dead else 0


def links(book: Book) -> dict[str, str]:
    """Every address that a reader or contributor may follow, with the first place where it stands."""
    found: dict[str, str] = {}
    for path in sorted({path for pattern in WHERE for path in book.root.glob(pattern)}):
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.split("\n"), 1):
            for url in addresses(line):
                found.setdefault(url, f"{book.shown(path)}:{number}")
    return found


def addresses(line: str) -> Iterator[str]:
    """The addresses in a line, without the sentence's own marks at their end."""
    for match in URL.finditer(line):
        url = match[0].rstrip(".,;:!?*")
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(".,;:!?*")
        host = urlsplit(url).hostname
        if host and not EXAMPLES.fullmatch(host):
            yield url


def problem(place: str, url: str, answer: Answer) -> Problem:
    """A dead link, told where it stands."""
    file, _, line = place.rpartition(":")
    return Problem(
        place,
        expected="a link that still leads there",
        seen=f"{url}: {answer.why}",
        command=f"sed -n {line}p {file}",
    )


def ask_all(urls: Sequence[str]) -> dict[str, Answer]:
    """Ask all, many hosts at a time and each host one thing after the other."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(16) as pool:
        parts = list(pool.map(_ask_in_turn, hosts.values()))
    together = {url: answer for part in parts for url, answer in part.items()}
    return {url: together[url] for url in urls}


def _ask_in_turn(urls: Sequence[str]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for url in urls:
        for attempt in range(TRIES):
            time.sleep(PAUSE * attempt)
            answers[url] = ask(url)
            if answers[url].said == "well":
                break
    return answers


def ask(url: str) -> Answer:
    """Fetch a page once, and look for the place that its address names."""
    address, place = urldefrag(url)
    try:
        with urlopen(Request(address, headers={"User-Agent": AGENT}), timeout=PATIENCE) as page:
            is_html = page.headers.get_content_type() == "text/html"
            html = page.read(LARGEST) if place and is_html else b""
    except HTTPError as error:
        return Answer("gone" if error.code in GONE else "silent", f"it answers {error.code}")
    except URLError as error:
        return _not_reached(error.reason)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _not_reached(error)
    if html and not _has(html, place) and urlsplit(url).hostname not in SCRIPTED:
        return Answer("gone", f"the page is there, and no #{place} in it")
    return Answer("well")


def _not_reached(reason: object) -> Answer:
    """A name or a certificate that is no longer there is gone; a line that fails may come back."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Answer("gone", f"its certificate is not valid: {reason.verify_message}")
    if isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME:
        return Answer("gone", "there is no such host")
    return Answer("silent", str(reason) or type(reason).__name__)


def _has(html: bytes, place: str) -> bool:
    """Whether a page has a place of that name; what points at a text has no name."""
    if ":~:" in place:
        return True
    names = {place, unquote(place)}
    nodes = HTMLParser(html).css("[id], a[name]")
    return any(names & {n.attributes.get("id"), n.attributes.get("name")} for n in nodes)


if __name__ == "__main__":
    sys.exit(main())
