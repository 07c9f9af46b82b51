"""The timeline: a row for each strand, time to the right and to scale."""

from collections.abc import Iterable

import svg

from scripts.draw import hatch, pen
from scripts.draw.bands import Band, bands
from scripts.draw.crowded import Block, Grip
from scripts.draw.figure import Drawing, Figure, NotDrawable, Row, Table, Words, figure, figure_id
from scripts.draw.key import key, meanings
from scripts.draw.plot import OPEN, WIDTH, Plot, plot
from scripts.draw.scale import plain, ticks, unit_for
from scripts.draw.table import HEADS, at, count, event_rows, listed, nouns, who
from scripts.draw.text import SMALL, seconds, width
from scripts.draw.trace import Trace

MANY_HEADS = ("No.", "From", "Lasts", "Who", "State", "How many")
TICKS = 7


def timeline(trace: Trace, start: float | None = None, stop: float | None = None) -> Figure:
    """Who did what for how long. start, stop: seconds, to show a part; by default from when the
    program does something. Raises NotDrawable when there is nothing."""
    shown = plot(trace, _begins(trace) if start is None else start, stop)
    found = bands(shown)
    if not found:
        raise NotDrawable(f"{trace.program}: nothing happens in this part of the trace")
    part = "" if start is None and stop is None else f"-{start}-{stop}"
    id = figure_id(trace.program, "timeline", trace.label + part)
    urls = hatch.urls(id, [band.strand.letter for band in found])
    groups = _groups(shown, found, urls)
    words = Words(
        f"{trace.program}: who did what, and for how long",
        f"Each row is {nouns(trace)}; time runs to the right, to scale.",
        _told(shown, found),
    )
    return figure(
        "timeline", id, _drawn(shown, found, id, groups), words, _table(shown, found, groups)
    )


def _table(shown: Plot, found: list[Band], groups: Iterable[int]) -> Table:
    """The events; where they are too many, the blocks that are drawn."""
    if shown.crowded:
        rows = _many_rows(found)
        return Table(MANY_HEADS, rows, f"The same {count(len(rows), 'span')} as a table")
    rows = event_rows(shown.trace, [shown.trace.events[n] for n in groups])
    return Table(HEADS, rows, f"The same {count(len(rows), 'event')} as a table")


def _begins(trace: Trace) -> float:
    """Before, the interpreter only reads the program."""
    first = next((event for event in trace.events if event.do != "born"), None)
    return first.at if first else 0.0


def _groups(shown: Plot, found: list[Band], urls: dict[str, str]) -> dict[int, svg.G]:
    """By event, in true order, all that is drawn of it."""
    trace = shown.trace
    drawn: dict[int, list[svg.Element]] = {}
    for band in found:
        letter = band.strand.letter
        for n, elements in band.events(urls[letter]).items():
            other = trace.events[n].strand != band.strand.number
            own = [pen.group("", elements, {"strand": letter})] if other else elements
            drawn.setdefault(n, []).extend(own)
    middles = {band.strand.number: band.y for band in found}
    groups: dict[int, svg.G] = {}
    for n, elements in sorted(drawn.items()):
        event = trace.events[n]
        data: dict[str, object] = {"event": n, "strand": trace.letter(event.strand)}
        if shown.crowded:  # else the table has it
            data["line"] = event.line
        at = shown.scale.x(event.at), middles.get(event.strand, 0)
        groups[n] = pen.group("il-event", elements, data, at=at)
    return groups


def _drawn(shown: Plot, found: list[Band], id: str, groups: dict[int, svg.G]) -> Drawing:
    letters = [band.strand.letter for band in found]
    bottom = found[-1].bottom
    drawing: list[svg.Element] = [hatch.patterns(id, letters), *_axis(shown, bottom)]
    drawing += [element for band in found for element in band.head()]
    drawing += groups.values()
    looks = {block.look for band in found for block in band.blocks}
    looks |= {"held" for band in found if band.grips}
    said = meanings(shown.trace.has_tasks)
    wanted = [(look, said[look]) for look in said if look in looks]
    neutral = hatch.urls(id, letters)[hatch.NEUTRAL]
    legend, height = key(wanted, 2, bottom + 34, WIDTH - 4, neutral)
    return drawing + legend, (WIDTH, height + 2)


def _axis(shown: Plot, bottom: float) -> list[svg.Element]:
    """Hairlines at round moments, from top to bottom, with their numbers."""
    scale = shown.scale
    one, unit = unit_for(scale.high - scale.low)
    found: list[svg.Element] = [
        pen.line((scale.left, bottom), (scale.right + OPEN, bottom), "f-axis")
    ]
    marks = ticks(scale.low / one, scale.high / one, TICKS)
    for value in marks:
        x = scale.x(value * one)
        words = f"{plain(value)} {unit}" if value == marks[-1] else plain(value)
        at_end = x + width(words, SMALL) / 2 > WIDTH
        found += [
            pen.line((x, 0), (x, bottom + 5), "f-grid"),
            pen.text(
                (WIDTH if at_end else x, bottom + 18),
                words,
                "f-small f-end" if at_end else "f-small f-middle",
            ),
        ]
    return found


def _many_rows(found: list[Band]) -> tuple[Row, ...]:
    """A row for each block; what is held, where no block begins with the same event."""
    trace = found[0].plot.trace
    rows = {grip.event: _held(grip, trace) for band in found for grip in band.grips}
    rows |= {block.event: _row(block, trace) for band in found for block in band.blocks}
    return tuple(row for _, row in sorted(rows.items()))


def _held(grip: Grip, trace: Trace) -> Row:
    lasts = "to the end" if grip.stop is None else seconds(grip.stop - grip.start)
    name, many = who(trace, grip.strand), f"{grip.count:,}"
    cells = (str(grip.event), at(grip.start), lasts, name, f"holds {grip.what}", many)
    return Row(grip.event, cells)


def _row(block: Block, trace: Trace) -> Row:
    lasts = "to the end" if block.stop is None else seconds(block.stop - block.start)
    many = f"{block.count:,}, median {seconds(block.median)}" if block.count > 1 else "1"
    name = who(trace, block.strand)
    cells = (
        str(block.event),
        at(block.start),
        lasts,
        name,
        meanings(trace.has_tasks)[block.look],
        many,
    )
    return Row(block.event, cells)


def _told(shown: Plot, found: list[Band]) -> str:
    """The description."""
    scale, trace = shown.scale, shown.trace
    names = listed(band.strand.letter for band in found)
    part = (
        ""
        if scale.low <= _begins(trace) and shown.open_end
        else (f", from {seconds(scale.low)} to {seconds(scale.high)} of {seconds(trace.lasts)}")
    )
    numbers = "".join(f" {band.strand.letter}: {band.numbers}." for band in found if band.numbers)
    turns = (
        " A trace sees what threads do, not who has the processor: where several of one process"
        " could act, each is outlined."
        if trace.takes_turns
        else ""
    )
    return f"{names} over {seconds(scale.high - scale.low)}{part}.{numbers}{turns}"
