"""A question: a quiz with the HTML of its parts, as every format takes it."""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from markdown import Markdown  # type: ignore[import-untyped]
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from scripts import page as pages
from scripts import sources
from scripts.book import Book
from scripts.export.clean import Address, clean, inline, words
from scripts.lint import gate
from scripts.page import Page
from scripts.quiz import Accepted, Option, Quiz
from scripts.quiz.blank import BLANK

# Where the reader fills something in, in the HTML of a question.
GAP = re.compile("\ue000([0-9]+)\ue001")

INDEX = re.compile(r"(?:(?<=/)|^)(?:index|README)\.md$")


@dataclass(frozen=True)
class Choice:
    """An option; text and why are HTML. name: the same wherever it stands."""

    name: str
    text: str
    right: bool
    why: str
    source: Option

    @property
    def label(self) -> str:
        """The text, or words for the * that stands for every answer nobody thought of."""
        return "Any other answer" if self.source.text == "*" else self.text


@dataclass(frozen=True)
class Question:
    """A quiz on its way out. stem and explanation are HTML; url is where the site asks it.

    book is the site's name, chapter the folder of the page;
    address: makes an address in its Markdown absolute.
    """

    quiz: Quiz
    book: str
    chapter: str
    url: str
    address: Address
    stem: str
    choices: list[Choice]
    explanation: str

    @property
    def id(self) -> str:
        """The author's own id, which stays when words change."""
        return self.quiz.id

    @property
    def title(self) -> str:
        """The first words of the question, as a name for lists."""
        text = words(GAP.sub(" … ", self.stem))
        return text if len(text) <= 80 else text[:79].rstrip() + "…"

    @property
    def accepted(self) -> list[tuple[Accepted, ...]]:
        """For each gap everything that is right there."""
        return [blank.accepted for blank in self.quiz.blanks]

    @property
    def whys(self) -> str:
        """What is said of each option, for formats that can say it at the end alone."""
        said = [one for one in self.choices if one.why]
        items = "".join(f"<li>{one.label}<br/>{one.why}</li>" for one in said)
        return f"<ul>{items}</ul>" if items else ""

    @property
    def source(self) -> str:
        """A link to where the site asks it, with the programs it is about."""
        return f'<p><a href="{escape(self.url)}">{escape(self.url)}</a></p>'

    def left_out(self, reason: str) -> str:
        """The sentence for a format that cannot hold it."""
        return f"{self.id}: {reason} It is asked at {self.url}."

    @property
    def steps(self) -> list[Choice]:
        """The options in an order that is not the right one, the same each time."""
        mixed = sorted(self.choices, key=lambda one: _hash(self.id + one.name))
        return mixed[::-1] if mixed == self.choices else mixed


def questions(book: Book, docs: Path) -> Iterator[Question]:
    """Every question of the pages below docs, in the order of the pages.

    Raises Problem where a macro does. The pages must have passed the gate.
    """
    config = load_config(str(book.root / "mkdocs.yml"))
    maker = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for page in pages.pages(docs, book):
        functions = sources.functions_of(book, docs, config.site_url or "/", page.url)
        for quiz in gate.read(page, functions).quizzes():
            yield _question(quiz, page, maker, config)


def _question(quiz: Quiz, page: Page, maker: Markdown, config: MkDocsConfig) -> Question:
    site = config.site_url or "/"
    address = partial(absolute, page=page, site=site)

    def html(markdown: str) -> str:
        return clean(maker.reset().convert(markdown), address).strip()

    numbers = iter(range(len(quiz.blanks)))
    stem = BLANK.sub(lambda _: f"\ue000{next(numbers)}\ue001", quiz.question)
    choices = [
        Choice(one.name, inline(html(one.text)), one.right, inline(html(one.feedback)), one)
        for one in quiz.options
    ]
    url = f"{urljoin(site, page.url)}#quiz-{quiz.id}"
    chapter = page.url.split("/")[0] or "start"
    stem = html(stem if quiz.blanks else quiz.question)
    why = html(quiz.explanation)
    return Question(quiz, config.site_name, chapter, url, address, stem, choices, why)


def absolute(address: str, page: Page, site: str) -> str:
    """An address of the page for a reader who is elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    if parts.path.endswith(".md"):
        folder = posixpath.dirname(_source(page))
        target = posixpath.normpath(posixpath.join(folder, parts.path))
        folder = INDEX.sub("", target)
        below = folder if folder != target else f"{target.removesuffix('.md')}/"
        return urljoin(site, below) + address[len(parts.path) :]
    return urljoin(urljoin(site, page.url), address)


def _source(page: Page) -> str:
    """The page's path below docs."""
    depth = page.url.count("/") + (page.path.name in ("index.md", "README.md"))
    return "/".join(page.path.parts[-depth:])


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
