"""The cases of tests/samples/quizzes, built by mkdocs and mkdocs-quiz as they come, without us."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from os import chdir
from pathlib import Path
from shutil import copytree

from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.lint import gate
from scripts.page import read
from scripts.problem import Problem
from tests.conftest import SAMPLES

QUIZZES = SAMPLES / "quizzes"
SETTINGS = """\
site_name: Cases
theme:
  name: null
  custom_dir: theme
plugins:
  - mkdocs_quiz
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - pymdownx.superfences
  - pymdownx.details
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.blocks.admonition
  - pymdownx.snippets:
      base_path: [docs]
      check_paths: true
validation:
  nav:
    omitted_files: ignore
  links:
    not_found: warn
"""
PAGE = "<!doctype html><html><body><article>{{ page.content }}</article></body></html>"


def names(kind: str) -> list[str]:
    """The cases of one kind: silent, loud or right."""
    return sorted(path.stem for path in (QUIZZES / kind).glob("*.md"))


@cache
def built(*kinds: str) -> dict[str, str]:
    """The HTML of all cases of some kinds, by name, from one strict build."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for kind in kinds:
            copytree(QUIZZES / kind, root / "docs", dirs_exist_ok=True)
        site = _build(root)
        return {path.parent.name: _article(path) for path in site.glob("*/index.html")}


def built_alone(kind: str, name: str) -> str:
    """The HTML of one case. Raises what a strict build raises."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "docs" / "index.md").write_bytes((QUIZZES / kind / f"{name}.md").read_bytes())
        return _article(_build(root) / "index.html")


def refused(kind: str, name: str, of_kind: str = "") -> list[Problem]:
    """What the lint says of a case whose quizzes have ids, as ours must, and maybe a kind."""
    path = QUIZZES / kind / f"{name}.md"
    page = read(path, QUIZZES, path.name)
    return gate.of_page(gate.read(replace(page, body=identified(page.body, of_kind)), {}))


def identified(text: str, of_kind: str = "") -> str:
    """A page with an id in every tag, and maybe a kind."""
    said = f' kind="{of_kind}"' if of_kind else ""
    lines = [
        line.replace("<quiz>", f'<quiz id="q-{at}"{said}>') if line.strip() == "<quiz>" else line
        for at, line in enumerate(text.split("\n"))
    ]
    return "\n".join(lines)


def _build(root: Path) -> Path:
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text(PAGE, encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    with _in(root):  # snippets look below the working directory
        build(load_config(str(root / "mkdocs.yml"), strict=True))
    return root / "site"


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    chdir(folder)
    try:
        yield
    finally:
        chdir(before)


def _article(path: Path) -> str:
    """What the page shows, without the style and the scripts of the plugin."""
    return path.read_text(encoding="utf-8").split("<style", 1)[0]
