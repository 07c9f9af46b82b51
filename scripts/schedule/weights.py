"""Weights: the kernel's table of what a nice value is worth, and the shares that follow from it."""

from collections.abc import Sequence

from scripts.schedule.tasks import Setup, Task

# sched_prio_to_weight of kernel/sched/core.c, from nice -20 to 19.
TABLE = (
    *(88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916),
    *(9548, 7620, 6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277),
    *(1024, 820, 655, 526, 423, 335, 272, 215, 172, 137),
    *(110, 87, 70, 56, 45, 36, 29, 23, 18, 15),
)
UNIT = 1024  # of nice 0
IDLE = 3  # of SCHED_IDLE, whatever its nice value


def weight(task: Task) -> int:
    """What a task weighs."""
    return IDLE if task.idle else TABLE[task.nice + 20]


def shares(setup: Setup) -> list[float]:
    """The formula: each task's share of one CPU that all of them want all the time."""
    weights = [weight(task) for task in setup.tasks]
    if not setup.autogroup:
        return _split(weights)
    groups = sorted({task.terminal for task in setup.tasks})
    found = [0.0] * len(weights)
    for terminal in groups:
        own = [i for i, task in enumerate(setup.tasks) if task.terminal == terminal]
        for i, share in zip(own, _split([weights[i] for i in own]), strict=True):
            found[i] = share / len(groups)
    return found


def _split(weights: Sequence[int]) -> list[float]:
    return [one / sum(weights) for one in weights]
