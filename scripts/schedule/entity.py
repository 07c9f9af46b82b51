"""Entities and their queues: tasks, and groups of tasks, as the kernel's fair scheduler sees them.

Each CPU has a queue. With autogroup it holds a group for each terminal, and each group a queue of
its own with its tasks in it. Virtual time is time on a CPU, divided by the weight.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.schedule.weights import UNIT


@dataclass
class Entity:
    """A task or a group. order: settles ties; task: NOBODY for a group; inside: a group's queue.

    v, deadline: in virtual time; lag: what it was owed when it left its queue; until: to which
    virtual time nobody takes its turn away; ran: for how long it has had the CPU; delayed: it
    sleeps, and stays in its queue until it has paid what it owes; since: when it joined.
    """

    name: str
    order: int
    weight: int
    task: int
    idle: bool = False
    inside: Queue | None = None
    queue: Queue | None = None
    v: int = 0
    deadline: int = 0
    lag: int = 0
    until: int = 0
    ran: int = 0
    delayed: bool = False
    since: int = 0

    def virtual(self, time: int) -> int:
        """What a time on a CPU counts for this entity."""
        return time * UNIT // self.weight


@dataclass
class Queue:
    """Those who can run, with the one who does. floor: a virtual time that never goes back."""

    cpu: int
    group: Entity | None = None
    entities: list[Entity] = field(default_factory=list)
    current: Entity | None = None
    floor: int = 0

    @property
    def load(self) -> int:
        """The weight of all."""
        return sum(one.weight for one in self.entities)

    def average(self) -> int:
        """The virtual time at which everybody would be, had all been served at once."""
        if not self.entities:
            return self.floor
        least = min(one.v for one in self.entities)
        return least + sum((one.v - least) * one.weight for one in self.entities) // self.load


def leaves(queue: Queue) -> list[Entity]:
    """All tasks in a queue, those of its groups as well."""
    found: list[Entity] = []
    for one in queue.entities:
        found += leaves(one.inside) if one.inside else [one]
    return found


def current_chain(queue: Queue) -> list[Entity]:
    """Who has the CPU: the group first, where there is one, then the task."""
    found = []
    at: Queue | None = queue
    while at is not None and at.current is not None:
        found.append(at.current)
        at = at.current.inside
    return found


def chain(entity: Entity) -> list[Entity]:
    """The entity, and the groups that it is in, the outermost first."""
    found = [entity]
    while found[0].queue is not None and found[0].queue.group is not None:
        found.insert(0, found[0].queue.group)
    return found
