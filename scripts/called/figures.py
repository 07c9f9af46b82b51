"""Macros that draw: diagrams of traced runs, charts of facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scripts import draw
from scripts.called.place import Place, wrong
from scripts.called.runs import Runs
from scripts.program import Program, load_id
from scripts.recording import Recording
from scripts.trace import trace


@dataclass(frozen=True)
class Figures:
    """Answers from traces, and from the recordings that runs has read."""

    place: Place
    runs: Runs
    # Read once for each build, as recordings are.
    known: dict[tuple[str, str], draw.Trace] = field(default_factory=dict)

    def diagram(
        self, name: str, view: str = "sequence", on: str | None = None, caption: str = ""
    ) -> str:
        """A figure of one run. caption: one sentence, what to see in it."""
        try:
            return _html(self._drawn(name, view, on), caption)
        except (draw.NoMaps, draw.NobodyWaits) as error:
            raise wrong(name, f"something to draw as {view}", str(error), "trace") from None

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
        every = list(self.runs.recorded(name)[1])
        where = [on] if isinstance(on, str) else list(on or every)
        recordings = {label: self.runs.one(name, label) for label in where}
        called = dict(zip(names, labels or names, strict=True))
        try:
            if kind == "lines":
                series = _lines(recordings, called, along)
            else:
                series = _bars(recordings, called)
            own = "/".join([name, *names])
            figure = draw.chart(
                own, title or name, series, unit=unit, along=along, kind=kind, log=log
            )
        except (KeyError, draw.NoNumbers, ValueError) as error:
            have = ", ".join(fact.name for fact in load_id(name, self.place.book).header.facts)
            raise wrong(name, f"facts that are numbers, of {have}", str(error)) from None
        return _html(figure, caption)

    def _drawn(self, name: str, view: str, on: str | None) -> draw.Figure:
        if view == "memory":
            recording = self.runs.one(name, on)
            return draw.memory(recording.output, name, recording.label)
        if view not in draw.VIEWS:
            views = ", ".join([*draw.VIEWS, "memory"])
            raise wrong(name, f"view= one of {views}", f"view={view!r}", "trace")
        program, label = self._asked(name, on)
        return draw.VIEWS[view](self._trace(program, label))

    def _asked(self, name: str, on: str | None) -> tuple[Program, str]:
        """The program, and the label whose trace is meant."""
        program = load_id(name, self.place.book)
        labels = program.header.trace
        if not labels:
            seen = "a page draws a run of it"
            raise wrong(name, "trace = true in its header", seen, "trace")
        label = on or (labels[0] if len(labels) == 1 else "")
        if label not in labels:
            seen = f"on={on!r}" if on else "no on="
            raise wrong(name, f"on= one of {', '.join(labels)}", seen, "trace")
        return program, label

    def _trace(self, program: Program, label: str) -> draw.Trace:
        asked = program.id, label
        if asked not in self.known:
            shown = trace.shown(program, label, self.place.book)
            self.known[asked] = draw.from_json(shown.as_json())
        return self.known[asked]


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
            pairs = zip(_list(one, along), _list(one, fact), strict=True)
            said = f"{name}, {label}" if len(recordings) > 1 else name
            found.append(draw.Series(said, tuple(draw.Value(x, y) for x, y in pairs)))
    return found


def _list(recording: Recording, fact: str) -> list[float]:
    value = recording.fact(fact)
    return [float(one) for one in (value if isinstance(value, list) else [value])]
