"""Quizzes on their way through mkdocs: out of the Markdown, and back in as HTML.

mkdocs-quiz's own functions make the HTML of each piece; none of its scripts
and styles gets into a page.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.kept import kept
from scripts.problem import Problem
from scripts.quiz.blank import BLANK
from scripts.quiz.broken import broken, twice
from scripts.quiz.model import Quiz
from scripts.quiz.parse import spans
from scripts.quiz.render import Fragment, render, words

PLACEHOLDER = re.compile(r"<!-- interleave-quiz (?P<number>\d+) -->")
RESULTS = "<!-- mkdocs-quiz results -->"
# Whatever may lead somewhere, or bring in another file: links, autolinks, snippets, and
# HTML in which Markdown looks for them.
LINKS = re.compile(r"\]\(|\]\[|\]:|<[^\s>]*[:@]|markdown=|8<")
# What may stand in a page, and the module below assets/ that brings it to life.
ELEMENTS = {
    "<interleave-quiz": "quiz.js",
    "<interleave-progress": "progress.js",
    "<interleave-review": "review.js",
    "<interleave-chooser": "chooser.js",
    "<interleave-exam": "exam.js",
}
# Who asks for something to be reached: where it says so, its mark, and what it is called.
GOALS = {
    "interleaving-explorer": (".il-seat__goal", ".il-seat__won", "explorer"),
    "interleave-race": (".lab-goal", ".lab-won", "lab"),
    ".il-goal": (".il-goal__say", ".il-goal__won", "lab"),
}
CATALOGUE = "assets/quizzes.json"
PROGRESS = "progress/index.md"
LABEL = 90  # characters of a question, where it is named and not asked


@dataclass
class Published:
    """What a build has seen so far: by page, its quizzes, and what is listed of them."""

    quizzes: dict[str, list[Quiz]] = field(default_factory=dict)
    listed: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ids: dict[str, Quiz] = field(default_factory=dict)
    order: list[Page] = field(default_factory=list)

    def clear(self) -> None:
        """Forget it all."""
        self.quizzes.clear()
        self.listed.clear()
        self.ids.clear()

    def take_out(self, markdown: str, page: Page, place: str) -> str:
        """The page's Markdown with a comment in the place of each quiz.

        Raises the first Problem of a quiz that cannot be published.
        """
        lines = markdown.split("\n")
        found: list[Quiz] = []
        parts: list[str] = []
        done = 0
        for start, end, quiz in spans(markdown, place):
            if isinstance(quiz, Problem):
                raise quiz
            for problem in broken(quiz):
                raise problem
            parts += [*lines[done:start], "", f"<!-- interleave-quiz {len(found)} -->", ""]
            found.append(quiz)
            done = end
        self.note(page.file.src_uri, found)
        return "\n".join([*parts, *lines[done:]])

    def note(self, page: str, quizzes: list[Quiz]) -> None:
        """The quizzes of a page. Raises the first Problem of one that stands elsewhere as well."""
        self.quizzes[page] = quizzes
        # Of the other pages only what could be the same: a large book has many.
        place = f"docs/{page}"
        same = [self.ids[quiz.id] for quiz in quizzes if quiz.id in self.ids]
        for problem in twice([*(one for one in same if one.place != place), *quizzes]):
            raise problem
        self.ids |= {quiz.id: quiz for quiz in quizzes}

    def put_in(self, html: str, page: Page, fragment: Fragment, settings: str = "") -> str:
        """The page's HTML with its quizzes, and what brings them to life.

        settings: all that decides, beside the text, what fragment makes of one without
        links. Such texts are then rendered once.
        """
        quizzes = self.quizzes.get(page.file.src_uri, [])
        if settings:
            fragment = _remembered(fragment, quizzes, settings)
        shown = [render(quiz, fragment) for quiz in quizzes]
        html = PLACEHOLDER.sub(lambda found: shown[int(found["number"])], html)
        html = html.replace(
            RESULTS, f"<interleave-results{self._progress(page)}></interleave-results>"
        )
        listed = [_entry(quiz, fragment) for quiz in quizzes]
        self.listed[page.file.src_uri] = [*listed, *_goals(html)]
        return _alive(html, "../" * page.url.count("/"))

    def _progress(self, page: Page) -> str:
        """For a page's results, where the progress of the whole site is, if it is anywhere."""
        url = next((one.url for one in self.order if one.file.src_uri == PROGRESS), "")
        return f' data-progress="{"../" * page.url.count("/")}{url}"' if url else ""

    def catalogue(self) -> str:
        """All quizzes and goals of the site, in the book's order, for the reader's progress.

        A goal that several pages ask for, such as the landing page, belongs to the last;
        one that a quiz asks for, to the quiz.
        """
        found = [(page, self.listed.get(page.file.src_uri, [])) for page in self.order]
        last: dict[str, Page | None] = {ask["id"]: page for page, asks in found for ask in asks}
        last |= {quiz.goal: None for own in self.quizzes.values() for quiz in own if quiz.goal}
        chapters: dict[str, dict[str, Any]] = {}
        by_file = {page.file.src_uri: page for page in self.order}
        for page, asks in found:
            if own := [_short(ask) for ask in asks if last[ask["id"]] is page]:
                first = by_file.get(_index_beside(page), page)
                chapter = _named(first) | {"pages": []}
                chapters.setdefault(first.url, chapter)["pages"].append(
                    _named(page) | {"asks": own}
                )
        listed = {"chapters": list(chapters.values())}
        return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def fragments(page: Page, config: MkDocsConfig, files: Files) -> Fragment:
    """mkdocs-quiz's way from a piece of Markdown to HTML."""
    plugin: Any = config.plugins["mkdocs_quiz"]
    maker = plugin._create_fragment_markdown(page, config, files)
    return lambda text: str(
        plugin._convert_fragment_markdown(text, page, config, files, md_inst=maker)
    )


def settings(config: MkDocsConfig) -> str:
    """What decides how mkdocs-quiz renders a text without links; versions are the lock file's."""
    return repr((config.markdown_extensions, config.mdx_configs))


def _remembered(fragment: Fragment, quizzes: list[Quiz], settings: str) -> Fragment:
    """The same for these quizzes, what holds no link from build/kept.

    What a link becomes depends on all the pages, and a wrong one has to be told each time.
    """
    fresh: dict[str, str] = {}

    def noted(text: str) -> str:
        if text not in fresh:
            fresh[text] = fragment(text)
        return fresh[text]

    def made() -> str:
        for quiz in quizzes:
            render(quiz, noted)
            _entry(quiz, noted)
        return json.dumps({text: html for text, html in fresh.items() if not LINKS.search(text)})

    asked = [(quiz.attributes, quiz.lines) for quiz in quizzes]
    known: dict[str, str] = json.loads(kept("fragments", (settings, asked), made))
    return lambda text: known[text] if text in known else noted(text)


def _alive(html: str, up: str) -> str:
    """The HTML with the style and the scripts of the elements in it.

    In the page's content, so that they come and go with it in instant navigation.
    """
    files = [file for element, file in ELEMENTS.items() if element in html]
    if not files:
        return html
    scripts = [f'<script type="module" src="{up}assets/{file}"></script>' for file in files]
    return "\n".join([f'<link rel="stylesheet" href="{up}assets/quiz.css">', html, *scripts])


def _index_beside(page: Page) -> str:
    """The page that a chapter begins with, the index of its folder, as a file below docs/."""
    folder = posixpath.dirname(page.file.src_uri)
    return posixpath.join(folder, "index.md") if folder else ""


def _named(page: Page) -> dict[str, Any]:
    return {"url": page.url, "title": str(page.title)}


def _short(ask: dict[str, Any]) -> dict[str, Any]:
    """What is listed of a question: its title as a label wants it, and no place that its id tells.

    The list is fetched by every reader who answered something.
    """
    kept = {key: value for key, value in ask.items() if value}
    if kept["at"] == f"quiz-{kept['id']}":
        del kept["at"]
    return kept | {"title": shorten(ask["title"], LABEL, placeholder=" …")}


def _entry(quiz: Quiz, fragment: Fragment) -> dict[str, Any]:
    """What progress and review have to know of a quiz."""
    first = BLANK.sub("…", quiz.question.split("\n\n")[0])
    entry = {"id": quiz.id, "at": f"quiz-{quiz.id}", "version": quiz.version, "kind": quiz.kind}
    entry |= {"title": words(fragment(first)), "concept": quiz.concept}
    return entry | ({"hard": True} if quiz.hard else {})


def _goals(html: str) -> Iterator[dict[str, Any]]:
    """The same of what asks for something to be reached: explorers, and goals of labs."""
    if "data-goal" not in html:
        return
    tree = HTMLParser(html)
    for element, (says, won, kind) in GOALS.items():
        for asker in tree.css(f"{element}[data-goal]"):
            name, say = asker.attributes["data-goal"], asker.css_first(says)
            if name and say:
                for mark in say.css(won):
                    mark.decompose()
                given = {"id": name, "at": asker.attributes["id"]}
                given |= {"version": asker.attributes["data-version"], "kind": kind}
                yield given | {"title": " ".join(say.text().split()), "concept": ""}
