"""Settings of mkdocs-quiz that it would ignore or misread without a word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from scripts.problem import Problem

FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?\n)---\n", re.DOTALL)
OF_A_PAGE: dict[str, type] = {
    "enabled": bool,
    "show_correct": bool,
    "auto_submit": bool,
    "disable_after_submit": bool,
    "auto_number": bool,
    "shuffle_answers": bool,
    "show_progress": bool,
    "language": str,
}
POSITIONS = ("top", "bottom")


def of_page(path: Path, place: str) -> Iterator[Problem]:
    """What is wrong with a page's front matter, and with `quiz:` in it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    try:
        table = _front_matter(path)
    except ConfigurationError as error:
        yield _unreadable(place, error)
        return
    for key, value in table.items():
        line = _line(lines, key)
        if key != "quiz" and re.fullmatch(r"quiz\w*", key, re.IGNORECASE):
            yield _wrong(place, line, "the key quiz", f"{key!r}, which nobody reads")
        elif key == "quiz" and not isinstance(value, dict):
            yield _wrong(place, line, "keys below it, such as enabled: false", f"quiz: {value!r}")
        elif key == "quiz":
            yield from _of_table(value, place, lines)


def of_site(path: Path, place: str) -> Iterator[Problem]:
    """What is wrong with the plugin's settings in mkdocs.yml."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    names, options = _plugin(yaml_load(text).get("plugins", []))
    if "mkdocs_quiz" not in names:
        return
    if "macros" in names and names.index("macros") > names.index("mkdocs_quiz"):
        expected = "macros before mkdocs_quiz, so that quizzes may call them"
        yield _wrong(place, _line(lines, "- macros"), expected, "it comes after")
    position = options.get("progress_sidebar_position", "top")
    if position not in POSITIONS:
        line = _line(lines, "progress_sidebar_position")
        yield _wrong(place, line, " or ".join(POSITIONS), f"{position!r}")
    if options.get("embed_source", True):
        line = _line(lines, "embed_source") or _line(lines, "- mkdocs_quiz")
        yield _wrong(place, line, "embed_source: false", "the key would stand in every page")


def _of_table(table: dict[str, Any], place: str, lines: list[str]) -> Iterator[Problem]:
    for key, value in table.items():
        wanted = OF_A_PAGE.get(key)
        if wanted is None:
            known = ", ".join(OF_A_PAGE)
            yield _wrong(place, _line(lines, key), f"one of {known}", f"{key!r}")
        elif not isinstance(value, wanted):
            expected = "true or false" if wanted is bool else "a language"
            yield _wrong(place, _line(lines, key), expected, f"{key}: {value!r}")


def _front_matter(path: Path) -> dict[str, Any]:
    match = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    found = yaml_load(match["yaml"]) if match else {}
    return found if isinstance(found, dict) else {}


def _unreadable(place: str, error: ConfigurationError) -> Problem:
    """Front matter that is no YAML: mkdocs would print it at the top of the page."""
    mark = getattr(error.__context__, "problem_mark", None)
    seen = getattr(error.__context__, "problem", None) or str(error)
    expected = "front matter in YAML: quotes round a text with a colon"
    return _wrong(place, mark.line + 2 if mark else 1, expected, seen)


def _plugin(plugins: list[Any]) -> tuple[list[str], dict[str, Any]]:
    """The names of the plugins in order, and what is set for mkdocs_quiz."""
    tables: list[dict[str, Any]] = [one if isinstance(one, dict) else {one: {}} for one in plugins]
    names = [str(name) for table in tables for name in table]
    options = next((one["mkdocs_quiz"] for one in tables if "mkdocs_quiz" in one), None)
    return names, options or {}


def _line(lines: list[str], key: str) -> int:
    """The number of the first line that begins with this key, or 0."""
    numbers = (n for n, line in enumerate(lines, 1) if line.strip().startswith(key))
    return next(numbers, 0)


def _wrong(place: str, line: int, expected: str, seen: str) -> Problem:
    line = line or 1
    command = f"sed -n {line}p {place}"
    return Problem(f"{place}:{line}", expected=expected, seen=seen, command=command)
