"""Tasks, and the machine that they are given to."""

from dataclasses import dataclass

MS = 1_000_000
NOBODY = -1
MOST = 8
POLICIES = ("fifo", "sjf", "rr", "mlfq", "cfs", "eevdf")


@dataclass(frozen=True)
class Task:
    """What one task asks for.

    burst: how long it computes, 0 for without end; sleep: how long it then sleeps, 0 for a task
    with one burst; rounds: after how many bursts it ends, 0 for never; idle: SCHED_IDLE;
    terminal: where it was started, which is its group where the kernel makes such groups.
    """

    nice: int = 0
    idle: bool = False
    arrives: int = 0
    burst: int = 0
    sleep: int = 0
    rounds: int = 0
    terminal: int = 1

    @property
    def is_hog(self) -> bool:
        """Whether it would never leave a CPU by itself."""
        return self.burst == 0

    @property
    def is_endless(self) -> bool:
        """Whether it is there to the end."""
        return self.is_hog or (self.sleep > 0 and self.rounds == 0)


@dataclass(frozen=True)
class Setup:
    """Tasks on a machine.

    tick: how often the kernel looks at the clock; slice: EEVDF's base slice; quantum: a turn
    of round robin, and of MLFQ's highest level; boost: how often MLFQ lifts everybody up, 0
    for never; autogroup: a group for each terminal; length: how long all of it is watched.
    """

    tasks: tuple[Task, ...]
    policy: str = "eevdf"
    cpus: int = 1
    tick: int = 4 * MS
    slice: int = 2_800_000
    quantum: int = 10 * MS
    boost: int = 100 * MS
    autogroup: bool = False
    length: int = 200 * MS


def letter(number: int) -> str:
    """What a task is called."""
    return chr(ord("A") + number)
