"""What has to happen while mkdocs renders; everything else happens before it."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from scripts.book import Book
from scripts.recording import local

QUIZ = re.compile(r"^\s*<quiz>", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish every program, and what pages show of its runs, under programs/."""
    book = Book(Path(config.config_file_path).parent)
    published = {f"{path.parent.name}/{path.name}": path for path in book.program_paths()}
    for folder in (book.snippets, local(book)):
        for path in sorted(folder.glob("*/recorded/*.json")):
            published[f"{path.parent.parent.name}/{path.name}"] = path
    for name, path in published.items():
        files.append(File.generated(config, f"programs/{name}", abs_src_path=str(path)))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep compiled templates: compiling the theme's is a third of a small build."""
    cache = Path(config.config_file_path).parent / "build" / "templates"
    cache.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Let the navigation show where the chapters will be that are not written yet.

    They lead to their place on the landing page's map.
    """
    written = {item.title: item for item in nav.items}
    chapters: list[dict[str, Any]] = config.extra["chapters"]
    home = nav.items[0]
    nav.items = [home]
    for chapter in chapters:
        planned = Link(chapter["title"], f"./#{chapter['id']}")
        nav.items.append(written.pop(chapter["title"], planned))
    nav.items += [item for item in written.values() if item is not home]
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Before the macros: true line numbers, and quiz assets where there is a quiz.

    mkdocs-macros counts lines from after the front matter. Blank lines in its
    place make every line number the file's own.
    """
    if QUIZ.search(markdown):
        page.meta.setdefault("quiz", {})["enabled"] = True
    whole = page.file.content_string
    return "\n" * (whole.rstrip().count("\n") - markdown.rstrip().count("\n")) + markdown


def on_post_page(output: str, **_: Any) -> str:
    """The theme's search is a dialog without a name; a screen reader wants one."""
    return output.replace(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="Search"',
    )
