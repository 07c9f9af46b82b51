"""The one primitive lock. Everything else under threading is made of it."""

import sys
from types import FrameType

from scripts.explore.engine import world
from scripts.explore.engine.strand import Strand

LONGEST = 9223372036.0  # seconds, as threading.TIMEOUT_MAX


class Lock:
    """threading.Lock, where a thread that waits for it stands still in the scheduler."""

    __slots__ = ("__weakref__", "holder")

    def __init__(self) -> None:
        self.holder: Strand | None = None

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As threading.Lock.acquire."""
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if timeout > LONGEST:
            raise OverflowError("timeout value is too large")
        return _acquire(self, bool(blocking), timeout, sys._getframe(1))

    def __enter__(self) -> bool:
        return _acquire(self, True, -1, sys._getframe(1))

    def release(self) -> None:
        """As threading.Lock.release."""
        _release(self, sys._getframe(1))

    def __exit__(self, *_: object) -> None:
        _release(self, sys._getframe(1))

    def locked(self) -> bool:
        """As threading.Lock.locked: a stop, since others change the answer."""
        run = world.run
        if run.current is not None and run.enters(run.current, frame := sys._getframe(1)):
            run.current.stand("locked", frame, about=self)
            run.stop(run.current)
        return self.holder is not None

    def __repr__(self) -> str:
        return f"<{'locked' if self.holder else 'unlocked'} lock>"

    def _at_fork_reinit(self) -> None:
        self.holder = None


def _acquire(lock: Lock, blocking: bool, timeout: float, frame: FrameType) -> bool:
    run = world.run
    strand = run.current
    if strand is None:
        return True
    timed = blocking and timeout >= 0
    if run.enters(strand, frame) or (blocking and lock.holder is not None):
        strand.stand("acquire", frame, lock if blocking else None, timed, about=lock)
        run.stop(strand)
    if lock.holder is None:
        lock.holder = strand
        return True
    if timed:
        strand.clock += timeout
    return False


def _release(lock: Lock, frame: FrameType) -> None:
    run = world.run
    strand = run.current
    if strand is None or run.abandoned:
        return
    if lock.holder is not None and run.enters(strand, frame):
        strand.stand("release", frame, about=lock)
        run.stop(strand)
    if lock.holder is None:
        raise RuntimeError("release unlocked lock")
    lock.holder = None
