"""The view: what a reader sees of one moment of a run."""

import ast
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any

from scripts.explore.engine import world
from scripts.explore.engine.hooks import shown
from scripts.explore.engine.lock import Lock
from scripts.explore.engine.run import Run
from scripts.explore.engine.steps import Step
from scripts.explore.engine.strand import Strand

KEPT = 5_000  # moments; of a larger graph a reader would see nothing
SYNC = ("threading", "queue", "concurrent.futures.thread", "concurrent.futures._base")


class Viewer:
    """Looks at runs; names: the module's names whose values are shown."""

    def __init__(self, tree: ast.Module, steps: dict[ast.stmt, Step]) -> None:
        self.candidates = list(_shared(tree, steps))
        self.names: list[str] | None = None
        self.count = 0

    def look(self, run: Run, at_end: bool) -> dict[str, Any] | None:
        """The moment as plain data; None when there were too many already."""
        self.count += 1
        if self.count > KEPT and not at_end:
            return None
        if self.names is None:
            values = run.namespace
            self.names = [n for n in self.candidates if n not in values or _is_data(values[n])]
        called = Names(run)
        return {
            "lines": [world.line_of(strand.frame) or None for strand in run.strands],
            "values": [shown(run.namespace.get(name)) for name in self.names],
            "does": [called.label(strand) for strand in run.strands],
            "blocked": {
                strand.slot: called.reason(strand)
                for strand in run.strands
                if strand.holder is not None and not strand.can_go()
            },
        }


class Names:
    """What the program calls its locks and queues, at one moment."""

    def __init__(self, run: Run) -> None:
        self.found: dict[int, str] = {}
        for strand in reversed(run.strands):
            frame = strand.frame
            while frame is not None:
                if frame.f_code.co_filename == world.program:
                    self._add(frame.f_locals)
                frame = frame.f_back
        self._add(run.namespace)

    def _add(self, names: Any) -> None:
        for name, value in list(names.items()):
            if name.startswith("_interleave_") or name.startswith("__"):
                continue
            for path, one in _parts(name, value):
                self.found[id(one)] = path

    def of(self, thing: Any) -> str:
        """The name of an object."""
        return self.found.get(id(thing)) or f"a {type(thing).__name__.strip('_').lower()}"

    def label(self, strand: Strand) -> str:
        """What a thread does next."""
        kind = strand.kind
        if kind == "step":
            return world.steps[strand.step].label
        if kind == "join":
            return f"joins {letter(strand.wants.slot)}" if isinstance(strand.wants, Strand) else ""
        if kind in ("acquire", "release", "locked", "call"):
            thing, function = self._called(strand)
            words = {"acquire": "acquires", "__enter__": "acquires", "release": "releases",
                     "__exit__": "releases"}  # fmt: skip
            name = self.of(thing)
            return f"{words[function]} {name}" if function in words else f"{name}.{function}()"
        return {"sleep": "sleeps", "begin": "begins", "between": "goes on"}.get(kind, "")

    def reason(self, strand: Strand) -> str:
        """Why a thread cannot go on."""
        wants = strand.wants
        if isinstance(wants, Strand):
            return f"waits for the end of {letter(wants.slot)}"
        thing, function = self._called(strand)
        holder = wants.holder if wants is not None else None
        own = holder is strand
        if function in ("acquire", "__enter__") and not hasattr(thing, "_value"):
            held = (
                "which it holds itself"
                if own
                else f"held by {letter(holder.slot)}"
                if holder
                else ""
            )
            return f"waits for {self.of(thing)}, {held}"
        rest = "" if own or holder is None else f", whose lock {letter(holder.slot)} holds"
        return f"waits in {self.of(thing)}.{function}(){rest}"

    def _called(self, strand: Strand) -> tuple[Any, str]:
        """The object whose method a thread has called, and the method's name."""
        frame = strand.frame
        if frame is None or frame.f_code.co_filename == world.program or strand.call is None:
            thing = strand.wants if strand.kind == "step" else strand.about
            return thing, strand.kind if strand.kind != "step" else "acquire"
        outer = strand.call
        return outer.f_locals.get("self"), outer.f_code.co_name


def letter(slot: int) -> str:
    """A thread's short name: main, A, B and so on."""
    return chr(64 + slot) if slot else "main"


def _parts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """An object that threads wait for, with its name; and those one level inside."""
    if _is_sync(value):
        yield name, value
    elif isinstance(value, list | tuple) and len(value) < 100:
        yield from ((f"{name}[{i}]", one) for i, one in enumerate(value) if _is_sync(one))
    elif type(value) is dict and len(value) < 100:
        yield from ((f"{name}[{key!r}]", one) for key, one in value.items() if _is_sync(one))
    elif type(value).__module__ == "__main__":
        attributes = getattr(value, "__dict__", {})
        yield from ((f"{name}.{key}", one) for key, one in attributes.items() if _is_sync(one))


def _is_sync(value: Any) -> bool:
    return isinstance(value, Lock) or type(value).__module__ in SYNC


def _is_data(value: Any) -> bool:
    return not (_is_sync(value) or isinstance(value, ModuleType | FunctionType | type))


def _shared(tree: ast.Module, steps: dict[ast.stmt, Step]) -> Iterator[str]:
    """Names of the module that steps touch; without steps, that functions do."""
    inside = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
    places: list[ast.AST] = list(steps) if steps else list(inside)
    used = {n.id for place in places for n in ast.walk(place) if isinstance(n, ast.Name)}
    used |= {name for step in steps.values() for name in step.names}
    local = {id(n) for place in inside for n in ast.walk(place)}
    outer = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and id(n) not in local]
    for node in outer:
        if isinstance(node.ctx, ast.Store) and node.id in used:
            used.discard(node.id)
            yield node.id
