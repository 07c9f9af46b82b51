"""The time axis below a timeline's rows: round numbers, and a hairline up from each."""

import svg

from scripts.draw import pen
from scripts.draw.plot import WIDTH
from scripts.draw.scale import Scale, plain, ticks
from scripts.draw.text import SMALL, width


def axis(scale: Scale, bottom: float, most: int) -> list[svg.Element]:
    """The axis at this height, in milliseconds. most: how many numbers there is room for."""
    found: list[svg.Element] = [pen.line((scale.left, bottom), (scale.right, bottom), "f-axis")]
    marks = ticks(scale.low, scale.high, most)
    for value in marks:
        x = scale.x(value)
        words = f"{plain(value)} ms" if value == marks[-1] else plain(value)
        at_end = x + width(words, SMALL) / 2 > WIDTH
        look = "f-small f-end" if at_end else "f-small f-middle"
        found += [
            pen.line((x, 0), (x, bottom + 5), "f-grid"),
            pen.text((WIDTH if at_end else x, bottom + 18), words, look),
        ]
    return found
