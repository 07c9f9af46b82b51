"""What the program meets in place of threading's primitives, sleep and the clock."""

import builtins
import itertools
import os
import queue
import shutil
import sys
import threading
import time
from concurrent.futures import thread as executors
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, cast

from scripts.explore.engine import hooks, threads, visible, world
from scripts.explore.engine.lock import Lock
from scripts.explore.engine.run import Run
from scripts.explore.engine.screen import Keyboard, Screen, refuse

CLOCKS = ("time", "monotonic", "perf_counter", "process_time", "thread_time")
# Functions of os that leave the process, wait for others or draw lots.
LEAVES = (
    "fork", "forkpty", "system", "popen", "abort", "_exit", "kill", "killpg", "posix_spawn",
    "posix_spawnp", "execv", "execve", "execvp", "execvpe", "execl", "execle", "execlp", "execlpe",
    "spawnv", "spawnve", "spawnvp", "spawnvpe", "spawnl", "spawnle", "spawnlp", "spawnlpe",
    "pidfd_open", "wait", "waitpid", "urandom", "getrandom", "setsid", "nice", "pipe", "fdopen",
    "dup", "dup2", "eventfd", "mkfifo", "mknod",
)  # fmt: skip


class Ordered(dict[Any, None]):
    """A set in order of insertion: one of threads would be in order of address."""

    def __init__(self, items: Any = ()) -> None:
        super().__init__((item, None) for item in items)

    def add(self, item: Any) -> None:
        """As set.add."""
        self[item] = None


def refusing(what: str) -> Any:
    """A function that the program must not call."""

    def function(*_: Any, **__: Any) -> NoReturn:
        refuse(what)

    return function


def sleep(seconds: float) -> None:
    """time.sleep: others may go on here; it takes no time."""
    if not seconds >= 0:
        raise ValueError("sleep length must be non-negative")
    run, frame = world.run, sys._getframe(1)
    strand = run.current
    if strand is None:
        return
    if strand.quiet_next:
        strand.quiet_next = False
    elif world.is_program(frame):
        strand.in_program()
        strand.stand("sleep", frame)
        run.stop(strand)


def clock() -> float:
    """What libraries take for the time: it passes when a wait times out, only."""
    strand = world.run.current
    if strand is None:
        return 0.0
    if world.is_program(sys._getframe(1)):
        refuse("reads the clock, and here no time passes")
    return strand.clock


def close() -> None:
    """What the end of the main thread does to executors that nobody shut down."""
    internals: Any = executors
    if internals._threads_queues:
        internals._python_exit()


def install() -> None:
    """Put everything in its place, once."""
    world.run = Run(cast(Any, None), False, close)
    world.run.current = None
    world.own.add(vars(executors)["_worker"].__code__)
    hooks.install()
    if hasattr(threading.Thread, "_set_tstate_lock"):  # up to Python 3.12
        setattr(threading.Thread, "_set_tstate_lock", lambda self: None)  # noqa: B010
    for place, values in _replacements().items():
        for name, value in values.items():
            setattr(place, name, value)


def _replacements() -> dict[Any, dict[str, Any]]:
    names = ("start", "join", "is_alive")
    return {
        threading: {"Lock": Lock, "_allocate_lock": Lock, "_CRLock": None, "_time": clock},
        threading.Thread: {"_strand": None, **{name: getattr(threads, name) for name in names}},
        threading.Event: {"is_set": threads.is_set, "isSet": threads.is_set},
        queue: {"time": clock, "SimpleQueue": vars(queue)["_PySimpleQueue"]},
        executors: {"set": Ordered},
        executors.ThreadPoolExecutor: {"map": visible.executor_map},
        time: {"sleep": sleep, **{name + end: clock for name in CLOCKS for end in ("", "_ns")}},
        builtins: {"input": refusing("waits for input()"), "exit": sys.exit, "quit": sys.exit},
        os: {name: refusing(f"calls os.{name}()") for name in LEAVES if hasattr(os, name)},
        sys: {"stdin": Keyboard()},
    }


def renew(run: Run, folder: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Make the world as it is at a program's start; gives its empty namespace."""
    internals: Any = threading
    main: Any = threading.main_thread()
    internals._limbo.clear()
    internals._active.clear()
    internals._active[main.ident] = main
    threading.excepthook, sys.excepthook = threads.excepthook, threads.printed
    for name in ("stdout", "stderr", "__stdout__", "__stderr__"):
        setattr(sys, name, Screen())
    _renew_executors()
    internals._counter = world.counts[0].__next__
    _empty(folder)
    os.environ.clear()
    os.environ.update(environment)
    module = ModuleType("__main__")
    module.__file__ = world.program
    sys.modules["__main__"] = module
    main._strand = run.main
    world.run = run
    return vars(module)


def _renew_executors() -> None:
    internals: Any = executors
    internals._shutdown = False
    internals._threads_queues.clear()
    internals._global_shutdown_lock = Lock()
    world.counts[:] = [itertools.count(1), itertools.count()]
    internals.ThreadPoolExecutor._counter = world.counts[1].__next__


def _empty(folder: Path) -> None:
    """An empty working folder, where the program starts."""
    os.chdir(folder)
    for entry in os.listdir("."):
        path = Path(entry)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
