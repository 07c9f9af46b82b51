"""What is headed: a page's third-level headings of one form, each with what stands below it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Headed(NamedTuple):
    """heading: the match; below: up to the next one or to a heading above it; line: its own."""

    heading: re.Match[str]
    below: str
    line: int


def headed(path: Path, form: re.Pattern[str]) -> Iterator[Headed]:
    """All of a page, in its order; none where there is no such page."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    headings = list(form.finditer(text))
    for at, heading in enumerate(headings):
        end = headings[at + 1].start() if headings[at + 1 :] else len(text)
        below = re.split(r"^## ", text[heading.end() : end], flags=re.M)[0].strip()
        yield Headed(heading, below, text.count("\n", 0, heading.start()) + 1)
