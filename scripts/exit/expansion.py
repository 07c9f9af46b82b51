"""The expansion: the book in plain Markdown, for a generator that knows no macros and no hooks."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]  # PyYAML brings no types
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Link, Navigation, Section, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from scripts import assets
from scripts.book import Book
from scripts.quiz.publish import CATALOGUE

HOOK = "scripts/hook.py"
# Markdown takes our elements, and a style in the text, for parts of a sentence.
ELEMENT = re.compile(
    r'<(?P<name>interleave-(?:quiz|results))\b.*?</(?P=name)>|<link rel="stylesheet"[^>]*>',
    re.DOTALL,
)
# White space that Markdown would change, or end a piece of HTML at.
SPACE = {ord(c): f"&#{ord(c)};" for c in "\n\r\t"}
# Zensical looks for anchors in the HTML as it is written, and knows no entities there.
ID = re.compile(r'(?<=\sid=")[^"]*(?=")')


def expand(book: Book, to: Path) -> Path:
    """Write the whole book below a folder that is there; gives the settings' file.

    The folder then holds mkdocs.yml and docs/: pages, programs, scripts and styles.
    Raises Problem where a page does, and what mkdocs raises.
    """
    docs = to / "docs"
    config = load_config(str(book.root / "mkdocs.yml"), site_dir=str(docs))
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = config.plugins.on_files(get_files(config), config=config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for page in _pages(files, config):
        path = docs / page.file.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_source(page, config, files), encoding="utf-8")
    _write_files(files, config, docs)
    config.plugins.on_shutdown()
    path = to / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings(book, nav), sort_keys=False), encoding="utf-8")
    return path


def settings(book: Book, nav: Navigation) -> dict[str, Any]:
    """The book's own settings without what is done by now."""
    with (book.root / "mkdocs.yml").open("rb") as file:
        found: dict[str, Any] = yaml_load(file)
    del found["hooks"]
    found |= {"docs_dir": "docs", "site_dir": "site", "plugins": ["search"]}
    found["nav"] = [_entry(item) for item in nav.items]
    # Our styles stand on Material's own look. Theme blocks show what the hook tells them.
    found["theme"]["variant"] = "classic"
    found["theme"].pop("custom_dir", None)
    return found


def markdown(html_in_markdown: str) -> str:
    """A page with each of our elements as one block of HTML, in which Markdown finds nothing."""
    blocks = ELEMENT.sub(
        lambda one: f"\n\n<div>{one[0].translate(SPACE)}</div>\n\n", html_in_markdown
    )
    return ID.sub(lambda name: unescape(name[0]), blocks)


def _pages(files: Files, config: MkDocsConfig) -> Iterator[Page]:
    """Every page with what its file says."""
    for file in files.documentation_pages():
        page = file.page or Page(None, file, config)
        page.read_source(config)
        yield page


def _source(page: Page, config: MkDocsConfig, files: Files) -> str:
    """A page's Markdown after its macros, with its quizzes as HTML."""
    plugins = config.plugins
    text = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    # The hook puts quizzes in the place of comments, and those are the same in Markdown;
    # and it puts finished HTML behind Markdown's back, which here is yet to come.
    hooks: Any = config.hooks
    hooks[HOOK].pieces.hide(page.file.src_uri)
    text = plugins.on_page_content(text, page=page, config=config, files=files)
    matter = f"---\n{yaml.safe_dump(dict(page.meta), allow_unicode=True)}---\n" if page.meta else ""
    return f"{matter}\n{markdown(text).strip()}\n"


def _write_files(files: Files, config: MkDocsConfig, docs: Path) -> None:
    """All that is no page, as it is published: programs, recordings, scripts, styles."""
    files.copy_static_files()
    assets.publish(Path(config.docs_dir), docs)
    hooks: Any = config.hooks
    (docs / CATALOGUE).write_text(hooks[HOOK].published.catalogue(), encoding="utf-8")


def _entry(item: StructureItem) -> dict[str, Any]:
    """An item of the navigation as it stands in settings."""
    if isinstance(item, Section):
        return {item.title: [_entry(child) for child in item.children]}
    if isinstance(item, Link):
        return {item.title: item.url}
    assert isinstance(item, Page)
    return {str(item.title): item.file.src_uri}
