"""The multi-level feedback queue of the textbooks: three levels, and whoever computes long sinks.

A task begins on the highest level. When it has used up a level's time, in one burst or in
several, it goes one down, where turns are twice as long. A higher level goes first, at once. Who
is pushed aside stands at the head of its level. From time to time everybody is lifted up again.
"""

from dataclasses import dataclass, field

from scripts.schedule.outcome import Seen
from scripts.schedule.tasks import NOBODY, Setup, letter

LEVELS = 3


@dataclass
class Levels:
    """level, used: of each task, where it is and how much of that level's time it has used."""

    setup: Setup
    lines: list[list[int]] = field(default_factory=lambda: [[] for _ in range(LEVELS)])
    level: list[int] = field(default_factory=list)
    used: list[int] = field(default_factory=list)
    running: list[int] = field(default_factory=list)
    clock: list[int] = field(default_factory=list)
    lifts: int = 0
    seen: tuple[Seen, ...] = ()

    def __post_init__(self) -> None:
        self.level = [0] * len(self.setup.tasks)
        self.used = [0] * len(self.setup.tasks)
        self.running = [NOBODY] * self.setup.cpus
        self.clock = [0] * self.setup.cpus
        self.lifts = self.setup.boost

    def add(self, task: int, now: int, new: bool) -> int:
        """A task can run; it pushes the lowest aside, if that is below it."""
        self._lift(now)
        self.lines[self.level[task]].append(task)
        if NOBODY in self.running:
            return NOBODY
        lowest = max(range(self.setup.cpus), key=lambda cpu: self.level[self.running[cpu]])
        return lowest if self.level[self.running[lowest]] > self.level[task] else NOBODY

    def ran(self, cpu: int, time: int) -> None:
        """Time on a CPU is counted."""
        self.used[self.running[cpu]] += time
        self.clock[cpu] += time

    def stop(self, cpu: int, sleeps: bool) -> None:
        """The task on this CPU cannot go on; it may have used up its time just now."""
        self._sink(self.running[cpu])
        self.running[cpu] = NOBODY

    def due(self, cpu: int) -> int:
        """When its time on this level is used up, or everybody is lifted."""
        task = self.running[cpu]
        left = self.clock[cpu] + self._quantum(task) - self.used[task]
        return min(left, self.lifts) if self.setup.boost else left

    def look(self, cpu: int, now: int) -> bool:
        """Whether its time is used up; it sinks, and the highest goes first."""
        self._lift(now)
        return self._sink(self.running[cpu])

    def choose(self, cpu: int, now: int) -> int:
        """The first of the highest level."""
        before = self.running[cpu]
        if before != NOBODY:
            line = self.lines[self.level[before]]
            line.insert(0 if self.used[before] else len(line), before)
        self.seen = tuple(
            Seen(letter(n), level) for level, line in enumerate(self.lines) for n in line
        )
        chosen = next((line.pop(0) for line in self.lines if line), NOBODY)
        self.running[cpu], self.clock[cpu] = chosen, now
        return chosen

    def _quantum(self, task: int) -> int:
        return int(self.setup.quantum * 2 ** self.level[task])

    def _sink(self, task: int) -> bool:
        """One level down, or another turn on the lowest, when its time is used up."""
        if self.used[task] < self._quantum(task):
            return False
        self.level[task] = min(self.level[task] + 1, LEVELS - 1)
        self.used[task] = 0
        return True

    def _lift(self, now: int) -> None:
        """Everybody to the highest level, with all of its time; those in front stay in front."""
        if not self.setup.boost or now < self.lifts:
            return
        while self.lifts <= now:
            self.lifts += self.setup.boost
        self.level = [0] * len(self.level)
        self.used = [0] * len(self.used)
        self.lines = [[n for line in self.lines for n in line], [], []]
