"""What has to happen while mkdocs renders; everything else happens before it."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from scripts.book import Book
from scripts.explore import states
from scripts.problem import Problem
from scripts.program import Program, load
from scripts.quiz import quizzes
from scripts.recording import labels, local, paths, shown
from scripts.trace import trace


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish every program, and what pages show of its runs, under programs/."""
    book = Book(Path(config.config_file_path).parent)
    published = {}
    for path in book.program_paths():
        published[f"{path.parent.name}/{path.name}"] = path
        with suppress(Problem):  # its page tells it
            published |= _recordings(load(path, book), book)
    for name, path in published.items():
        files.append(File.generated(config, f"programs/{name}", abs_src_path=str(path)))
    return files


def _recordings(program: Program, book: Book) -> dict[str, Path]:
    """By their published names, what is recorded of a program, as pages show it."""
    found = {}
    if program.header.explore:
        folder = book.snippets if states.shown(program, book).reference else local(book)
        found[f"{program.id}.states.json"] = states.path(folder, program.id)
    for label in program.header.trace:
        folder = book.snippets if trace.shown(program, label, book).reference else local(book)
        file = trace.path(folder, program.id, label)
        found[f"{program.path.parent.name}/{file.name}"] = file
    for label in labels(program):
        folder = book.snippets if shown(program, label, book).reference else local(book)
        found[f"{program.id}.{label}.json"] = paths(folder, program.id, label)[1]
    return found


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
    if any(quizzes(markdown, page.file.src_path)):
        page.meta.setdefault("quiz", {})["enabled"] = True
    whole = page.file.content_string
    return "\n" * (whole.rstrip().count("\n") - markdown.rstrip().count("\n")) + markdown


def on_post_template(output_content: str, **_: Any) -> str:
    """404.html is not a page to mkdocs, but it has a search as well."""
    return on_post_page(output_content)


def on_post_page(output: str, **_: Any) -> str:
    """The theme's search is a dialog without a name; a screen reader wants one."""
    return output.replace(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="Search"',
    )
