"""Every figure that the tests draw, by name."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from scripts.book import ROOT
from scripts.draw import (
    VIEWS,
    Bar,
    Figure,
    Series,
    Value,
    Words,
    chart,
    from_json,
    gantt,
    memory,
    sequence,
    slices,
    timeline,
    waits_told,
)
from scripts.draw.sequence import MOST
from tests.draw.telling import SAMPLES, sample

NOBODY_WAITS = ("words",)


def _of_sample(view: str, name: str) -> Figure:
    return VIEWS[view](sample(name))


def _of_samples() -> dict[str, Callable[[], Figure]]:
    told = sorted(path.stem for path in SAMPLES.glob("*.txt"))
    recorded = sorted(path.name.split(".")[0] for path in SAMPLES.glob("*.trace.json"))
    names = [*told, *recorded]
    return {
        f"{view}-{name}": partial(_of_sample, view, name)
        for view in VIEWS
        for name in names
        if not (view == "waits" and name in NOBODY_WAITS)
    }


def _recorded(path: Path) -> Figure:
    trace = from_json(json.loads(path.read_text(encoding="utf-8")))
    return sequence(trace) if len(trace.events) <= MOST else timeline(trace)


def _of_snippets() -> dict[str, Callable[[], Figure]]:
    """What pages may show: every trace that is kept beside its program."""
    paths = sorted((ROOT / "snippets").glob("*/recorded/*.trace.json"))
    return {str(path.relative_to(ROOT)): partial(_recorded, path) for path in paths}


def _memory() -> Figure:
    return memory((SAMPLES / "two_threads.maps").read_text(encoding="utf-8"), "samples/two_threads")


SLICES = """
both at once: 0.0 ms of 500

slice A 0.0 4.1 ms
slice B 4.1 9.3 ms
slice A 9.3 14.2 ms
slice main 14.2 14.25 ms
slice B 14.3 60.0 ms
"""


def _slices() -> Figure:
    return slices(SLICES, "samples/slices", "3.13t")


def _gantt() -> Figure:
    bars = [
        Bar("A", "runs", 0, 0, 4),
        Bar("B", "runs", 1, 0, 12.5),
        Bar("C", "ready", -1, 0, 4),
        Bar("A", "ready", -1, 4, 8),
        Bar("C", "runs", 0, 4, 8),
        Bar("A", "runs", 0, 8, 20),
        Bar("C", "sleeps", -1, 8, 20),
    ]
    words = Words("Three tasks on two CPUs", "Who runs when.", "A, B and C over 20 ms.")
    return gantt("samples-gantt", words, bars, "ABC", 20, 2)


def _explored() -> Figure:
    sentences = [
        "main waits for the end of A",
        "A waits for p, held by B",
        "B waits for q, held by A",
        "C waits for q, held by A",
        "D waits for r, which it holds itself",
    ]
    return waits_told(sentences, "samples/explored")


def _bars() -> Figure:
    lost = {"3.8": 812_345, "3.9": 431_002, "3.10": 0, "3.13": 0, "3.13t": 1_204_500}
    values = tuple(Value(at, n, n * 0.9, n * 1.1) for at, n in lost.items())
    return chart("samples/lost", "Lost additions of two million", [Series("lost", values)])


def _two_bars() -> Figure:
    names = ("a thread", "a process that is forked", "a process that is spawned", "a task")
    first = Series("started", tuple(map(Value, names, (52, 840, 41_000, 3))))
    second = Series("started and joined", tuple(map(Value, names, (71, 1_900, 44_000.5, 4.25))))
    return chart("samples/cost", "What it costs to start one", [first, second], unit="µs")


def _lines() -> Figure:
    return chart(
        "samples/share",
        "The share of the processor by nice value",
        [
            Series("measured", tuple(Value(n, 50 / 1.25**n, 48 / 1.25**n, 55 / 1.25**n) for n in range(20))),
            Series("computed", tuple(Value(n, 52 / 1.27**n) for n in range(20))),
        ],
        unit="per cent",
        along="nice value",
        kind="lines",
    )  # fmt: skip


def _log_lines() -> Figure:
    sizes = [10**n for n in range(1, 9)]
    names = ("queue", "pipe", "shared memory")
    return chart(
        "samples/sharing",
        "Passing bytes to another process",
        [
            Series(name, tuple(Value(size, i * 12 + size / (1e3 * (i + 1) ** 3)) for size in sizes))
            for i, name in enumerate(names, 1)
        ],
        unit="µs",
        along="bytes",
        kind="lines",
        log="xy",
    )


FIGURES: Mapping[str, Callable[[], Figure]] = {
    **_of_samples(),
    **_of_snippets(),
    "memory-two_threads": _memory,
    "waits-explored": _explored,
    "timeline-slices": _slices,
    "timeline-gantt": _gantt,
    "chart-bars": _bars,
    "chart-two_bars": _two_bars,
    "chart-lines": _lines,
    "chart-log_lines": _log_lines,
}
