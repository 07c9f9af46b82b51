"""Macros that draw: diagrams of traced runs, charts of facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scripts import draw
from scripts.called.place import Place, wrong
from scripts.called.runs import Runs
from scripts.card import version, where
from scripts.player import playable
from scripts.program import Program, load_id
from scripts.recording import Recording
from scripts.trace import trace
from scripts.trace.trace import Trace

PLAYED = ("sequence", "timeline")  # views that a reader can step through


@dataclass(frozen=True)
class Figures:
    """Answers from traces, and from the recordings that runs has read."""

    place: Place
    runs: Runs
    # Read once for each build, as recordings are.
    known: dict[tuple[str, str], tuple[Trace, draw.Trace]] = field(default_factory=dict)

    def diagram(
        self,
        name: str,
        view: str = "sequence",
        on: str | None = None,
        caption: str = "",
        first: float | None = None,
        last: float | None = None,
    ) -> str:
        """A figure of one run. caption: one sentence, what to see in it.

        first, last: of a sequence, the numbers of events; of a timeline, seconds.
        """
        program = load_id(name, self.place.book)
        try:
            if view == "memory" or (view == "timeline" and not program.header.trace):
                return _html(self._of_output(name, view, on), caption)
            figure = self._of_trace(program, view, on, first, last)
        except draw.NotDrawable as error:
            raise wrong(name, f"something to draw as {view}", str(error), "trace") from None
        html = _html(figure, caption)
        return playable(html, program) if view in PLAYED else html

    def chart(
        self,
        name: str,
        facts: str | Sequence[str],
        on: str | Sequence[str] | None = None,
        labels: Sequence[str] = (),
        unit: str = "",
        title: str = "",
        caption: str = "",
        kind: draw.Kind = "bars",
        along: str = "",
        log: str = "",
    ) -> str:
        """Facts of one program as a figure: several facts, or one on several interpreters.

        labels: what to call the facts; along: what the bars are, or, for lines,
        the fact with the numbers below; log: "x", "y" or "xy", for lines.
        """
        names = [facts] if isinstance(facts, str) else list(facts)
        recordings = self._chosen(name, on)
        called = dict(zip(names, labels or names, strict=True))
        own = "/".join([name, *names])
        try:
            series = (
                _lines(recordings, called, along) if kind == "lines" else _bars(recordings, called)
            )
            figure = draw.chart(
                own, title or name, series, unit=unit, along=along, kind=kind, log=log
            )
        except (KeyError, ValueError) as error:
            have = ", ".join(fact.name for fact in load_id(name, self.place.book).header.facts)
            raise wrong(name, f"facts that are numbers, of {have}", str(error)) from None
        versions = sorted({version(one) for one in recordings.values()})
        seen = where(*recordings.values()) if len(recordings) == 1 else ", ".join(versions)
        return _html(replace(figure, where=f"From recorded runs: {seen}."), caption)

    def _chosen(self, name: str, on: str | Sequence[str] | None) -> dict[str, Recording]:
        """The recordings on these interpreters, or on all."""
        labels = [on] if isinstance(on, str) else list(on or self.runs.recorded(name)[1])
        return {label: self.runs.one(name, label) for label in labels}

    def _of_output(self, name: str, view: str, on: str | None) -> draw.Figure:
        """Drawn from what the program itself printed."""
        recording = self.runs.one(name, on)
        drawn = draw.memory if view == "memory" else draw.slices
        figure = drawn(recording.output, name, recording.label)
        return replace(figure, where=f"From its output: {where(recording)}.")

    def _of_trace(
        self, program: Program, view: str, on: str | None, first: float | None, last: float | None
    ) -> draw.Figure:
        if view not in draw.VIEWS:
            views = ", ".join([*draw.VIEWS, "memory"])
            raise wrong(program.id, f"view= one of {views}", f"view={view!r}", "trace")
        label = self._asked(program, on)
        shown, traced = self._trace(program, label)
        if view == "sequence":
            upto = None if last is None else int(last)
            figure = draw.sequence(traced, int(first or 0), upto)
        elif view == "timeline":
            figure = draw.timeline(traced, first, last)
        else:
            figure = draw.VIEWS[view](traced)
        return replace(figure, where=_traced(shown))

    def _asked(self, program: Program, on: str | None) -> str:
        """The label whose trace is meant."""
        labels = program.header.trace
        if not labels:
            seen = "a page draws a run of it"
            raise wrong(program.id, "trace = true in its header", seen, "trace")
        label = on or (labels[0] if len(labels) == 1 else "")
        if label not in labels:
            seen = f"on={on!r}" if on else "no on="
            raise wrong(program.id, f"on= one of {', '.join(labels)}", seen, "trace")
        return label

    def _trace(self, program: Program, label: str) -> tuple[Trace, draw.Trace]:
        asked = program.id, label
        if asked not in self.known:
            shown = trace.shown(program, label, self.place.book)
            self.known[asked] = shown, draw.from_json(shown.as_json())
        return self.known[asked]


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


def listed(recording: Recording, fact: str) -> list[float]:
    """A fact as numbers, whether there are several or one."""
    value = recording.fact(fact)
    return [float(one) for one in (value if isinstance(value, list) else [value])]
