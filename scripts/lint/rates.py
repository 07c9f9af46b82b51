"""What gives keys away over a whole site: where they stand, and how long they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.problem import Problem

# Fewer quizzes say nothing about an author's habits.
ENOUGH = 20
# How often an author without any habit would be told so, over all that is looked at here.
ALARM = 0.01


@dataclass(frozen=True)
class Single:
    """A question with one right option: its place, and how long each option is to read."""

    place: str
    lengths: tuple[int, ...]
    right: int

    @property
    def longest(self) -> bool:
        """Whether the right option is longer than every other one."""
        others = [n for at, n in enumerate(self.lengths) if at != self.right]
        return self.lengths[self.right] > max(others, default=0)

    @property
    def has_a_longest(self) -> bool:
        """Whether one of its options is longer than every other one."""
        return sorted(self.lengths)[-2:][0] < max(self.lengths)


@dataclass(frozen=True)
class Rate:
    """How often something holds of the right option, and how often chance would have it."""

    what: str
    hits: tuple[str, ...]
    others: tuple[str, ...]
    chances: tuple[float, ...]

    @property
    def expected(self) -> float:
        """How often an author without a habit would do it."""
        return sum(self.chances)


def problems(questions: Sequence[Single]) -> Iterator[Problem]:
    """Habits that a reader could learn instead of the subject."""
    if len(questions) < ENOUGH:
        return
    rates = [_longest(questions), *_positions(questions)]
    alarm = ALARM / (2 * len(rates))  # each is looked at from both sides
    for rate in rates:
        spread = spread_of(rate.chances)
        hits = len(rate.hits)
        if sum(spread[hits:]) < alarm:
            enough = next(n for n in range(hits, -1, -1) if sum(spread[n:]) >= alarm)
            yield _told(rate, rate.hits, hits - enough, "too often")
        elif sum(spread[: hits + 1]) < alarm:
            enough = next(n for n in range(hits, len(spread)) if sum(spread[: n + 1]) >= alarm)
            yield _told(rate, rate.others, enough - hits, "too seldom")


def spread_of(chances: Sequence[float]) -> list[float]:
    """The probability of 0, 1, 2 … hits when each has a chance of its own."""
    spread = [1.0]
    for chance in chances:
        missed = [p * (1 - chance) for p in spread] + [0.0]
        hit = [0.0] + [p * chance for p in spread]
        spread = [a + b for a, b in zip(missed, hit, strict=True)]
    return spread


def _longest(questions: Sequence[Single]) -> Rate:
    asked = [one for one in questions if one.has_a_longest]
    return _rate("is the longest one", asked, [one.longest for one in asked])


def _positions(questions: Sequence[Single]) -> Iterator[Rate]:
    for at in range(max(len(one.lengths) for one in questions)):
        asked = [one for one in questions if at < len(one.lengths)]
        yield _rate(f"stands in place {at + 1}", asked, [one.right == at for one in asked])


def _rate(what: str, asked: Sequence[Single], holds: Sequence[bool]) -> Rate:
    pairs = list(zip(asked, holds, strict=True))
    return Rate(
        what,
        tuple(one.place for one, held in pairs if held),
        tuple(one.place for one, held in pairs if not held),
        tuple(1 / len(one.lengths) for one in asked),
    )


def _told(rate: Rate, places: Sequence[str], change: int, how: str) -> Problem:
    """The habit, told at the first quiz that could be changed, with all of them by name."""
    share = f"in {len(rate.hits)} of {len(rate.chances)} quizzes, by chance {rate.expected:.0f}"
    return Problem(
        places[0],
        expected=f"no habit that tells the key: change {change} of {', '.join(places)}",
        seen=f"the right option {rate.what} {share}: {how}",
        command=f"sed -n {places[0].rpartition(':')[2]},+12p {places[0].rpartition(':')[0]}",
    )
