"""The colophon: which interpreters and machines made what the book holds now."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.badge import Badge, badges
from scripts.card import gil, one_line, version
from scripts.explore.states import States
from scripts.program import Program
from scripts.recording import Recording
from scripts.template import templates

# "(main, May  9 2026, 07:35:25) [GCC 12.2.0]" of sys.version
BUILT = re.compile(r"\([^,()]*, (?P<day>\w+ +\d+ \d+), [\d:]+\) +\[(?P<with>[^\]]+)\]")
LEGEND = (
    Badge("same", "deterministic here", "every run on every interpreter printed the same text"),
    Badge("versions", "deterministic by version", "alike on each interpreter, not across them"),
    Badge("open", "open", "the runs are alike, and other endings are possible"),
    Badge("varies", "varies", "the runs printed different texts"),
    Badge("once", "one run", "nothing to compare it with"),
    Badge("bound", "bound to …", "what its output depends on: a system, a tool, a quiet machine"),
)


@dataclass(frozen=True)
class Shelf:
    """One program of the book with all that pages show of it."""

    program: Program
    recordings: Sequence[Recording]
    states: States | None = None


def colophon(shelves: Sequence[Shelf]) -> str:
    """The card of this build, in the look of the programs' cards."""
    recordings = [one for shelf in shelves for one in shelf.recordings]
    explored = [shelf.states for shelf in shelves if shelf.states]
    references = [one for one in recordings if one.reference]
    html = templates.get_template("colophon.html").render(
        sums=_sums(len(shelves), recordings, explored),
        interpreters=_interpreters(recordings),
        machines=_machines([*recordings, *explored]),
        elsewhere=len(references),
        all_here=not references,
        of=len(recordings),
    )
    return one_line(html)


def legend(shelves: Sequence[Shelf]) -> str:
    """Every badge, what it means, and how many programs wear it now; "one run" if any does."""
    worn = Counter(kind for shelf in shelves for kind in _kinds(shelf))
    rows = [(badge, worn[badge.kind]) for badge in LEGEND if badge.kind != "once" or worn["once"]]
    return one_line(templates.get_template("legend.html").render(rows=rows, of=len(shelves)))


def _kinds(shelf: Shelf) -> set[str]:
    return {one.kind for one in badges(shelf.program, shelf.recordings, shelf.states)}


def _sums(
    programs: int, recordings: Sequence[Recording], explored: Sequence[States]
) -> list[tuple[str, str]]:
    """What there is of everything, each with its words."""
    runs = sum(len(one.runs) for one in recordings)
    forced = sum(one.exploration.runs for one in explored)
    return [
        (f"{programs:,}", "programs"),
        (f"{runs:,}", "runs of them"),
        (f"{forced:,}", f"interleavings executed, for {len(explored)} programs"),
    ]


def _interpreters(recordings: Iterable[Recording]) -> list[dict[str, Any]]:
    """A row for each interpreter, and one more where references of it are shown."""
    groups: dict[tuple[bool, str, str, str], list[Recording]] = {}
    for one in recordings:
        told = (one.reference, version(one), gil(one), _built(one.interpreter["identity"]))
        groups.setdefault(told, []).append(one)
    rows = [
        {
            "version": name,
            "gil": has_gil,
            "built": built,
            "programs": len({one.program for one in found}),
            "runs": sum(len(one.runs) for one in found),
            "reference": reference,
        }
        for (reference, name, has_gil, built), found in groups.items()
    ]
    return sorted(rows, key=lambda row: (row["reference"], _number(row["version"]), row["built"]))


def _number(version: str) -> list[int | str]:
    """Sorts 3.9 before 3.11, and 3.13 before 3.13t."""
    return [int(part) if part.isdigit() else part for part in re.findall(r"\d+|t$", version)]


def _built(identity: str) -> str:
    found = BUILT.search(identity)
    return f"{' '.join(found['day'].split())}, {found['with']}" if found else "not told"


def _machines(made: Iterable[Recording | States]) -> list[dict[str, Any]]:
    """A row for each machine, and one more where references from it are shown."""
    groups: dict[tuple[bool, str, int, str], list[str]] = {}
    for one in made:
        m = one.machine
        key = (one.reference, m["processor"], m["cores"], m["system"])
        groups.setdefault(key, []).append(m["date"])
    return [
        {
            "cores": f"{cores} CPU{'s' if cores != 1 else ''}, {processor}",
            "system": system,
            "days": _days(min(days), max(days)),
            "recordings": len(days),
            "reference": reference,
        }
        for (reference, processor, cores, system), days in sorted(groups.items())
    ]


def _days(first: str, last: str) -> str:
    said = [f"{date.fromisoformat(day):%-d %b %Y}" for day in (first, last)]
    return said[0] if first == last else f"{said[0]} to {said[1]}"
