"""Explorations small enough to do by hand, for the tests of the seat."""

import copy
import json
from pathlib import Path
from typing import Any

from scripts.header import read
from scripts.program import Program
from scripts.seat import seat

States = dict[str, Any]
Node = dict[str, Any]

SOURCE = '''"""Two threads deposit."""

balance = 100


def deposit(amount):
    global balance
    seen = balance
    balance = seen + amount


a = Thread(target=deposit, args=(10,))
b = Thread(target=deposit, args=(10,))
a.join()
b.join()
print(f"balance {balance}")
'''
READS, WRITES, JOINS_A, JOINS_B, LAST = 8, 9, 14, 15, 16
GOAL, SAY, MISS = "balance == 110", "Lose a deposit", "Nothing was lost."


def program(name: str = "first/deposits") -> Program:
    """The program that all of them are said to be of."""
    place = f"snippets/{name}.py"
    return Program(name, Path(place), place, SOURCE, read(SOURCE, place))


def states(nodes: list[Node], outcomes: list[States], **changed: Any) -> States:
    """What scripts.explore --json tells of three threads, with what a test changes."""
    made = program()
    counts = [one["schedules"] for one in outcomes]
    return {
        "program": made.id,
        "key": "a key",
        "source": made.digest,
        "complete": True,
        "states": len(nodes),
        "schedules": None if None in counts else sum(counts),
        "outcomes": outcomes,
        "notes": [],
        "loose": [],
        "threads": [{"letter": one, "name": one} for one in ("main", "A", "B")],
        "graph": {
            "names": ["balance"],
            "outputs": ["", "balance 110\n", "balance 120\n"],
            "nodes": nodes,
        },
        "without_graph": "",
        "listing": [{"line": n, "text": text} for n, text in made.listing],
        "interpreter": {"implementation": "CPython", "version": "3.11.7"},
        "machine": {"system": "Linux 6.18", "date": "2026-11-21"},
    } | changed


def node(a: int | None, b: int | None, value: int, go: list[Any], **more: Any) -> Node:
    """One moment: where A and B stand, the balance, and who can go where."""
    main = JOINS_A if a else JOINS_B if b else None
    waits = {JOINS_A: "waits for the end of A", JOINS_B: "waits for the end of B"}
    blocked = {"0": waits[main]} if main else {}
    return {
        "lines": [main, a, b],
        "values": [str(value)],
        "go": go,
        "blocked": blocked | more.pop("blocked", {}),
        "output": 0,
        "end": "",
    } | more


def outcome(end: str, output: str, schedules: int | None, example: str, *waits: str) -> States:
    """One ending; example: "AAB"."""
    letters = ["main" if letter == "m" else letter for letter in example]
    return {
        "end": end,
        "output": output,
        "schedules": schedules,
        "example": letters,
        "waits": list(waits),
    }


def deposits() -> States:
    """Two threads that read and write: six schedules, of which four lose money."""
    r, w = READS, WRITES
    nodes = [
        node(r, r, 100, [[1, "reads 100", 1], [2, "reads 100", 2]]),
        node(w, r, 100, [[1, "writes 110", 3], [2, "reads 100", 4]]),
        node(r, w, 100, [[1, "reads 100", 4], [2, "writes 110", 5]]),
        node(None, r, 110, [[2, "reads 110", 6]]),
        node(w, w, 100, [[1, "writes 110", 7], [2, "writes 110", 8]]),
        node(r, None, 110, [[1, "reads 110", 9]]),
        node(None, w, 110, [[2, "writes 120", 10]]),
        node(None, w, 110, [[2, "writes 110", 11]]),
        node(w, None, 110, [[1, "writes 110", 11]]),
        node(w, None, 110, [[1, "writes 120", 10]]),
        node(None, None, 120, [], output=2, end="finished"),
        node(None, None, 110, [], output=1, end="finished"),
    ]
    lost = outcome("finished", "balance 110\n", 4, "ABBA")
    return states(nodes, [lost, outcome("finished", "balance 120\n", 2, "AABB")])


def mended() -> States:
    """The same with a lock: whoever comes first goes through."""
    held = {slot: {str(3 - slot): f"waits for lock, held by {' AB'[slot]}"} for slot in (1, 2)}
    nodes = [node(READS, READS, 100, [[1, "acquires lock", 1], [2, "acquires lock", 4]])]
    for slot, at, after in ((1, 1, 7), (2, 4, 9)):
        steps = [("reads 100", 100), ("writes 110", 100), ("releases lock", 110)]
        for i, (does, value) in enumerate(steps):
            to = at + i + 1 if i < 2 else after
            nodes.append(node(READS, READS, value, [[slot, does, to]], blocked=held[slot]))
    for slot, at in ((2, 7), (1, 9)):
        a, b = (None, READS) if slot == 2 else (READS, None)
        nodes.append(node(a, b, 110, [[slot, "acquires lock", at + 1]]))
        nodes.append(node(a, b, 110, [[slot, "goes through", 11]]))
    nodes.append(node(None, None, 120, [], output=2, end="finished"))
    return states(nodes, [outcome("finished", "balance 120\n", 2, "AAAABB")])


def deadlocked() -> States:
    """One step each, and nobody can go on."""
    waits = {"1": "waits for right, held by B", "2": "waits for left, held by A"}
    nodes = [
        node(READS, READS, 100, [[1, "acquires left", 1]]),
        node(WRITES, READS, 100, [[1, "runs through", 3], [2, "acquires right", 2]]),
        node(WRITES, WRITES, 100, [], blocked=waits, end="deadlock"),
        node(None, None, 100, [], output=2, end="finished"),
    ]
    told = [f"{' AB'[int(slot)]} {why}" for slot, why in waits.items()]
    stuck = outcome("deadlock", "", 1, "AB", *told)
    return states(nodes, [outcome("finished", "balance 120\n", 1, "AA"), stuck])


def spinning() -> States:
    """A flag that nobody lowers: once B has raised it, both look for ever."""
    nodes = [
        node(READS, READS, 100, [[1, "looks", 1], [2, "raises its flag", 2]]),
        node(None, None, 100, [], output=2, end="finished"),
        node(READS, WRITES, 100, [[1, "looks", 2], [2, "looks", 2]]),
    ]
    return states(
        nodes,
        [outcome("finished", "balance 120\n", 1, "A"), outcome("livelock", "", None, "B")],
    )


def unfinished() -> States:
    """An exploration that stopped at its bounds."""
    nodes = [
        node(READS, READS, 100, [[1, "counts", 1], [2, "stops", 2]]),
        node(READS, READS, 100, [[1, "counts on", -1], [2, "stops", 2]]),
        node(None, None, 100, [], output=1, end="finished"),
    ]
    ends = [outcome("finished", "balance 110\n", 2, "B")]
    notes = ["not complete: more than 3 states"]
    return states(nodes, ends, complete=False, notes=notes)


def main_chooses() -> States:
    """The main thread starts B when it likes."""
    nodes = [
        node(READS, READS, 100, [[0, "starts B", 1], [1, "writes 110", 2]], blocked={}),
        node(None, None, 120, [], output=2, end="finished"),
        node(None, None, 110, [], output=1, end="finished"),
    ]
    nodes[0] |= {"lines": [JOINS_A, READS], "blocked": {}}
    ends = [
        outcome("finished", "balance 110\n", 1, "A"),
        outcome("finished", "balance 120\n", 1, "m"),
    ]
    return states(nodes, ends)


def too_large() -> States:
    """So many states that there is no graph."""
    found = deposits()
    return found | {"graph": None, "without_graph": "more than 5,000 states"}


def html(
    found: States,
    url: str = "deposits.states.json",
    wins: tuple[int, ...] = (0,),
    twin: bool = False,
) -> str:
    """The seat; twin: with the mended program under it, whose file lies beside."""
    other = (program("first/mended"), mended() | {"program": "first/mended"}, "mended.states.json")
    return seat(program(), found, url, GOAL, SAY, other if twin else None, list(wins), MISS)


def write(folder: Path, found: States) -> None:
    """The files that the seat fetches."""
    twin = copy.deepcopy(mended()) | {"program": "first/mended"}
    (folder / "deposits.states.json").write_text(json.dumps(found), encoding="utf-8")
    (folder / "mended.states.json").write_text(json.dumps(twin), encoding="utf-8")
