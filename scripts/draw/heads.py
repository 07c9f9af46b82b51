"""Heads of a sequence: frames of processes with their titles, and a chip for each strand."""

import svg

from scripts.draw import pen
from scripts.draw.lanes import CHIP, FRAME, Frame, Lane, chip_width, frame_title
from scripts.draw.text import SMALL, shortened

TITLE = 36
HEAD = CHIP + 10


def frame(one: Frame, bottom: float) -> list[svg.Element]:
    """The frame round the lanes of one process, and its title."""
    name, rest = frame_title(one.process)
    return [
        pen.rect((one.left, 1), one.right - one.left, bottom - 1, "f-frame", radius=5),
        pen.text((one.left + FRAME, 16), name, "f-small f-bold"),
        pen.text((one.left + FRAME, 30), rest, "f-small"),
    ]


def chip(letter: str, x: float, y: float) -> svg.G:
    """A letter in its frame, or a word in a longer one that begins at the same place."""
    wide = chip_width(letter)
    left = x - CHIP / 2
    return pen.group(
        "f-chip",
        [
            pen.rect((left, y - CHIP / 2), wide, CHIP, radius=5),
            pen.text((left + wide / 2, y + 4.3), letter),
        ],
        {"strand": letter},
    )


def head(lane: Lane, top: float, bottom: float) -> list[svg.Element]:
    """The chip over a lane, its name, and a faint guide down to where its rail begins."""
    y = top + CHIP / 2 + 1
    found: list[svg.Element] = [
        pen.line((lane.x, y), (lane.x, bottom), "f-guide"),
        chip(lane.strand.letter, lane.x, y),
    ]
    start = lane.x - CHIP / 2 + chip_width(lane.strand.letter) + 5
    name = shortened(lane.name, lane.right - 6 - start, SMALL) if lane.name else ""
    if name not in ("", "…"):
        found.append(pen.text((start, y + 4), name, "f-small"))
    return found
