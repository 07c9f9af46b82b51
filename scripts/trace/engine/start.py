"""Start: what every Python of a traced run does before anything else.

A line in the .pth file of its environment imports this module.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from _thread import RLock
from typing import Any

from scripts.trace.engine import (
    channels,
    locks,
    processes,
    quiet,
    sleeping,
    threads,
    waiting,
)
from scripts.trace.engine.late import Late
from scripts.trace.engine.log import Log
from scripts.trace.engine.names import Thing
from scripts.trace.engine.tell import ENGINE, Here, announce, ended, local, record

# Where MPICH and Open MPI tell a process its rank.
RANKS = ("PMI_RANK", "OMPI_COMM_WORLD_RANK")
# What is changed when it is imported: the engine's module, and the function there.
LATER = {
    "queue": "queues.install",
    "traceback": "quiet.install_traceback",
    "subprocess": "processes.install_subprocess",
    "socket": "channels.install_socket",
    "concurrent.futures._base": "futures.install_base",
    "concurrent.futures.thread": "futures.install_threads",
    "concurrent.futures.process": "futures.install_processes",
    "multiprocessing.process": "multi.install",
    "multiprocessing.synchronize": "shared.install_locks",
    "multiprocessing.queues": "handed.install_queues",
    "multiprocessing.connection": "channels.install_connection",
    "multiprocessing.managers": "handed.install_managers",
    "multiprocessing.pool": "pools.install",
    "asyncio.base_events": "tasks.install_events",
    "asyncio.tasks": "tasks.install_sleep",
    "asyncio.locks": "tasks.install_locks",
    "asyncio.queues": "tasks.install_queues",
    "mpi4py.MPI": "ranks.install",
}


def begin(report: str, file: str, steps: list[dict[str, Any]]) -> None:
    """Put all in place.

    report: the folder to write in; file: the program; steps: its labels.
    """
    # The .pth file of an environment can be read twice; a subinterpreter has the
    # log of its process already, in the main one.
    if Here.log is not None or not is_main_interpreter():
        return
    Here.folder, Here.program = report, file
    Here.libraries = (ENGINE, "<frozen", *(path for path in sys.path if path))
    open_log(fresh=True)
    os.register_at_fork(after_in_child=in_child)
    atexit.register(ended, line=0)
    for part in (threads, locks, waiting, sleeping, processes, channels, quiet):
        part.install()
    late = Late(f"{__package__}.")
    for module, change in LATER.items():
        late.when(module, change)
    sys.meta_path.insert(0, late)
    if steps:
        from scripts.trace.engine import program

        program.install(steps)
    if not is_helper():
        announce()


def open_log(**more: Any) -> None:
    """The log of this process, with what tells it from others."""
    Here.log = Log(Here.folder)
    ranks = [os.environ.get(name) for name in RANKS]
    rank = next((rank for rank in ranks if rank), None)
    record(process=os.getpid(), parent=os.getppid(), rank=rank, **more)


def in_child() -> None:
    """A forked process is another one, with a log of its own."""
    if Here.log is None:
        return
    open_log()
    # Another thread of the parent could have held them.
    Here.counting, Thing.making = RLock(), RLock()
    Here.announced = Here.ended = False
    Here.strands = 0
    Here.ends = set()
    local.strand = 0


def is_main_interpreter() -> bool:
    """Whether this is no subinterpreter, whose threads belong to another's process."""
    if threading.get_native_id() != os.getpid():
        return False
    if sys.version_info < (3, 13):
        return True
    all_of_them: Any = __import__("_interpreters")
    return bool(all_of_them.get_current() == all_of_them.get_main())


def is_helper() -> bool:
    """Whether this is a process that multiprocessing keeps for itself, or will name."""
    with open("/proc/self/cmdline", "rb") as words:
        return b"from multiprocessing." in words.read()
