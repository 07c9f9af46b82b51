"""The player: makes a figure of a traced run one that can be stepped through.

docs/assets/player.js does the stepping. Here the figure gets the program's
listing, which stays hidden until then.
"""

from scripts.card import one_line
from scripts.listing import lines
from scripts.program import Program
from scripts.template import templates

BEGIN, END = '<figure class="il-figure', "</figure>"


def playable(figure: str, program: Program) -> str:
    """The figure's HTML with a listing for the player. figure: from scripts.draw, on one line."""
    listing = templates.get_template("listing.html").render(lines=lines(program.listing))
    begun = figure.replace(BEGIN, BEGIN.replace("<figure", "<figure data-player"), 1)
    before, end, after = begun.rpartition(END)
    return before + one_line(listing) + end + after
