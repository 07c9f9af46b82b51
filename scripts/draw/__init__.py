"""Figures: traces, outputs and facts as SVG, drawn without a browser."""

from collections.abc import Callable

from scripts.draw.chart import Kind, chart
from scripts.draw.figure import Figure, NotDrawable, Words, html
from scripts.draw.gantt import Bar, gantt
from scripts.draw.memory import memory
from scripts.draw.sequence import sequence
from scripts.draw.series import Series, Value
from scripts.draw.slices import slices
from scripts.draw.states import states
from scripts.draw.timeline import timeline
from scripts.draw.trace import DamagedTrace, Trace, from_json
from scripts.draw.waits import waits, waits_told

# What a page may ask of a trace.
VIEWS: dict[str, Callable[[Trace], Figure]] = {
    "sequence": sequence,
    "timeline": timeline,
    "waits": waits,
    "states": states,
}

__all__ = [
    "VIEWS",
    "Bar",
    "DamagedTrace",
    "Figure",
    "Kind",
    "NotDrawable",
    "Series",
    "Trace",
    "Value",
    "Words",
    "chart",
    "from_json",
    "gantt",
    "html",
    "memory",
    "sequence",
    "slices",
    "states",
    "timeline",
    "waits",
    "waits_told",
]
