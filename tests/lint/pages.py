"""Pages of a line or two, for the rules of the lint."""

from pathlib import Path
from typing import Any

from scripts.lint import gate
from scripts.page import Page

PLACE = "docs/a.md"
GOOD = """\
<quiz id="reads" concept="races">
What does the second thread read?

- [x] The old balance
> Nothing was written yet.
- [ ] The new balance
> The write comes later.
- [ ] Nothing at all
> A read always gives a value.

Both read before either writes.
</quiz>
"""
TYPED = """\
<quiz id="types" kind="typed">
The balance is [[110]] in the end.

---
The run shows it.
</quiz>
"""


def page(body: str, path: Path | None = None, place: str = PLACE) -> Page:
    """A page of which the text is known; path: where it would lie."""
    return Page(path or Path(__file__), place, "a/", body)


def told(body: str, path: Path | None = None, **functions: Any) -> list[tuple[int, str]]:
    """Line and expectation of everything that the lint says of a page."""
    asked = gate.read(page(body, path), functions)
    return [(int(one.place.rpartition(":")[2]), one.expected) for one in gate.of_page(asked)]


def changed(old: str, new: str, quiz: str = GOOD) -> str:
    """A good quiz, except for one thing."""
    assert quiz.count(old) == 1, f"{old!r} stands {quiz.count(old)} times"
    return quiz.replace(old, new)
