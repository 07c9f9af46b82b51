"""A strand: one thread of the program, as the scheduler sees it."""

from types import FrameType
from typing import Any, Protocol


class Held(Protocol):
    """What a strand can wait for: a lock, or another strand's end."""

    @property
    def holder(self) -> "Strand | None":
        """Who holds it; nobody when it can be had."""


class Strand:
    """Where one thread stands, and what it needs to go on.

    holder: itself until it has ended, so that it can be waited for as a lock.
    kind: what it stands at: step, acquire, release, call, sleep, join, begin,
    between, locked. wants: what has to be free; timed: or else it times out;
    quiet: goes on by itself, without a choice. call: the library function
    that the program called last and that has had its stop.
    """

    __slots__ = (
        "about", "absorb", "after", "call", "clock", "frame", "gate", "handled", "holder", "kind", "left",
        "origin", "quiet", "quiet_next", "raised", "slot", "stack", "step", "thread", "timed",
        "wants",
    )  # fmt: skip

    def __init__(self, slot: int, gate: Any, thread: Any) -> None:
        self.slot = slot
        self.gate = gate
        self.thread = thread
        self.holder: Strand | None = self
        self.left = False
        self.call: FrameType | None = None
        self.clock = 0.0
        self.absorb = -1
        self.after = False
        self.quiet_next = False
        self.raised = 0
        # What the thread's last stretch started from: a node and a choice.
        self.origin: tuple[int, int] = (-1, -1)
        self.stand("begin", None)

    def stand(
        self,
        kind: str,
        frame: FrameType | None,
        wants: Held | None = None,
        timed: bool = False,
        quiet: bool = False,
        step: int = -1,
        about: object = None,
    ) -> None:
        """It has come to a stop; about: whose operation it is, where that is plain."""
        self.kind = kind
        self.frame = frame
        self.wants = wants
        self.timed = timed
        self.quiet = quiet
        self.step = step
        self.about = about
        self.quiet_next = self.after = False
        self.absorb = -1
        self.handled: BaseException | None = None
        self.stack: Any = None

    def in_program(self) -> None:
        """It is the program itself that comes to a stop, not a library it called."""
        self.call = None
        self.clock = 0.0

    def can_go(self) -> bool:
        """Whether it could go on now."""
        return self.timed or self.wants is None or self.wants.holder is None
