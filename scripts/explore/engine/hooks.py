"""What the instrumented program calls: before and after its labelled lines."""

import builtins
import sys
import threading
from types import FrameType
from typing import Any

from scripts.explore.engine import visible, world
from scripts.explore.engine.lock import Lock

PLAIN = (str, int, float, bool, type(None), list, tuple, dict, set, frozenset)
LONGEST = 40  # characters of one value


def step(number: int, lock: object = None, absorbs: bool = False) -> bool:
    """The thread stands before a labelled statement.

    lock: what the statement begins by acquiring; absorbs: its first operation
    on a lock belongs to this stop. Gives True, to stand in a while's test.
    """
    run = world.run
    strand = run.current
    if strand is None:
        return True
    frame = sys._getframe(1)
    strand.in_program()
    strand.stand("step", frame, _primitive(lock), step=number)
    run.stop(strand)
    if absorbs:
        strand.absorb = number
    if run.fresh:
        run.told = filled(number, frame)
    return True


def _primitive(lock: Any) -> Lock | None:
    """The lock that acquiring this one waits for: its own, of a condition, of an RLock."""
    lock = getattr(lock, "_lock", lock)
    if getattr(lock, "_owner", threading.get_ident()) != threading.get_ident():
        lock = lock._block
    return lock if isinstance(lock, Lock) else None


def told(number: int) -> None:
    """A labelled statement is done: its label, with the names as they are now."""
    run = world.run
    if run.fresh and run.current is not None:
        run.told = filled(number, sys._getframe(1))


def quiet() -> None:
    """What follows directly (start, join, sleep) is no stop: another stop follows it."""
    strand = world.run.current
    if strand is not None:
        strand.quiet_next = True


def between() -> None:
    """After starts and joins that were no stops: one, if others are still at work."""
    run = world.run
    strand = run.current
    if strand is None or not strand.after:
        return
    strand.after = False
    if any(other.holder is not None and other is not strand for other in run.strands):
        strand.in_program()
        strand.stand("between", sys._getframe(1))
        run.stop(strand)


def filled(number: int, frame: FrameType) -> str:
    """A step's label with values in the place of names."""
    texts = []
    for part in world.steps[number].parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        try:
            value = eval(part, frame.f_globals, dict(frame.f_locals))
        except Exception:
            texts.append("…")  # not there yet
            continue
        texts.append(shown(value))
    return "".join(texts)


def shown(value: object) -> str:
    """A value as print shows it; of anything but plain data, its type."""
    text = str(value) if plain(value) else f"a {type(value).__name__}"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def plain(value: object, depth: int = 3) -> bool:
    """Whether a value is plain data all through, and not large."""
    if type(value) not in PLAIN or depth == 0:
        return False
    if isinstance(value, dict):
        return len(value) < 20 and all(plain(x, depth - 1) for kv in value.items() for x in kv)
    if isinstance(value, list | tuple | set | frozenset):
        return len(value) < 20 and all(plain(x, depth - 1) for x in value)
    return not isinstance(value, int) or abs(value) < 10**LONGEST


NAMES = {
    "__interleave_step__": step,
    "__interleave_told__": told,
    "__interleave_quiet__": quiet,
    "__interleave_between__": between,
    "__interleave_iter__": iter,
    **{f"__interleave_{name}__": function for name, function in visible.CALLS.items()},
}


def install() -> None:
    """Make the calls known to the program without touching its own names."""
    for name, function in NAMES.items():
        setattr(builtins, name, function)
