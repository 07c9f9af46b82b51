"""The seat: a program with the reader as its scheduler, as HTML.

docs/assets/explorer.js adds the walk. Without it, and on paper, the listing and
the table of endings stand by themselves.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.card import one_line
from scripts.ending import ROWS, endings, heading
from scripts.listing import lines
from scripts.program import Program
from scripts.template import templates

MISS = "Not this time."

Explored = tuple[Program, dict[str, Any], str]


@dataclass(frozen=True)
class Thread:
    """What one thread does next. state: ready, blocked, ended, or unborn."""

    slot: int
    letter: str
    state: str
    text: str


def seat(
    program: Program,
    states: dict[str, Any],
    url: str,
    goal: str,
    say: str,
    mended: Explored | None,
    wins: list[int],
    miss: str = MISS,
) -> str:
    """The explorer as HTML on one line, and its mended twin's under it.

    states: what scripts.explore --json tells; url: where the page finds the
    same; goal, say: the goal as an expression and as a sentence; wins: the
    numbers of the outcomes that reach it; miss: what to say of the others.
    """
    name = anchor(program.id)
    first = _context(name, program, states, url)
    first |= {"goal": f"explorer:{program.id}:{goal}", "say": _sentence(say)}
    seats = [first | {"wins": wins, "miss": miss, "mended": False}]
    if mended:
        second = _context(f"{name}-mended", *mended)
        seats.append(second | {"goal": "", "say": "", "wins": [], "miss": "", "mended": True})
    return one_line(templates.get_template("explorer.html").render(seats=seats))


def anchor(program: str) -> str:
    """The id of a program's seat, for addresses."""
    return "seat-" + program.replace("/", "-")


def _context(name: str, program: Program, states: dict[str, Any], url: str) -> dict[str, Any]:
    """What the template needs of one explored program."""
    graph = states["graph"]
    start = graph["nodes"][0] if graph else {"lines": [], "values": []}
    threads = _threads(states)
    return {
        "id": name,
        "program": program,
        "states": states,
        "url": url,
        "file_url": url.removesuffix(".states.json") + ".py",
        "lines": lines([(one["line"], one["text"]) for one in states["listing"]], start["lines"]),
        "threads": threads,
        "buttons": [one for one in threads if one.slot or _main_chooses(graph or {"nodes": []})],
        "shared": list(zip(graph["names"], start["values"], strict=True)) if graph else [],
        "endings": endings(states),
        "more": len(states["outcomes"]) - ROWS,
        "heading": heading(states),
        "where": _where(states),
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."


def _threads(states: dict[str, Any]) -> list[Thread]:
    """All threads before the first step; explorer.js says the same of every later moment."""
    if not states["graph"]:
        return []
    node = states["graph"]["nodes"][0]
    does = {slot: label for slot, label, _ in node["go"]}
    rows = []
    for slot, thread in enumerate(states["threads"]):
        if slot in does:
            state, text = "ready", does[slot] or "goes on"
        elif str(slot) in node["blocked"]:
            state, text = "blocked", node["blocked"][str(slot)]
        elif slot >= len(node["lines"]):
            state, text = "unborn", "is not started yet"
        else:
            state, text = "ended", "has ended"
        rows.append(Thread(slot, thread["letter"], state, text))
    return rows


def _main_chooses(graph: dict[str, Any]) -> bool:
    """Whether there is a moment in which the main thread can go on, or wait for another one."""
    return any(edge[0] == 0 for node in graph["nodes"] for edge in node["go"])


def _where(states: dict[str, Any]) -> str:
    """One line of provenance, as a card has."""
    interpreter, machine = states["interpreter"], states["machine"]
    day = date.fromisoformat(machine["date"])
    version = f"{interpreter['implementation']} {interpreter['version']}"
    return f"{version} · {machine['system']} · {day:%-d %b %Y}"
