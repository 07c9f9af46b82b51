"""Policies with one line of waiting tasks: first come first served, shortest job first, round
robin. Those who arrive at the moment at which a turn ends stand before the one who ran."""

from dataclasses import dataclass, field

from scripts.schedule.outcome import Seen
from scripts.schedule.tasks import NOBODY, Setup, letter

FOREVER = 2**53 - 1  # longer than any burst


@dataclass
class Line:
    """shortest: the shortest burst goes first; quantum: how long a turn lasts, 0 for to its end."""

    setup: Setup
    shortest: bool
    quantum: int
    line: list[int] = field(default_factory=list)
    running: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    seen: tuple[Seen, ...] = ()

    def __post_init__(self) -> None:
        self.running = [NOBODY] * self.setup.cpus
        self.ends = [0] * self.setup.cpus

    def add(self, task: int, now: int, new: bool) -> int:
        """A task can run; whoever has a CPU keeps it."""
        self.line.append(task)
        return NOBODY

    def ran(self, cpu: int, time: int) -> None:
        """Nothing is counted."""

    def stop(self, cpu: int, sleeps: bool) -> None:
        """The task on this CPU cannot go on."""
        self.running[cpu] = NOBODY

    def due(self, cpu: int) -> int:
        """When the turn on this CPU ends."""
        return self.ends[cpu] if self.quantum else FOREVER

    def look(self, cpu: int, now: int) -> bool:
        """The turn ends; with nobody in the line another one begins."""
        self.ends[cpu] = now + self.quantum
        return bool(self.line)

    def choose(self, cpu: int, now: int) -> int:
        """The next in the line; who ran goes to its end."""
        if self.running[cpu] != NOBODY:
            self.line.append(self.running[cpu])
        self.seen = tuple(Seen(letter(n), self._rank(i)) for i, n in enumerate(self.line))
        ranks = [self._rank(i) for i in range(len(self.line))]
        chosen = self.line.pop(ranks.index(min(ranks))) if self.line else NOBODY
        self.running[cpu], self.ends[cpu] = chosen, now + self.quantum
        return chosen

    def _rank(self, place: int) -> int:
        """What is looked at: the place, or the length of the burst."""
        return (self.setup.tasks[self.line[place]].burst or FOREVER) if self.shortest else place
