"""Random job sets, the same each time, for comparing the two models and for what always holds."""

from random import Random

from scripts.schedule.tasks import MS, POLICIES, Setup, Task


def job_sets(count: int, seed: int = 20_261_121) -> list[Setup]:
    """So many set-ups, each policy as often as the others."""
    random = Random(seed)
    return [_setup(random, POLICIES[i % len(POLICIES)]) for i in range(count)]


def _setup(random: Random, policy: str) -> Setup:
    return Setup(
        tasks=tuple(_task(random) for _ in range(random.randint(1, 6))),
        policy=policy,
        cpus=random.choice((1, 1, 2)),
        tick=random.choice((MS, 4 * MS, 10 * MS, 3_333_333)),
        slice=random.choice((100_000, 700_000, 2_800_000, 3_000_001, 20 * MS)),
        quantum=random.choice((MS, 2_500_000, 10 * MS)),
        boost=random.choice((0, 30 * MS, 100 * MS)),
        autogroup=random.random() < 0.4,
        length=random.choice((40, 90, 200)) * MS,
    )


def _task(random: Random) -> Task:
    if random.random() < 0.35:
        burst, sleep = 0, 0
    else:
        burst = random.choice((random.randint(250_000, 20 * MS), random.randint(1, 8) * MS))
        sleep = random.choice((0, random.randint(250_000, 15 * MS), random.randint(1, 6) * MS))
    return Task(
        nice=random.choice((0, 0, random.randint(-20, 19))),
        idle=random.random() < 0.12,
        arrives=random.choice((0, 0, random.randint(0, 30) * MS)),
        burst=burst,
        sleep=sleep,
        rounds=random.choice((0, random.randint(1, 5))),
        terminal=random.randint(1, 3),
    )
