"""Scenarios of chapters 6 and 7 that the lab begins with, and its goals."""

from dataclasses import dataclass, replace

from scripts.schedule.goals import Goal
from scripts.schedule.tasks import MS, Setup, Task

HOG = Task()


@dataclass(frozen=True)
class Scenario:
    """against: a second policy to compare with; look: what to see, in a sentence or two."""

    name: str
    title: str
    look: str
    setup: Setup
    against: str = ""


def _job(burst: int, arrives: int = 0) -> Task:
    """A task with one burst, in milliseconds."""
    return Task(burst=burst * MS, arrives=arrives * MS)


EQUAL = Setup((HOG, HOG), length=100 * MS)
TERMINALS = Setup((HOG, Task(nice=19, terminal=2)), autogroup=True)
SLEEPER = Setup((Task(burst=MS, sleep=9 * MS), HOG, HOG, HOG), length=100 * MS)
CONVOY = Setup((_job(100), _job(10), _job(10), _job(10)), policy="fifo", length=140 * MS)
FEEDBACK = Setup((HOG, Task(burst=2 * MS, sleep=11 * MS, arrives=45 * MS)), policy="mlfq")
SINKING = replace(FEEDBACK, boost=0, length=400 * MS)
THREADS = Setup((HOG, HOG, HOG, Task(terminal=2)), length=100 * MS)
BEGUN = replace(CONVOY, tasks=(_job(100), _job(10, 1), _job(10, 2), _job(10, 3)))

SCENARIOS = (
    Scenario(
        "equal",
        "Two equal hogs",
        "Each has half. A turn is 4 ms long, although the base slice is 2.8: the kernel looks at "
        "the end of a slice only at a tick.",
        EQUAL,
    ),
    Scenario(
        "nice",
        "Nice 0 against +10",
        "B's turns are as long as among equals. A's bar is nine turns in a row, so B still runs, "
        "only not as often.",
        Setup((HOG, Task(nice=10))),
    ),
    Scenario(
        "terminal",
        "+19 in another terminal",
        "With autogroup, two terminals share a CPU equally. B's nice value counts among the tasks "
        "of its own terminal, and there it is alone.",
        TERMINALS,
    ),
    Scenario(
        "idle",
        "SCHED_IDLE",
        "“Only when idle” is nearly what it is: weight 3 against 1024. Yet a whole second is not "
        "long enough to starve it, for even B is owed a turn now and then.",
        Setup((HOG, Task(idle=True)), length=1000 * MS),
    ),
    Scenario(
        "sleeper",
        "A sleeper among hogs",
        "Nobody's priority changes. While A sleeps, whatever it was ahead by fades, so when it wakes "
        "up it may run, and its 1 ms is done before a turn is over. Make its burst 6 ms long, and "
        "it waits much more.",
        SLEEPER,
    ),
    Scenario(
        "convoy",
        "A long job before short ones",
        "First come, first served lets three short jobs wait for the long one. Shortest first "
        "turns it round: all three are done before the long one begins.",
        CONVOY,
        "sjf",
    ),
    Scenario(
        "feedback",
        "MLFQ and an interactive task",
        "A sinks to the lowest level while it computes. B sleeps before its time on the highest "
        "level is used up, so it goes first whenever it wakes up.",
        FEEDBACK,
        "rr",
    ),
    Scenario(
        "threads",
        "Three threads against one",
        "A, B and C belong to one process, D to another. The kernel schedules threads: the process "
        "with three of them has three quarters.",
        THREADS,
    ),
)

GOALS = (
    Goal(
        "convoy",
        "The short jobs come late",
        "The long job A has begun 1 ms before the short ones come. Let each short job end within "
        "40 ms of its arrival, and leave the tasks as they are.",
        BEGUN,
        ("kept", "turnaround B <= 40", "turnaround C <= 40", "turnaround D <= 40"),
        replace(BEGUN, policy="rr"),
    ),
    Goal(
        "nine",
        "Nine times as much",
        "Two hogs on one CPU. Give A nine to ten times the share of B.",
        EQUAL,
        ("cpus = 1", "count = 2", "all burst = 0", "share A / share B >= 9", "share A / share B <= 10"),
        replace(EQUAL, tasks=(HOG, Task(nice=10))),
    ),
    Goal(
        "terminal",
        "Nice across terminals",
        "B computes at +19 in a terminal of its own, and takes half. Press it below 5 %, and leave "
        "it in its terminal.",
        TERMINALS,
        ("cpus = 1", "kept", "share B < 5"),
        replace(TERMINALS, autogroup=False),
    ),
    Goal(
        "sleeper",
        "Quick for the sleeper",
        "With EEVDF, let the sleeper A never wait longer than 3 ms, and leave the tasks as they "
        "are.",
        SLEEPER,
        ("policy eevdf", "cpus = 1", "kept", "length >= 100", "longest A <= 3"),
        replace(SLEEPER, tick=MS, slice=MS),
    ),
    Goal(
        "feedback",
        "Always on the highest level",
        "With MLFQ, even a task that mostly sleeps sinks, once its bursts add up. Let the "
        "interactive B never wait longer than 10 ms, and leave the tasks as they are.",
        SINKING,
        ("policy mlfq", "cpus = 1", "kept", "length >= 400", "longest B <= 10"),
        replace(SINKING, boost=100 * MS),
    ),
    Goal(
        "threads",
        "One against three",
        "D is alone against three threads of another process. Give it half of the one CPU, with "
        "everybody a hog at nice 0.",
        THREADS,
        ("cpus = 1", "count = 4", "all burst = 0", "all nice = 0", "share D >= 49", "share D <= 51"),
        replace(THREADS, autogroup=True),
    ),
)  # fmt: skip
