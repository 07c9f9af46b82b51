"""A fair share as CFS gave it, before Linux 6.6: whoever has had the least virtual time.

The base slice stands for CFS's least turn. A period of eight of them is shared by weight.
"""

from dataclasses import dataclass

from scripts.schedule.entity import Entity, Queue
from scripts.schedule.outcome import Seen
from scripts.schedule.tasks import Setup

PERIOD = 8  # in least turns, while there are at most so many tasks


@dataclass(frozen=True)
class Cfs:
    """The rules, with the machine's least turn."""

    setup: Setup

    def place(self, queue: Queue, one: Entity, new: bool) -> None:
        """Nobody joins far behind the others: a sleeper at most half a period."""
        early = 0 if new else PERIOD // 2 * self.setup.slice
        one.v = max(one.v, queue.floor - early)

    def leave(self, queue: Queue, one: Entity) -> None:
        """It keeps its virtual time."""

    def lingers(self, queue: Queue, one: Entity) -> bool:
        """Nobody does."""
        return False

    def wake_delayed(self, queue: Queue, one: Entity) -> None:
        """Nobody is."""

    def pick(self, queue: Queue) -> Entity:
        """The least virtual time."""
        current = queue.current
        return min(queue.entities, key=lambda one: (one.v, one is current, one.order))

    def chosen(self, one: Entity) -> None:
        """Its turn begins."""
        one.ran = 0

    def charged(self, queue: Queue) -> bool:
        """No turn ends but at a tick."""
        least = min((one.v for one in queue.entities), default=queue.floor)
        queue.floor = max(queue.floor, least)
        return False

    def tick(self, queue: Queue) -> bool:
        """Whether it has had its turn, or is a turn ahead of somebody."""
        one = queue.current
        if one is None or len(queue.entities) < 2:
            return False
        turn = self._turn(queue.load, len(queue.entities), one)
        least = min(other.v for other in queue.entities if other is not one)
        return one.ran > turn or (one.ran >= self.setup.slice and one.v - least > turn)

    def preempts(self, queue: Queue, woken: Entity) -> bool:
        """Whether who woke up is behind by more than a bit."""
        current = queue.current
        bit = woken.virtual(self.setup.slice * 4 // 3)
        return current is not None and current.v - woken.v > bit

    def unprotect(self, one: Entity) -> None:
        """No turn is protected."""

    def migrate(self, one: Entity, old: Queue, new: Queue) -> None:
        """Each CPU has a virtual time of its own."""
        one.v += new.floor - old.floor

    def seen(self, queue: Queue) -> tuple[Seen, ...]:
        """Virtual time above the least."""
        least = min((one.v for one in queue.entities), default=0)
        return tuple(Seen(one.name, one.v - least) for one in queue.entities)

    def _turn(self, load: int, many: int, one: Entity) -> int:
        period = max(PERIOD, many) * self.setup.slice
        return max(self.setup.slice, period * one.weight // load)
