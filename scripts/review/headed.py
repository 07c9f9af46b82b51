"""What is headed: a page's third-level headings of one form, each with what stands below it."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Headed(NamedTuple):
    """heading: the match; below: up to the next one or to a heading above it; line: its own."""

    heading: re.Match[str]
    below: str
    line: int


def headed(path: Path, form: re.Pattern[str]) -> tuple[Headed, ...]:
    """All of a page, in its order; none where there is no such page."""
    return _of(path.read_text(encoding="utf-8") if path.is_file() else "", form)


@lru_cache(maxsize=16)  # each link to a term asks for the glossary
def _of(text: str, form: re.Pattern[str]) -> tuple[Headed, ...]:
    headings = list(form.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    found = []
    for heading, end in zip(headings, ends, strict=False):
        below = re.split(r"^## ", text[heading.end() : end], flags=re.M)[0].strip()
        found.append(Headed(heading, below, text.count("\n", 0, heading.start()) + 1))
    return tuple(found)
