"""Badges: whether a program's output is the same again, and what it is bound to.

Both are read from what is recorded and from the header; nobody writes them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.explore.states import States
from scripts.header import Header
from scripts.program import Program
from scripts.recording import Recording

Kind = Literal["same", "versions", "open", "varies", "once", "bound"]
NEEDS = {
    "linux": "Linux",
    "root": "root",
    "realtime": "real-time priorities",
    "not root": "an ordinary user",
    "strace": "strace",
    "cc": "a C compiler",
    "ptrace": "leave to look into processes",
}


@dataclass(frozen=True)
class Badge:
    """One badge: kind chooses its shape, word names it, said tells what was seen."""

    kind: Kind
    word: str
    said: str


def badges(
    program: Program, recordings: Sequence[Recording], states: States | None = None
) -> list[Badge]:
    """What a card shows, in order. states: all interleavings, where they were executed."""
    found = [_of_runs(recordings, states), _of_header(program.header)]
    return [one for one in found if one]


def _of_runs(recordings: Sequence[Recording], states: States | None) -> Badge | None:
    """None where older recordings do not settle it."""
    texts = [one.texts() for one in recordings]
    kept = [text for one in texts for text in one or []]
    runs = sum(len(one.runs) for one in recordings)
    if None in texts:
        return Badge("varies", "varies", "the runs differ") if _facts_differ(recordings) else None
    if runs == 1:
        return Badge("once", "one run", "there is nothing to compare it with")
    if len(set(kept)) == 1:
        return _alike(runs, recordings[0].output, states)
    if all(one and len(one) > 1 and len(set(one)) == 1 for one in texts):
        said = f"alike on each, {len(set(kept))} texts on {len(recordings)} interpreters"
        return Badge("versions", "deterministic by version", said)
    return Badge("varies", "varies", f"{len(set(kept))} different texts in {runs} runs")


def _alike(runs: int, output: str, states: States | None) -> Badge:
    """All runs printed this; what all interleavings say may be more, or something else."""
    said = f"{runs} of {runs} runs alike"
    if states is None:
        return Badge("same", "deterministic here", said)
    found = states.exploration
    endings = {(one.end, one.output) for one in found.outcomes}
    if len(endings) > 1:
        return Badge("open", "open", f"{said}, but {len(endings)} endings are possible")
    if found.word() == "certain" and endings == {("finished", output)}:
        return Badge("same", "deterministic", f"{said}, and certain in every order")
    return Badge("same", "deterministic here", said)


def _facts_differ(recordings: Sequence[Recording]) -> bool:
    return any(run["facts"] != one.runs[0]["facts"] for one in recordings for run in one.runs)


def _of_header(header: Header) -> Badge | None:
    bound = [NEEDS.get(need) or _cores(need) for need in header.needs]
    bound += ["a quiet machine"] if header.lane == "alone" else []
    bound += [word for word in header.command.split()[:1] if not word.startswith("{")]
    bound += [re.split(r"[^\w.-]", one)[0] for one in header.dependencies]
    return Badge("bound", "bound to", ", ".join(bound)) if bound else None


def _cores(need: str) -> str:
    """ "2 cores" for "cores >= 2"."""
    return f"{need.rpartition(' ')[2]} cores"
