"""The table that the command prints: a line for each event."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scripts.plain import plain
from scripts.trace.outcome import Outcome


def report(outcome: Outcome) -> None:
    """Events and overhead on stdout."""
    trace = outcome.trace
    if trace is None:
        return
    screen = Console(highlight=False)
    overhead = trace.overhead
    took = (
        f"{overhead['traced']} s traced, {overhead['plain']} s plainly"
        if overhead["runs"]
        else "it hung"
    )
    screen.print(
        f"{trace.program} on {trace.label}: {len(trace.events)} events, {took}", markup=False
    )
    table = Table(box=None, pad_edge=False)
    for column in ("at", "strand", "line", "does", ""):
        table.add_column(column, justify="right" if column in ("at", "line") else "left")
    letters = [strand["letter"] for strand in trace.strands]
    for event in trace.events:
        line = str(event["line"] or "")
        table.add_row(
            f"{event['at']:.6f}",
            letters[event["strand"]],
            line,
            event["do"],
            Text(plain(event["text"])),
        )
    screen.print(table)
