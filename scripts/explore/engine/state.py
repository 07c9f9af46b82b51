"""The state of a run: everything that could make it go on differently.

Where each thread stands (function, instruction, names, what it waits for), all
that the program's names lead to, what was printed, the files in the folder.
Where a thread keeps values that no name leads to, the place its last stretch
started from stands for them: what followed from there is always the same.
"""

import os
import sys
import threading
from hashlib import blake2b
from marshal import dumps
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

from scripts.explore.engine import world
from scripts.explore.engine.calls import called_by, is_engine, place
from scripts.explore.engine.kinds import Unordered
from scripts.explore.engine.lock import Lock
from scripts.explore.engine.refuse import Refused
from scripts.explore.engine.run import Run
from scripts.explore.engine.sites import Sites
from scripts.explore.engine.strand import Strand
from scripts.explore.engine.walk import Walk

# Functions of libraries that keep values which their names do not tell.
CLOSED = frozenset(
    {
        "Future._invoke_callbacks", "wait",
        "as_completed", "_yield_finished_futures", "_create_and_install_waiters",
    }
)  # fmt: skip

# What every thread runs in: the thread itself, already in the state, says it all.
SAME = frozenset(
    {threading.Thread.run.__code__, vars(threading.Thread)["_bootstrap_inner"].__code__}
)


class State:
    """Gives keys to states; knows the program's sites and the libraries' code."""

    def __init__(self, sites: Sites, libraries: list[ModuleType]) -> None:
        self.sites = sites
        self.files = {str(module.__file__) for module in libraries}

    def key_of(self, run: Run) -> tuple[bytes | None, str]:
        """The key of a run's present state; None, and what is in the way."""
        walk = Walk(self.generator)
        try:
            walk.out += [("run", run.errors), repr(world.counts), "".join(run.output)]
            walk.mapping("names", [(k, v) for k, v in run.namespace.items() if k != "__builtins__"])
            walk.values("hooks", (threading.excepthook, sys.excepthook, sys.stdout, sys.stderr))
            for strand in run.strands:
                self._strand(walk, strand)
            _files(walk)
        except Unordered:
            run.refused = Refused(0, "has objects in a set, whose order changes with each run")
        except RecursionError:
            return None, "data too deep to follow"
        if walk.unknown:
            return None, walk.unknown
        return blake2b(dumps(walk.out, 2), digest_size=16).digest(), ""

    def _strand(self, walk: Walk, strand: Strand) -> None:
        if strand.holder is None:
            walk.out.append(("ended", bool(strand.thread and strand.thread.daemon)))
            return
        walk.out.append(("strand", strand.kind, strand.step, strand.timed, strand.clock))
        if isinstance(strand.wants, Lock):
            walk.value(strand.wants)
        elif isinstance(strand.wants, Strand):
            walk.out.append(("end of", strand.wants.slot))
        walk.value(strand.thread)
        walk.value(strand.handled)
        if strand.stack is None:
            strand.stack = self._stack(strand.frame)
        closed = False
        for frame, function, is_closed in strand.stack:
            closed = closed or is_closed
            if frame.f_code not in SAME:
                self._frame(walk, frame, function)
                walk.out.append(frame is strand.call)
        if closed:
            walk.out.append(strand.origin)

    def _frame(self, walk: Walk, frame: FrameType, function: FunctionType | None) -> None:
        walk.code(frame.f_code)
        walk.out.append(place(frame.f_code, frame.f_lasti))
        if function is not None and function.__closure__:
            walk.values("closure", function.__closure__)
        if frame.f_locals is not frame.f_globals:
            walk.mapping("locals", frame.f_locals.items())

    def _stack(self, top: FrameType | None) -> list[tuple[FrameType, FunctionType | None, bool]]:
        """The frames of a thread: with the function that each runs, and whether each
        keeps values unseen."""
        stack: list[tuple[FrameType, FunctionType | None, bool]] = []
        frame, above = top, None
        while frame is not None and not is_engine(frame.f_code):
            found, closed = self._callee(frame, above)
            if stack and _has_cells(stack[-1][0].f_code):
                before = stack[-1]
                stack[-1] = (before[0], found, before[2] or found is None)
            stack.append((frame, None, closed))
            above = frame.f_code
            frame = frame.f_back
        if stack and _has_cells(stack[-1][0].f_code):
            stack[-1] = (stack[-1][0], None, True)
        return stack

    def _callee(self, frame: FrameType, above: CodeType | None) -> tuple[FunctionType | None, bool]:
        """The function that a frame has called, if it runs the code above; None for ours.

        With it, whether the frame keeps values unseen while that runs.
        """
        code = frame.f_code
        if code.co_filename in self.files:
            return _called_by_library(frame, above), code.co_qualname in CLOSED
        if code.co_filename != world.program:
            return None, True
        for site in self.sites.at(code, frame.f_lasti):
            for found in called_by(frame, site):
                runs = getattr(found, "__code__", found)
                if runs is not None and (is_engine(runs) if above is None else runs is above):
                    return found if isinstance(found, FunctionType) else None, not site.is_open
        return None, True

    def generator(self, walk: Walk, x: Any) -> None:
        """Add a generator that stands at a yield."""
        frame = x.gi_frame
        if frame is None or x.gi_running:
            walk.out.append(("generator", frame is None))
            return
        code = frame.f_code
        trusted = code.co_filename in self.files and code.co_qualname not in CLOSED
        sites = self.sites.at(code, frame.f_lasti)
        is_open = not x.gi_suspended or any(site.is_open for site in sites)
        if not trusted and (not is_open or _has_cells(code)):
            walk.cannot(x)
        self._frame(walk, frame, None)


def _has_cells(code: CodeType) -> bool:
    """Whether a function shares variables with others that its function object names.

    A generator expression shares them with the function that it stands in.
    """
    return bool(code.co_freevars) and code.co_name != "<genexpr>"


def _called_by_library(frame: FrameType, above: CodeType | None) -> FunctionType | None:
    """The function with this code among a library function's names."""
    owner = frame.f_locals.get("self")
    names = list(frame.f_locals.values())
    names += [getattr(owner, name, None) for name in ("_target", "fn", "_action", "function")]
    names += [vars(kind).get("run") for kind in type(owner).__mro__]
    for found in names:
        function = getattr(found, "__func__", found)
        if isinstance(function, FunctionType) and function.__code__ is above:
            return function
    return None


def _files(walk: Walk) -> None:
    """What lies in the working folder."""
    for name in sorted(os.listdir(".")):
        path = Path(name)
        if path.is_file():
            walk.out.append((name, path.read_bytes()))
        else:
            walk.out.append((name,))
            walk.unknown = walk.unknown or "a folder made by the program"
