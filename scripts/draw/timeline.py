"""The timeline: a row for each strand, time to the right and to scale."""

import svg

from scripts.draw import hatch, pen
from scripts.draw.bands import OPEN, WIDTH, Band, Plot, bands, plot
from scripts.draw.crowded import Block
from scripts.draw.figure import Figure, Row, figure_id, picture
from scripts.draw.key import WORDS, key
from scripts.draw.scale import plain, ticks, unit_for
from scripts.draw.table import HEADS, at, count, event_rows, listed, nouns, who
from scripts.draw.text import SMALL, seconds, width
from scripts.draw.trace import Trace

MANY_HEADS = ("No.", "From", "Lasts", "Who", "State", "How many")
TICKS = 7


def timeline(trace: Trace, start: float | None = None, stop: float | None = None) -> Figure:
    """Who did what for how long. start, stop: seconds, to show a part; by default from when the
    program does something."""
    shared = plot(trace, _begins(trace) if start is None else start, stop)
    found = bands(shared)
    part = (
        ""
        if start is None and stop is None
        else f"-{start or 0:g}-{trace.lasts if stop is None else stop:g}"
    )
    id = figure_id(trace.program, "timeline", trace.label + part)
    title = f"{trace.program}: who did what, and for how long"
    desc = _told(shared, found)
    letters = [band.strand.letter for band in found]
    urls = hatch.urls(id, letters)
    groups = _groups(shared, found, urls)
    drawing, size = _drawn(shared, found, id, groups)
    rows = (
        _many_rows(found)
        if shared.crowded
        else event_rows(trace, [trace.events[n] for n in groups])
    )
    return Figure(
        view="timeline",
        id=id,
        svg=picture(id, size, (title, desc), drawing),
        width=size[0],
        title=title,
        caption=f"Each row is {nouns(trace)}; time runs to the right, to scale.",
        desc=desc,
        heads=MANY_HEADS if shared.crowded else HEADS,
        rows=rows,
        told=f"The same {count(len(rows), 'span' if shared.crowded else 'event')} as a table",
    )


def _begins(trace: Trace) -> float:
    """Before, the interpreter only reads the program."""
    first = next((event for event in trace.events if event.do != "born"), None)
    return first.at if first else 0.0


def _groups(shared: Plot, found: list[Band], urls: dict[str, str]) -> dict[int, svg.G]:
    """By event, in true order, all that is drawn of it."""
    trace = shared.trace
    drawn: dict[int, list[svg.Element]] = {}
    for band in found:
        letter = band.strand.letter
        for n, elements in band.events(urls[letter]).items():
            other = trace.events[n].strand != band.strand.number
            own = [pen.group("", elements, {"strand": letter})] if other else elements
            drawn.setdefault(n, []).extend(own)
    groups: dict[int, svg.G] = {}
    for n, elements in sorted(drawn.items()):
        event = trace.events[n]
        data = {"event": n, "line": event.line, "strand": trace.letter(event.strand)}
        groups[n] = pen.group("il-event", elements, data)
    return groups


def _drawn(
    shared: Plot, found: list[Band], id: str, groups: dict[int, svg.G]
) -> tuple[list[svg.Element], tuple[float, float]]:
    letters = [band.strand.letter for band in found]
    bottom = found[-1].bottom
    drawing: list[svg.Element] = [hatch.patterns(id, letters), *_axis(shared, bottom)]
    drawing += [element for band in found for element in band.head()]
    drawing += groups.values()
    looks = {block.look for band in found for block in band.blocks}
    looks |= {"held" for band in found if band.held}
    wanted = [(look, words) for look, words in WORDS.items() if look in looks]
    neutral = hatch.urls(id, letters)[hatch.NEUTRAL]
    legend, height = key(wanted, 2, bottom + 34, WIDTH - 4, neutral)
    return drawing + legend, (WIDTH, height + 2)


def _axis(shared: Plot, bottom: float) -> list[svg.Element]:
    """Hairlines at round moments, from top to bottom, with their numbers."""
    scale = shared.scale
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
    trace = found[0].plot.trace
    events: dict[int, Row] = {}
    for band in found:
        for block in band.blocks:
            events[block.event] = Row(block.event, _cells(block, trace))
        for hold in band.held:
            if hold.got not in events:
                start = trace.events[hold.got]
                lasts = (
                    ""
                    if hold.released is None
                    else seconds(trace.events[hold.released].at - start.at)
                )
                name = who(trace, hold.strand)
                cells = (str(hold.got), at(start.at), lasts, name, f"holds {hold.what}", "1")
                events[hold.got] = Row(hold.got, cells)
    return tuple(row for _, row in sorted(events.items()))


def _cells(block: Block, trace: Trace) -> tuple[str, ...]:
    lasts = "to the end" if block.stop is None else seconds(block.stop - block.start)
    many = f"{block.count:,}, median {seconds(block.median)}" if block.count > 1 else "1"
    name = who(trace, block.strand)
    return str(block.event), at(block.start), lasts, name, WORDS[block.look], many


def _told(shared: Plot, found: list[Band]) -> str:
    """The description."""
    scale, trace = shared.scale, shared.trace
    names = listed(band.strand.letter for band in found)
    part = (
        ""
        if scale.low <= _begins(trace) and shared.open_end
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
