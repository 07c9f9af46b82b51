"""The listing: a program's lines in colour, each with its number, for scripts to point at."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.colour import coloured
from scripts.kept import kept


@dataclass(frozen=True)
class Line:
    """A line of the listing; threads: those whose next line it is."""

    number: int
    indent: int
    code: Markup
    threads: list[int]


def lines(listing: Sequence[tuple[int, str]], cursors: Sequence[int | None] = ()) -> list[Line]:
    """The lines that a page shows. cursors: by thread, the number of its next line."""
    text = "\n".join(code for _, code in listing)
    html = kept("coloured", text, lambda: coloured(text))
    colours = html.split("\n")
    return [
        Line(
            number=number,
            indent=len(code) - len(code.lstrip()),
            code=Markup(own),
            threads=[slot for slot, at in enumerate(cursors) if at == number],
        )
        for (number, code), own in zip(listing, colours, strict=True)
    ]
