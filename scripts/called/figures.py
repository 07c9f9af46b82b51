"""Macros that draw: diagrams of traced runs, charts of facts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from scripts.called.place import Place, wrong
from scripts.called.runs import Runs
from scripts.card import version, where
from scripts.kept import kept
from scripts.player import playable
from scripts.program import Program, load_id
from scripts.recording import Recording
from scripts.trace import trace
from scripts.trace.trace import Trace

VIEWS = ("sequence", "timeline", "waits", "states")  # what a page may ask of a trace
PLAYED = ("sequence", "timeline")  # views that a reader can step through
Part = tuple[float | None, float | None]


@dataclass(frozen=True)
class Figures:
    """Answers from traces, and from the recordings that runs has read.

    What draws is imported where it is called: that takes a fifth of a second, and a
    build in which nothing is new draws nothing.
    """

    place: Place
    runs: Runs
    # Read once for each build, as recordings are.
    known: dict[tuple[str, str], Trace] = field(default_factory=dict)

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
                return self._of_output(name, view, on, caption)
            html = self._of_trace(program, view, on, (first, last), caption)
        except ValueError as error:  # there is nothing to draw, or too much
            raise wrong(name, f"something to draw as {view}", str(error), "trace") from None
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
        kind: Literal["bars", "lines"] = "bars",
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
        versions = sorted({version(one) for one in recordings.values()})
        seen = where(*recordings.values()) if len(recordings) == 1 else ", ".join(versions)
        words = own, title or name, unit, along, log, f"From recorded runs: {seen}.", caption
        runs = [(label, one.shown, one.runs) for label, one in recordings.items()]

        def draw() -> str:
            from scripts.called.drawn import of_facts

            return of_facts(recordings, called, kind, *words)

        try:
            return kept("chart", (kind, words, called, runs), draw)
        except (KeyError, ValueError) as error:
            have = ", ".join(fact.name for fact in load_id(name, self.place.book).header.facts)
            raise wrong(name, f"facts that are numbers, of {have}", str(error)) from None

    def _chosen(self, name: str, on: str | Sequence[str] | None) -> dict[str, Recording]:
        """The recordings on these interpreters, or on all."""
        labels = [on] if isinstance(on, str) else list(on or self.runs.recorded(name)[1])
        return {label: self.runs.one(name, label) for label in labels}

    def _of_output(self, name: str, view: str, on: str | None, caption: str) -> str:
        """Drawn from what the program itself printed."""
        recording = self.runs.one(name, on)
        said = f"From its output: {where(recording)}."
        own = name, recording.label, recording.output, said, caption

        def draw() -> str:
            from scripts.called.drawn import of_output

            return of_output(view, *own)

        return kept(f"output/{view}", own, draw)

    def _of_trace(
        self, program: Program, view: str, on: str | None, part: Part, caption: str
    ) -> str:
        """Drawn from a trace, once while neither it nor our code changes."""
        if view not in VIEWS:
            views = ", ".join([*VIEWS, "memory"])
            raise wrong(program.id, f"view= one of {views}", f"view={view!r}", "trace")
        shown = self._trace(program, self._asked(program, on))
        own = shown.seal, shown.reference, part, caption

        def draw() -> str:
            from scripts.called.drawn import of_trace

            return of_trace(view, shown, part, caption)

        return kept(f"trace/{view}", own, draw)

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

    def _trace(self, program: Program, label: str) -> Trace:
        asked = program.id, label
        if asked not in self.known:
            self.known[asked] = trace.shown(program, label, self.place.book)
        return self.known[asked]


def listed(recording: Recording, fact: str) -> list[float]:
    """A fact as numbers, whether there are several or one."""
    value = recording.fact(fact)
    return [float(one) for one in (value if isinstance(value, list) else [value])]
