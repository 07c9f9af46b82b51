"""The simulation: time goes from one thing that happens to the next.

At one and the same moment bursts end first, then sleepers wake up and tasks arrive, in the order
of their letters, then clocks and turns are looked at, and at last each CPU chooses, in its order.
"""

from dataclasses import dataclass, field
from typing import Protocol

from scripts.schedule.cfs import Cfs
from scripts.schedule.eevdf import Eevdf
from scripts.schedule.fair import Fair
from scripts.schedule.levels import Levels
from scripts.schedule.line import FOREVER, Line
from scripts.schedule.outcome import Event, Outcome, Seen, Span, State, What
from scripts.schedule.tasks import NOBODY, Setup


class Policy(Protocol):
    """Who runs next. seen: the candidates of the last choice."""

    seen: tuple[Seen, ...]

    def add(self, task: int, now: int, new: bool) -> int:
        """A task can run; gives the CPU that has to choose because of it, or NOBODY."""

    def ran(self, cpu: int, time: int) -> None:
        """The task on this CPU ran for so long."""

    def stop(self, cpu: int, sleeps: bool) -> None:
        """The task on this CPU cannot go on: it sleeps, or has ended."""

    def due(self, cpu: int) -> int:
        """When to look at this CPU again, on which a task runs."""

    def look(self, cpu: int, now: int) -> bool:
        """That moment; whether this CPU has to choose."""

    def choose(self, cpu: int, now: int) -> int:
        """The task for this CPU, or NOBODY."""


def policy(setup: Setup) -> Policy:
    """The policy of a set-up, before the first task."""
    match setup.policy:
        case "fifo":
            return Line(setup, shortest=False, quantum=0)
        case "sjf":
            return Line(setup, shortest=True, quantum=0)
        case "rr":
            return Line(setup, shortest=False, quantum=setup.quantum)
        case "mlfq":
            return Levels(setup)
        case "cfs":
            return Fair(setup, Cfs(setup))
        case "eevdf":
            return Fair(setup, Eevdf(setup))
    raise ValueError(f"no policy is called {setup.policy!r}")


@dataclass
class _Life:
    """One task on its way. left: of its burst; bursts: still to come; wakes: when, or FOREVER."""

    left: int
    bursts: int
    wakes: int
    state: State | None = None
    cpu: int = NOBODY
    since: int = 0


@dataclass
class _Machine:
    setup: Setup
    policy: Policy
    lives: list[_Life] = field(default_factory=list)
    running: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    now: int = 0

    def __post_init__(self) -> None:
        self.running = [NOBODY] * self.setup.cpus
        self.lives = [
            _Life(task.burst or FOREVER, task.rounds if task.sleep else 1, task.arrives)
            for task in self.setup.tasks
        ]

    def run(self) -> None:
        """To the end of the time that is watched."""
        while self.now <= self.setup.length:
            self.end_bursts()
            if self.now < self.setup.length:
                self.choose(self.wake() | self.look())
            if self.now == self.setup.length:
                break
            self.advance(min(self.next_moment(), self.setup.length))

    def next_moment(self) -> int:
        """When something happens next."""
        moments = [life.wakes for life in self.lives]
        for cpu, task in enumerate(self.running):
            if task != NOBODY:
                moments += [self.now + self.lives[task].left, self.policy.due(cpu)]
        return min(moments)

    def advance(self, to: int) -> None:
        """Let time pass."""
        for cpu, task in enumerate(self.running):
            if task != NOBODY:
                self.lives[task].left -= to - self.now
                self.policy.ran(cpu, to - self.now)
        self.now = to

    def end_bursts(self) -> None:
        """Who has computed enough sleeps, or has ended."""
        for cpu, task in enumerate(self.running):
            if task == NOBODY or self.lives[task].left:
                continue
            life, asked = self.lives[task], self.setup.tasks[task]
            life.bursts -= 1
            sleeps = life.bursts != 0
            self.policy.stop(cpu, sleeps)
            self.running[cpu] = NOBODY
            if sleeps:
                life.left, life.wakes = asked.burst, self.now + asked.sleep
            self.enter(task, "sleeps" if sleeps else None, NOBODY)
            self.tell("sleeps" if sleeps else "ends", task, cpu)

    def wake(self) -> set[int]:
        """Who is there now; gives the CPUs that have to choose because of it."""
        found = set()
        for task, life in enumerate(self.lives):
            if life.wakes == self.now:
                life.wakes = FOREVER
                new = life.state is None
                self.enter(task, "ready", NOBODY)
                self.tell("arrives" if new else "wakes", task, NOBODY)
                found.add(self.policy.add(task, self.now, new))
        return found

    def look(self) -> set[int]:
        """The CPUs whose turn or tick is now, where it means something."""
        busy = [cpu for cpu, task in enumerate(self.running) if task != NOBODY]
        due = [cpu for cpu in busy if self.policy.due(cpu) == self.now]
        return {cpu for cpu in due if self.policy.look(cpu, self.now)}

    def choose(self, asked: set[int]) -> None:
        """Each CPU that has to, or has nobody."""
        for cpu, before in enumerate(self.running):
            if before != NOBODY and cpu not in asked:
                continue
            chosen = self.policy.choose(cpu, self.now)
            if chosen == before:
                continue
            if before != NOBODY:
                self.enter(before, "ready", NOBODY)
                self.tell("waits", before, cpu)
            if chosen != NOBODY:
                self.enter(chosen, "runs", cpu)
                self.events.append(Event(self.now, "runs", chosen, cpu, self.policy.seen))
            self.running[cpu] = chosen

    def enter(self, task: int, state: State | None, cpu: int) -> None:
        """A task changes its state; what it was in until now becomes a span."""
        life = self.lives[task]
        if life.state is not None and life.since < self.now:
            self.spans.append(Span(task, life.state, life.cpu, life.since, self.now))
        life.state, life.cpu, life.since = state, cpu, self.now

    def tell(self, what: What, task: int, cpu: int) -> None:
        """Something that happened."""
        self.events.append(Event(self.now, what, task, cpu))


def simulate(setup: Setup) -> Outcome:
    """What comes of a set-up."""
    machine = _Machine(setup, policy(setup))
    machine.run()
    for task in range(len(setup.tasks)):
        machine.enter(task, None, NOBODY)
    order = sorted(machine.spans, key=lambda span: (span.start, span.task))
    return Outcome(tuple(order), tuple(machine.events))
