"""EEVDF, as in Linux 6.12 and later: among those who are owed time, the earliest deadline.

An entity is owed time when its virtual time is not above the average. Its deadline is one slice,
in its own virtual time, after it was set. Whoever is chosen keeps the CPU for that slice, unless
it has had more than its share and somebody wakes up.
"""

from dataclasses import dataclass

from scripts.schedule.entity import Entity, Queue
from scripts.schedule.outcome import Seen
from scripts.schedule.tasks import Setup


@dataclass(frozen=True)
class Eevdf:
    """The rules, with the machine's slice and tick."""

    setup: Setup

    def place(self, queue: Queue, one: Entity, new: bool) -> None:
        """Where it joins: as far from the average as when it left, and with a new deadline.

        The average moves towards who joins, so the lag is made larger by as much. A new task
        starts with half a slice.
        """
        lag = one.lag * (queue.load + one.weight) // queue.load if queue.entities else 0
        one.v = queue.average() - lag
        one.deadline = one.v + one.virtual(self.setup.slice) // (2 if new else 1)

    def leave(self, queue: Queue, one: Entity) -> None:
        """What it is owed, or owes, is kept: at most two slices, or a tick."""
        most = one.virtual(max(2 * self.setup.slice, self.setup.tick))
        one.lag = min(max(queue.average() - one.v, -most), most)
        queue.floor = max(queue.floor, queue.average())

    def lingers(self, queue: Queue, one: Entity) -> bool:
        """Whether it owes time, so that sleeping does not take it out of the queue yet."""
        return one.v > queue.average()

    def wake_delayed(self, queue: Queue, one: Entity) -> None:
        """It is back before it was taken out; time that it is owed by now is not given."""
        if one.v <= queue.average():
            queue.entities.remove(one)
            one.lag = 0
            self.place(queue, one, new=False)
            queue.entities.append(one)

    def pick(self, queue: Queue) -> Entity:
        """The current one in its protected turn, else the earliest deadline of who is owed."""
        average = queue.average()
        current = queue.current
        if current and current.v <= average and current.v < current.until:
            return current
        owed = [one for one in queue.entities if one.v <= average]
        return min(owed, key=lambda one: (one.deadline, one is current, one.order))

    def chosen(self, one: Entity) -> None:
        """Its turn begins, and is protected to its deadline."""
        one.until = one.deadline

    def charged(self, queue: Queue) -> bool:
        """Whether the turn is over: a new deadline is set when the old one is reached."""
        one = queue.current
        if one is None or one.v < one.deadline:
            return False
        one.deadline = one.v + one.virtual(self.setup.slice)
        return len(queue.entities) > 1

    def tick(self, queue: Queue) -> bool:
        """Whether a tick lets somebody else have a look."""
        one = queue.current
        return one is not None and len(queue.entities) > 1 and one.v >= one.until

    def preempts(self, queue: Queue, woken: Entity) -> bool:
        """Whether who woke up goes first."""
        return self.pick(queue) is woken

    def unprotect(self, one: Entity) -> None:
        """Its turn may be taken away."""
        one.until = one.v

    def migrate(self, one: Entity, old: Queue, new: Queue) -> None:
        """What it is owed goes with it."""

    def seen(self, queue: Queue) -> tuple[Seen, ...]:
        """Lag and deadline."""
        average = queue.average()
        return tuple(
            Seen(one.name, average - one.v, one.deadline - average) for one in queue.entities
        )
