"""The fair scheduler's frame: a queue for each CPU, groups in it, ticks, and who moves where.

What is fair is for the rules to say: scripts.schedule.eevdf, or scripts.schedule.cfs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.schedule.cfs import Cfs
from scripts.schedule.eevdf import Eevdf
from scripts.schedule.entity import Entity, Queue, chain, current_chain, leaves
from scripts.schedule.outcome import Seen
from scripts.schedule.tasks import NOBODY, Setup, letter
from scripts.schedule.weights import UNIT, weight


@dataclass
class Fair:
    """Queues and entities; groups: by CPU and terminal."""

    setup: Setup
    rules: Eevdf | Cfs
    queues: list[Queue] = field(default_factory=list)
    tasks: list[Entity] = field(default_factory=list)
    groups: dict[tuple[int, int], Entity] = field(default_factory=dict)
    at: list[int] = field(default_factory=list)
    ticks: list[int] = field(default_factory=list)
    seen: tuple[Seen, ...] = ()

    def __post_init__(self) -> None:
        self.queues = [Queue(cpu) for cpu in range(self.setup.cpus)]
        self.ticks = [0] * self.setup.cpus
        self.at = [0] * len(self.setup.tasks)
        self.tasks = [
            Entity(letter(i), i, weight(task), i, idle=task.idle)
            for i, task in enumerate(self.setup.tasks)
        ]

    def add(self, task: int, now: int, new: bool) -> int:
        """A task can run, and joins the queue of some CPU; gives that CPU, if it has to choose."""
        one = self.tasks[task]
        if one.delayed:
            self._wake(one)
        else:
            self._move(one, self._home(task))
            self._join(one, new)
        one.since = now
        queue = self.queues[self.at[task]]
        if queue.current is None:
            return NOBODY
        over = self._charged(queue)
        return queue.cpu if self._preempts(queue, one) or over else NOBODY

    def ran(self, cpu: int, time: int) -> None:
        """Time on a CPU counts for the task, and for its group."""
        for one in current_chain(self.queues[cpu]):
            one.v += one.virtual(time)
            one.ran += time

    def stop(self, cpu: int, sleeps: bool) -> None:
        """The task on this CPU cannot go on."""
        queue = self.queues[cpu]
        self._charged(queue)
        self._quit(current_chain(queue)[-1], sleeps)
        self._nobody(queue)

    def due(self, cpu: int) -> int:
        """The next tick."""
        return self.ticks[cpu]

    def look(self, cpu: int, now: int) -> bool:
        """A tick."""
        self.ticks[cpu] = now + self.setup.tick
        queue = self.queues[cpu]
        over = self._charged(queue)
        return any([self.rules.tick(one) for one in self._levels(queue)]) or over

    def choose(self, cpu: int, now: int) -> int:
        """Who runs, from the queue down through the groups."""
        root = self.queues[cpu]
        self.ticks[cpu] = (now // self.setup.tick + 1) * self.setup.tick
        before = current_chain(root)
        self._clear(root)
        if not root.entities:
            self._pull(cpu)
        picked: list[Entity] = []
        self.seen = ()
        at: Queue | None = root if root.entities else None
        while at is not None:
            self.seen += self.rules.seen(at)
            one = self.rules.pick(at)
            if one is not at.current:
                self.rules.chosen(one)
            at.current = one
            picked.append(one)
            at = one.inside
        for one in before:
            if one not in picked and one.inside is not None:
                one.inside.current = None
        return picked[-1].task if picked else NOBODY

    def _clear(self, root: Queue) -> None:
        """Take out who sleeps and is next: it owes nothing any more."""
        while root.entities:
            at, one = root, self.rules.pick(root)
            while one.inside is not None and not one.delayed:
                at, one = one.inside, self.rules.pick(one.inside)
            if not one.delayed:
                return
            self._out(at, one)
            one.lag = min(one.lag, 0)
            if at.group is not None and not at.entities:
                self._quit(at.group, sleeps=True)

    def _quit(self, one: Entity, sleeps: bool) -> None:
        """Out of its queue, and its group with it if it was the last; or it lingers."""
        queue = one.queue
        assert queue is not None
        if sleeps and self.rules.lingers(queue, one):
            one.delayed = True
            return
        self._out(queue, one)
        if queue.group is not None and not queue.entities:
            self._quit(queue.group, sleeps)

    def _out(self, queue: Queue, one: Entity) -> None:
        self.rules.leave(queue, one)
        queue.entities.remove(one)
        one.queue, one.delayed = None, False
        if queue.current is one:
            queue.current = None

    def _join(self, one: Entity, new: bool) -> None:
        """Into the queue of its CPU, or of its group there, and the group into that CPU's."""
        cpu = self.at[one.task]
        queue = self.queues[cpu]
        if self.setup.autogroup:
            group = self._group(cpu, self.setup.tasks[one.task].terminal)
            assert group.inside is not None
            if group.queue is None:
                self._enter(queue, group, False)
            elif group.delayed:
                self._wake(group)
            queue = group.inside
        self._enter(queue, one, new)

    def _enter(self, queue: Queue, one: Entity, new: bool) -> None:
        self.rules.place(queue, one, new)
        queue.entities.append(one)
        one.queue = queue

    def _wake(self, one: Entity) -> None:
        assert one.queue is not None
        self.rules.wake_delayed(one.queue, one)
        one.delayed = False

    def _group(self, cpu: int, terminal: int) -> Entity:
        """The group of a terminal on a CPU; it has a nice value of its own, which is 0."""
        if (cpu, terminal) not in self.groups:
            made = Entity(f"terminal {terminal}", terminal, UNIT, NOBODY)
            made.inside = Queue(cpu, made)
            self.groups[cpu, terminal] = made
        return self.groups[cpu, terminal]

    def _home(self, task: int) -> int:
        """Where a task goes that wakes up: its old CPU if idle, an idle one, the lighter one."""
        old = self.at[task]
        cpus = [old, *(cpu for cpu in range(self.setup.cpus) if cpu != old)]
        awake = [[one for one in leaves(self.queues[cpu]) if not one.delayed] for cpu in cpus]
        loads = [sum(one.weight for one in own) for own in awake]
        return cpus[loads.index(min(loads))]

    def _move(self, one: Entity, cpu: int) -> None:
        if cpu != self.at[one.task]:
            self.rules.migrate(one, self.queues[self.at[one.task]], self.queues[cpu])
            self.at[one.task] = cpu

    def _pull(self, cpu: int) -> None:
        """An idle CPU takes the task that has waited longest in the other one's queue."""
        running = [one.task for queue in self.queues for one in current_chain(queue)]
        waiting = [
            one
            for queue in self.queues
            for one in leaves(queue)
            if not one.delayed and one.task not in running
        ]
        if waiting:
            one = min(waiting, key=lambda each: (each.since, each.order))
            self._quit(one, sleeps=False)
            self._move(one, cpu)
            self._join(one, new=False)

    def _preempts(self, root: Queue, woken: Entity) -> bool:
        """Whether who woke up goes before who runs: compared where their ways part."""
        pairs = zip(current_chain(root), chain(woken), strict=False)
        for now, one in pairs:
            if now is one:
                continue
            if now.idle != one.idle:
                if now.idle:
                    self.rules.unprotect(now)
                return now.idle
            assert one.queue is not None
            return self.rules.preempts(one.queue, one)
        return False

    def _charged(self, queue: Queue) -> bool:
        return any([self.rules.charged(one) for one in self._levels(queue)])

    def _levels(self, queue: Queue) -> Iterator[Queue]:
        """The queues from which those who run were picked."""
        at: Queue | None = queue
        while at is not None and at.current is not None:
            yield at
            at = at.current.inside

    def _nobody(self, queue: Queue) -> None:
        """Nobody of this CPU runs."""
        for level in list(self._levels(queue)):
            level.current = None
