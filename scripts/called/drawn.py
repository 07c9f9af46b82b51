"""Figures drawn for pages, as HTML: from what programs printed, from traces, from facts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from scripts import draw
from scripts.called.figures import Part, listed
from scripts.recording import Recording
from scripts.trace.trace import Trace


def of_output(view: str, name: str, label: str, output: str, where: str, caption: str) -> str:
    """What the program itself printed: its memory, or its slices of time. Raises NotDrawable."""
    drawer = draw.memory if view == "memory" else draw.slices
    return _html(replace(drawer(output, name, label), where=where), caption)


def of_trace(view: str, shown: Trace, part: Part, caption: str) -> str:
    """A view of a traced run. Raises NotDrawable."""
    traced = draw.from_json(shown.as_json())
    first, last = part
    if view == "sequence":
        figure = draw.sequence(traced, int(first or 0), None if last is None else int(last))
    elif view == "timeline":
        figure = draw.timeline(traced, first, last)
    else:
        figure = draw.VIEWS[view](traced)
    return _html(replace(figure, where=_traced(shown)), caption)


def of_facts(
    recordings: Mapping[str, Recording],
    called: Mapping[str, str],
    kind: draw.Kind,
    own: str,
    title: str,
    unit: str,
    along: str,
    log: str,
    where: str,
    caption: str,
) -> str:
    """A chart of facts, each under the words that it is called by. Raises KeyError, ValueError."""
    series = _lines(recordings, called, along) if kind == "lines" else _bars(recordings, called)
    figure = draw.chart(own, title, series, unit=unit, along=along, kind=kind, log=log)
    return _html(replace(figure, where=where), caption)


def _traced(shown: Trace) -> str:
    """Where the trace comes from, and what tracing cost."""
    machine, interpreter = shown.machine, shown.interpreter
    day = date.fromisoformat(machine["date"])
    name = f"{interpreter['implementation']} {interpreter['version']}"
    cost = "it ran until it was stopped"
    if shown.overhead["plain"] is not None:
        plain, traced = shown.overhead["plain"], shown.overhead["traced"]
        cost = f"{traced:.2f} s with the tracer, {plain:.2f} s without"
    reference = "reference trace · " if shown.reference else ""
    return f"{reference}{name} · {machine['system']} · {cost} · {day:%-d %b %Y}"


def _html(figure: draw.Figure, caption: str) -> str:
    return draw.html(replace(figure, caption=caption) if caption else figure)


def _bars(recordings: Mapping[str, Recording], called: Mapping[str, str]) -> list[draw.Series]:
    """One series for each fact over interpreters; for one interpreter, its facts side by side."""
    if len(recordings) == 1:
        (one,) = recordings.values()
        values = tuple(_value(one, fact, label) for fact, label in called.items())
        return [draw.Series("", values)]
    return [
        draw.Series(name, tuple(_value(one, fact, label) for label, one in recordings.items()))
        for fact, name in called.items()
    ]


def _value(recording: Recording, fact: str, at: str) -> draw.Value:
    """The fact of the run that pages show, between the least and the most of all runs."""
    every = [float(run["facts"][fact]) for run in recording.runs]
    return draw.Value(at, every[recording.shown], min(every), max(every))


def _lines(
    recordings: Mapping[str, Recording], called: Mapping[str, str], along: str
) -> list[draw.Series]:
    """One line for each fact that is a list, over the list named along."""
    found = []
    for label, one in recordings.items():
        for fact, name in called.items():
            pairs = zip(listed(one, along), listed(one, fact), strict=True)
            said = f"{name}, {label}" if len(recordings) > 1 else name
            found.append(draw.Series(said, tuple(draw.Value(x, y) for x, y in pairs)))
    return found
