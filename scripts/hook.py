"""What has to happen while mkdocs renders; everything else happens before it."""

import re
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from scripts import assets, kept
from scripts.book import Book
from scripts.compiled import Compiled, template
from scripts.piece import Pieces
from scripts.problem import Problem
from scripts.publish import feed, moved, programs, search
from scripts.publish.describe import description
from scripts.publish.history import Past, pasts
from scripts.publish.place import place
from scripts.quiz import numbered
from scripts.quiz.publish import CATALOGUE, Published, fragments, settings
from scripts.remembered import Made, Remembered, memory

ISOLATED = "<interleave-door"
# What this build has seen of quizzes; while serving, one build follows another.
published = Published()
pieces = Pieces()
# A page's content while the search reads a shorter one.
whole: dict[str, str] = {}
# What git knows of each page; asked once a build.
past: dict[str, Past] = {}
# Pages that are as the last build made them.
again: dict[str, Remembered] = {}
Context = dict[str, Any]
SEARCH = re.compile(r'\s?data-search-\w+="[^"]+"')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin with no quizzes and no pieces; without a repository nothing can be edited."""
    published.clear()
    pieces.clear()
    again.clear()
    kept.folder.cache_clear()
    past.clear()
    past.update(pasts(_book(config)))
    if not config.repo_url:
        config.edit_uri = None
    # The theme names what it keeps in the browser by this; by default each depth of
    # folders has a script of its own for that, and the policy would have to name them all.
    config.extra["scope"] = urlsplit(config.site_url or "").path or "/"
    _keep_compiled(config.plugins["macros"])
    return config


def _keep_compiled(macros: Any) -> None:
    """Let mkdocs-macros compile a page only when its text is another."""

    def from_string(text: str) -> Template:
        return template(macros.env, text, f"macros/{macros.page.file.src_uri}")

    macros.env.from_string = from_string


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish every program and what pages show of its runs; the feed, and old addresses."""
    for name, path in programs.files(_book(config)).items():
        files.append(File.generated(config, f"programs/{name}", abs_src_path=str(path)))
    for name, text in _beside(files, config).items():
        files.append(File.generated(config, name, content=text))
    return files


def _beside(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Small files of the site's own, by name. Tells the theme whether there is a feed."""
    site = config.site_url or ""
    told = feed.feed(site, config.site_name, config.extra["chapters"], past)
    config.extra["feed"] = feed.FILE if told else ""
    there = [file.url.removeprefix("./") for file in files.documentation_pages()]
    try:
        made = moved.pages(config.extra.get("moved") or {}, there, site)
    except Problem as problem:
        raise PluginError(str(problem)) from None
    made["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n"
    return made | ({feed.FILE: told} if told else {})


def _book(config: MkDocsConfig) -> Book:
    return Book(Path(config.config_file_path).parent)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep compiled templates: compiling the theme's is a third of a small build.

    They lose the lines that hold nothing but a statement, which each page would carry.
    """
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = Compiled()
    search_plugin: Any = config.plugins["material/search"]
    for one in memory:
        one.read_once(search_plugin.search_index)
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Let the navigation show where the chapters will be that are not written yet.

    They lead to their place on the landing page's map. Chapters may stand in parts.
    """
    published.order = list(nav.pages)
    there = {page.url for page in nav.pages}
    written = {item.title: item for item in nav.items}
    chapters: list[dict[str, Any]] = config.extra["chapters"]
    home = nav.items[0]
    nav.items = [home]
    for chapter in chapters:
        if chapter["title"] in written:
            nav.items.append(written.pop(chapter["title"]))
        elif chapter.get("page") not in there:
            nav.items.append(Link(chapter["title"], f"./#{chapter['id']}"))
    nav.items += [item for item in written.values() if item is not home]
    return nav


@event_priority(100)
def number_lines(markdown: str, /, page: Page, **_: Any) -> str:
    """Before the macros: every line, and every quiz, with the number it has in the file.

    mkdocs-macros counts lines from after the front matter. Blank lines in its
    place make every line number the file's own.
    """
    for one in memory:
        if known := one.find(markdown, page):
            again[page.file.src_uri] = known
            return ""
    whole = page.file.content_string
    blank = "\n" * (whole.rstrip().count("\n") - markdown.rstrip().count("\n"))
    return numbered(blank + markdown)


@event_priority(-50)
def take_out_quizzes(markdown: str, /, page: Page, **_: Any) -> str:
    """After the macros. mkdocs-quiz itself is off on every page: it would add its scripts."""
    if known := again.get(page.file.src_uri):
        published.note(page.file.src_uri, known.made.quizzes)
        published.listed[page.file.src_uri] = known.made.listed
        return markdown
    return published.take_out(markdown, page, f"docs/{page.file.src_uri}")


@event_priority(-60)
def take_out_pieces(markdown: str, /, page: Page, **_: Any) -> str:
    """After the quizzes, which look at what is in them."""
    if known := again.get(page.file.src_uri):
        pieces.taken[page.file.src_uri] = known.made.pieces
        return markdown
    return pieces.take_out(markdown, page.file.src_uri)


on_page_markdown = CombinedEvent(number_lines, take_out_quizzes, take_out_pieces)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put pieces and quizzes back, these rendered."""
    name = page.file.src_uri
    if known := again.get(name):
        return known.given_to(page, files)
    html = pieces.put_in(html, name)
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= pieces.anchors(name)
    html = published.put_in(html, page, fragments(page, config, files), settings(config))
    for one in memory:
        parts = published.quizzes[name], published.listed[name], pieces.taken[name]
        one.keep(page, Made(html, *parts))
    return html


@event_priority(100)
def shorten_for_search(context: Context, /, page: Page, **_: Any) -> Context:
    """Before the search reads the page."""
    whole[page.file.src_uri] = page.content or ""
    page.content = pieces.for_search(page.content or "", page.file.src_uri)
    return context


@event_priority(-100)
def make_whole(context: Context, /, page: Page, **_: Any) -> Context:
    """After it; without its marks, which it would have taken out itself."""
    page.content = SEARCH.sub("", whole.pop(page.file.src_uri))
    return context


def on_template_context(context: Context, **_: Any) -> Context:
    """Tell the sitemap when pages changed."""
    context["past"] = past
    return context


@event_priority(-110)
def tell_the_theme(context: Context, /, page: Page, config: MkDocsConfig, **_: Any) -> Context:
    """What the page is about, when it changed, and where it stands; of the page as it is again."""
    meta: dict[str, Any] = dict(page.meta)
    chapters: list[dict[str, Any]] = config.extra["chapters"]
    about = description(page.url, meta, page.content or "", chapters)
    meta["description"] = escape(about or config.site_description or "")
    meta["changed"] = past.get(page.file.src_uri)
    page.meta = meta
    context["place"] = place(page, chapters)
    return context


on_page_context = CombinedEvent(shorten_for_search, make_whole, tell_the_theme)


def on_post_build(config: MkDocsConfig) -> None:
    """Write down which quizzes there are, for a reader's progress, and make files small."""
    path = Path(config.site_dir) / CATALOGUE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(published.catalogue(), encoding="utf-8")
    search.part(Path(config.site_dir))
    try:
        assets.publish(Path(config.docs_dir), Path(config.site_dir))
    except Problem as problem:
        raise PluginError(str(problem)) from None


def on_post_template(output_content: str, **_: Any) -> str:
    """404.html is not a page to mkdocs, but it has a search as well."""
    return on_post_page(output_content)


def on_post_page(output: str, **_: Any) -> str:
    """The theme's search is a dialog without a name; a screen reader wants one.

    On a page that its helper isolates, the search's worker has to come out of the
    helper's folder: browsers refuse others there.
    """
    if ISOLATED in output:
        output = output.replace('"search": "', '"search": "search.js?', 1)
    return output.replace(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="Search"',
    )
