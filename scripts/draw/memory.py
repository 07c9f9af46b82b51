"""Memory: an address space, high addresses at the top, drawn from lines of /proc/PID/maps."""

import math
from dataclasses import dataclass

import svg

from scripts.draw import hatch, pen
from scripts.draw.figure import Drawing, Figure, NotDrawable, Row, Table, Words, figure, figure_id
from scripts.draw.key import key
from scripts.draw.maps import NEAR, Block, blocks, regions
from scripts.draw.table import count
from scripts.draw.text import LEADING, SMALL, width, wrap

CAPTION = "The address space of one process: every thread sees all of it; the stacks are for one thread each."
HEADS = ("No.", "From", "To", "Size", "What", "Regions", "May")
LEFT, WIDE = 94, 232
LOW, HIGH, GAP, APART = 27.0, 58.0, 30, 3
KEYS = [("block", "for all threads"), ("own", "of one thread"), ("hatched", "nobody may touch it")]
UNITS = ("kB", "MiB", "GiB", "TiB")


@dataclass(frozen=True)
class Laid:
    """A block and its place; gap: bytes between it and what stands above."""

    block: Block
    top: float
    height: float
    gap: int


def memory(output: str, program: str, label: str = "") -> Figure:
    """What is mapped where. output: what the program printed.

    Raises NotDrawable when that has no line of /proc/PID/maps.
    """
    found = blocks(regions(output))
    if not found:
        raise NotDrawable(f"the output of {program} has no lines of /proc/PID/maps")
    laid = _laid_out(found[::-1])
    id = figure_id(program, "memory", label)
    words = Words(f"{program}: its address space", CAPTION, _told(laid))
    rows = tuple(Row(n, _cells(n, one.block)) for n, one in enumerate(laid))
    table = Table(HEADS, rows, f"The same {count(len(laid), 'block')} as a table")
    return figure("memory", id, _drawn(laid, id), words, table)


def _drawn(laid: list[Laid], id: str) -> Drawing:
    neutral = hatch.urls(id, ())[hatch.NEUTRAL]
    drawing: list[svg.Element] = [hatch.patterns(id, ())]
    for n, one in enumerate(laid):
        drawing += _gap(one)
        drawing.append(pen.group("il-event", _block(one, neutral), {"event": n}))
    bottom = laid[-1].top + laid[-1].height
    legend, height = key(_used(laid), 2, bottom + 14, LEFT + WIDE - 4, neutral)
    return drawing + legend, (LEFT + WIDE + 2.0, height + 2)


def _laid_out(found: list[Block]) -> list[Laid]:
    """From the top down."""
    laid: list[Laid] = []
    top, above = 2.0, found[0].stop
    for block in found:
        gap = above - block.stop
        top += GAP if gap >= NEAR else APART if laid else 0
        steps = math.log10(max(block.size, 1) / (256 << 10))
        least = len(_words(block)[0]) * LEADING + 11
        high = max(least, min(max(LOW, LOW + 9 * steps), HIGH))
        laid.append(Laid(block, top, high, gap))
        top, above = top + laid[-1].height, block.start
    return laid


def _block(one: Laid, neutral: str) -> list[svg.Element]:
    """The box, with its name and size; what nobody may touch is hatched."""
    block, top, high = one.block, one.top, one.height
    look = "f-own" if block.of_one_thread else "f-block"
    found: list[svg.Element] = [pen.rect((LEFT, top), WIDE, high, look, radius=3)]
    names, said = _words(block)
    first, room = top, high
    if block.closed:
        strip = _strip(block, high)
        # A guard lies below its stack; what an arena has in reserve lies above.
        below = block.regions[0].closed
        at = LEFT, top + high - strip if below else top
        closed = pen.rect(at, WIDE, strip, "f-hatched", radius=3)
        closed.fill = neutral
        found.append(closed)
        first, room = top + (0 if below else strip), high - strip
    baseline = first + (room - len(names) * LEADING) / 2 + 12.5
    found += [
        pen.text((LEFT + 10, baseline), names),
        pen.text((LEFT + WIDE - 10, baseline), said, "f-small f-end"),
        pen.text((LEFT - 8, top + high - 3), f"{block.start:x}", "f-address f-end"),
    ]
    return found


def _words(block: Block) -> tuple[list[str], str]:
    """Its name in lines, and its size."""
    said = bytes_of(block.size)
    return wrap(block.name, WIDE - 36 - width(said, SMALL)), said


def _strip(block: Block, high: float) -> float:
    """How high the hatched part is: true to its share only between these limits."""
    return max(6.0, min(high * 0.4, high * block.closed / block.size))


def _gap(one: Laid) -> list[svg.Element]:
    """Between blocks that lie far apart: not to scale, and said so."""
    if one.gap < NEAR:
        return []
    y = one.top - GAP / 2
    words = f"{bytes_of(one.gap)} not used"
    half = width(words, SMALL) / 2 + 8
    middle = LEFT + WIDE / 2
    return [
        pen.line((LEFT + 12, y), (middle - half, y), "f-guide"),
        pen.text((middle, y + 4), words, "f-small f-middle"),
        pen.line((middle + half, y), (LEFT + WIDE - 12, y), "f-guide"),
    ]


def _used(laid: list[Laid]) -> list[tuple[str, str]]:
    found = [one.block for one in laid]
    looks = {"own" if block.of_one_thread else "block" for block in found}
    looks |= {"hatched" for block in found if block.closed}
    return [(look, words) for look, words in KEYS if look in looks]


def _cells(n: int, block: Block) -> tuple[str, ...]:
    may = ", ".join(dict.fromkeys(region.may for region in block.regions))
    many = str(len(block.regions))
    edges = f"{block.start:x}", f"{block.stop:x}"
    return (str(n), *edges, bytes_of(block.size), block.name, many, may)


def bytes_of(size: float) -> str:
    """A size to two or three digits: "132 kB", "8 MiB", "42 TiB"."""
    value, unit = size / 1024, UNITS[0]
    for larger in UNITS[1:]:
        if value >= 1000:
            value, unit = value / 1024, larger
    return f"{value:,.0f} {unit}" if value >= 10 else f"{float(f'{value:.2g}'):g} {unit}"


def _told(laid: list[Laid]) -> str:
    """The description: from high addresses to low ones."""
    parts = [f"{one.block.name}, {bytes_of(one.block.size)}" for one in laid]
    known = (
        "The kernel does not say which memory is a thread’s stack:"
        " here it is what has a guard page below it, as glibc makes them."
        if any("thread" in one.block.kinds for one in laid)
        else ""
    )
    heights = "Heights and gaps are not to scale."
    return f"From high addresses to low ones: {'; '.join(parts)}. {heights} {known}".strip()
