"""The key below a figure: what its looks mean, in few words."""

import svg

from scripts.draw import pen
from scripts.draw.text import SMALL, width

SWATCH, LINE, APART = 20, 18, 16
WORDS = {
    "filled": "acts",
    "outlined": "could act",
    "hatched": "waits",
    "dotted": "sleeps",
    "dense": "many short ones",
    "held": "holds a lock",
}


def meanings(tasks: bool) -> dict[str, str]:
    """What looks mean. A trace does not see for which task another one waits."""
    return WORDS | ({"outlined": "could act, or awaits"} if tasks else {})


def key(
    looks: list[tuple[str, str]], left: float, top: float, room: float, hatch: str
) -> tuple[list[svg.Element], float]:
    """Swatches with words, in as many lines as they need; gives the bottom as well.

    looks: the look and its words; hatch: the url of a neutral pattern.
    """
    found: list[svg.Element] = []
    x, y = left, top
    for look, words in looks:
        needs = SWATCH + 6 + width(words, SMALL)
        if x > left and x + needs > left + room:
            x, y = left, y + LINE
        middle = y + LINE / 2
        found += [*swatch(look, x, middle, hatch), pen.text((x + SWATCH + 6, middle + 4), words)]
        x += needs + APART
    return [pen.group("f-key f-small", found)], y + LINE


def swatch(look: str, x: float, y: float, hatch: str, wide: float = SWATCH) -> list[svg.Element]:
    """A small sample of a look, from x on and about y."""
    if look in ("waits", "holds"):
        tip = x + wide, y
        return [pen.line((x, y), (tip[0] - 6, y), f"f-{look}"), pen.arrowhead(tip, (x, y))]
    if look in ("dotted", "held"):
        return [pen.line((x, y), (x + wide, y), f"f-{look}")]
    high = 10 if look in ("hatched", "dense", "block", "own") else 6
    box = pen.rect((x, y - high / 2), wide, high, f"f-{look}")
    if look == "hatched":
        box.fill = hatch
    return [box]
