"""Ranks: MPI.COMM_WORLD of mpi4py."""

from __future__ import annotations

from typing import Any

from scripts.trace.engine.names import shown
from scripts.trace.engine.tell import TO, tell

# Operations of all ranks together, with the names of mpi4py for objects and for buffers.
TOGETHER = (
    "barrier",
    "bcast",
    "scatter",
    "gather",
    "allgather",
    "reduce",
    "allreduce",
    "alltoall",
    "scan",
)
WORLD = "COMM_WORLD"


def install(mpi: Any) -> None:
    """In mpi4py.MPI: COMM_WORLD becomes one of our own kind, of the same handle."""

    class World(mpi.Intracomm):  # type: ignore[misc]
        """COMM_WORLD with its events."""

    for name in ("send", "ssend", "bsend", "isend", "issend"):
        for found in (name, name.capitalize()):
            if hasattr(mpi.Intracomm, found):
                setattr(World, found, _sending(found))
    for found in ("recv", "Recv"):
        setattr(World, found, _receiving(found, mpi))
    for name in TOGETHER:
        for found in (name, name.capitalize()):
            if hasattr(mpi.Intracomm, found):
                setattr(World, found, _together(found))
    mpi.COMM_WORLD = World(mpi.COMM_WORLD)


def _sending(name: str) -> Any:
    def method(self: Any, value: Any, dest: int, tag: int = 0) -> Any:
        tell("sends", f"sends {shown(value)} to {TO}", to={"rank": dest}, named=WORLD)
        return getattr(super(type(self), self), name)(value, dest, tag)

    return method


def _receiving(name: str, mpi: Any) -> Any:
    def method(
        self: Any,
        buf: Any = None,
        source: int = mpi.ANY_SOURCE,
        tag: int = mpi.ANY_TAG,
        status: Any = None,
    ) -> Any:
        status = mpi.Status() if status is None else status
        tell("waits", "waits for a message" if source < 0 else f"waits for a message from {TO}",
             to={"rank": source}, named=WORLD)  # fmt: skip
        value = getattr(super(type(self), self), name)(buf, source, tag, status)
        what = shown(buf if value is None else value)
        tell(
            "receives", f"receives {what} from {TO}", to={"rank": status.Get_source()}, named=WORLD
        )
        return value

    return method


def _together(name: str) -> Any:
    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        given = shown(args[0]) if args else ""
        tell("waits", f"comes to {name}({given})", named=WORLD)
        value = getattr(super(type(self), self), name)(*args, **kwargs)
        done = f" with {shown(value)}" if value is not None else ""
        tell("woken", f"leaves {name}(){done}", named=WORLD)
        return value

    return method
