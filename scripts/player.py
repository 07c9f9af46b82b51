"""The player: makes a figure of a traced run one that can be stepped through.

docs/assets/player.js does the stepping, and shows the program's lines meanwhile. It takes
them from the program's card; a figure whose page has no such card brings them along.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from scripts.card import anchor, one_line
from scripts.colour import coloured
from scripts.kept import kept
from scripts.program import Program
from scripts.template import templates

BEGIN, END = '<figure class="il-figure', "</figure>"
LISTING = re.compile(
    r'(?P<holder><div class="il-figure__listing"[^>]* data-card="(?P<card>[^"]*)"[^>]*>)<pre>.*?</pre>',
    re.DOTALL,
)
ID = re.compile(r'\A<figure class="il-card" id="(?P<id>[^"]*)"')


def playable(figure: str, program: Program) -> str:
    """The figure's HTML with a listing for the player. figure: from scripts.draw, on one line."""
    text = "\n".join(code for _, code in program.listing)
    listing = templates.get_template("listing.html").render(
        code=Markup(kept("coloured", text, lambda: coloured(text))),
        lines=ranges([number for number, _ in program.listing]),
        card=anchor(program.id),
    )
    begun = figure.replace(BEGIN, BEGIN.replace("<figure", "<figure data-player"), 1)
    before, end, after = begun.rpartition(END)
    return before + one_line(listing) + end + after


def ranges(numbers: Sequence[int]) -> str:
    """ "1-3 7" for 1, 2, 3 and 7."""
    rows = [
        [n for _, n in row] for _, row in groupby(enumerate(numbers), lambda one: one[1] - one[0])
    ]
    return " ".join(f"{row[0]}-{row[-1]}" if len(row) > 1 else f"{row[0]}" for row in rows)


def without_twins(pieces: Sequence[str]) -> list[str]:
    """The cards and figures of a page, these without the lines that a card has."""
    cards = {card["id"] for piece in pieces if (card := ID.match(piece))}

    def holder(found: re.Match[str]) -> str:
        return found["holder"] if found["card"] in cards else found[0]

    return [LISTING.sub(holder, piece) for piece in pieces]
