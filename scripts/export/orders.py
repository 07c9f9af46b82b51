"""Orders: all those of some steps that keep to what must come before what."""

from collections.abc import Iterator, Sequence
from itertools import islice


def orders(count: int, before: Sequence[tuple[int, int]], most: int) -> list[list[int]]:
    """Every right order of the places 1 to count; at most one more than `most` are given."""
    return list(islice(_orders(list(range(1, count + 1)), before), most + 1))


def _orders(left: list[int], before: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    if not left:
        yield []
    for first in left:
        if any(later == first and earlier in left for earlier, later in before):
            continue
        for rest in _orders([one for one in left if one != first], before):
            yield [first, *rest]
