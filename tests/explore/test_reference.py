"""Random small programs, against a plain model of what their steps do.

The model walks through all orders of the operations itself. It shares nothing
with the explorer but the meaning of a schedule.
"""

from collections import Counter
from functools import lru_cache
from typing import Any

import pytest

from scripts.explore.session import explore
from tests.explore.conftest import Written

EXAMPLES = 25
# One operation: what it does, and with which variable or lock.
#   read: seen = x    write: x = seen + 1    add: x += 2
#   late: x = x + one(), where the step lies within one(), after x was fetched
#   take, give: a lock
Operation = tuple[str, str]
Thread = tuple[Operation, ...]
# Of each thread: the next operation, and what it has seen and fetched; names; locks held.
State = tuple[
    tuple[int, ...], tuple[tuple[int, int], ...], tuple[tuple[str, int], ...], tuple[str, ...]
]


def source(threads: tuple[Thread, ...]) -> str:
    """The program."""
    text = ["import threading", "x = y = 0", "K = threading.Lock()", "L = threading.Lock()"]
    text += ["def one():", "    pass  # step: one", "    return 1"]
    for number, thread in enumerate(threads):
        text += [f"def work{number}():", "    global x, y", "    seen = 0"]
        depth = 1
        for kind, name in thread:
            depth -= kind == "give"
            line = {
                "read": f"seen = {name}  # step: reads",
                "write": f"{name} = seen + 1  # step: writes",
                "add": f"{name} += 2  # step: adds",
                "late": f"{name} = {name} + one()",
                "take": f"with {name}:",
                "give": "",
            }[kind]
            if line:
                text.append("    " * depth + line)
            depth += kind == "take"
    text += [f"t{n} = threading.Thread(target=work{n})" for n in range(len(threads))]
    text += [f"t{n}.start()" for n in range(len(threads))]
    text += [f"t{n}.join()" for n in range(len(threads))]
    return "\n".join([*text, "print(x, y)", ""])


def ends(threads: tuple[Thread, ...]) -> Counter[tuple[str, str]]:
    """Each way to end, with the number of orders that lead there."""

    def fetch(state: State, number: int) -> State:
        """What a thread does on its way to its next stop: fetch x for a late one."""
        places, seen, names, locks = state
        place = places[number]
        if place < len(threads[number]) and threads[number][place][0] == "late":
            value = dict(names)[threads[number][place][1]]
            seen = (*seen[:number], (seen[number][0], value), *seen[number + 1 :])
        return places, seen, names, locks

    @lru_cache(None)
    def count(state: State) -> Counter[tuple[str, str]]:
        places, seen, names, locks = state
        found: Counter[tuple[str, str]] = Counter()
        moved = False
        for number, thread in enumerate(threads):
            if places[number] == len(thread):
                continue
            kind, name = thread[places[number]]
            if kind == "take" and name in locks:
                continue
            moved = True
            values, (mine, fetched), held = dict(names), seen[number], list(locks)
            if kind == "read":
                mine = values[name]
            elif kind == "write":
                values[name] = mine + 1
            elif kind == "late":
                values[name] = fetched + 1
            elif kind == "add":
                values[name] += 2
            elif kind == "take":
                held.append(name)
            else:
                held.remove(name)
            after = (
                (*places[:number], places[number] + 1, *places[number + 1 :]),
                (*seen[:number], (mine, fetched), *seen[number + 1 :]),
                tuple(values.items()),
                tuple(held),
            )
            found.update(count(fetch(after, number)))
        if not moved:
            finished = all(p == len(t) for p, t in zip(places, threads, strict=True))
            x, y = dict(names).values()
            found["finished" if finished else "deadlock", f"{x} {y}\n" if finished else ""] += 1
        return found

    nothing = ((0, 0),) * len(threads)
    start: State = ((0,) * len(threads), nothing, (("x", 0), ("y", 0)), ())
    for number in range(len(threads)):
        start = fetch(start, number)
    return count(start)


def programs(strategies: Any) -> Any:
    """Two or three threads of one to three steps, some of them within locks."""
    steps = strategies.tuples(
        strategies.sampled_from(["read", "write", "add", "late"]), strategies.sampled_from("xy")
    )
    locked = strategies.lists(strategies.sampled_from("KL"), max_size=2, unique=True)

    def thread(drawn: tuple[list[Operation], list[str], int]) -> Thread:
        operations, locks, first = drawn
        first = min(first, len(operations) - 1)
        inside = [("take", k) for k in locks] + operations[first:]
        return (*operations[:first], *inside, *[("give", k) for k in reversed(locks)])

    one = strategies.tuples(
        strategies.lists(steps, min_size=1, max_size=3), locked, strategies.integers(0, 2)
    ).map(thread)
    return strategies.lists(one, min_size=2, max_size=3).map(tuple)


def test_the_model_knows_the_two_deposits() -> None:
    deposit = (("read", "x"), ("add", "y"), ("write", "x"))
    assert ends((deposit, deposit)) == {("finished", "1 4\n"): 18, ("finished", "2 4\n"): 2}


def test_the_model_knows_the_deadlock() -> None:
    one = (("take", "K"), ("take", "L"), ("give", "L"), ("give", "K"))
    other = (("take", "L"), ("take", "K"), ("give", "K"), ("give", "L"))
    assert ends((one, other))["deadlock", ""] == 2


def test_random_programs_end_as_the_model_says(written: Written) -> None:
    hypothesis = pytest.importorskip("hypothesis", reason="hypothesis is not installed")

    def compare(threads: tuple[Thread, ...]) -> None:
        found = explore(written(source(threads)))
        assert found.complete
        assert {(o.end, o.output): o.schedules for o in found.outcomes} == ends(threads)

    settings = hypothesis.settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    settings(hypothesis.given(programs(hypothesis.strategies))(compare))()
