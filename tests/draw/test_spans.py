from scripts.draw.spans import spans
from tests.draw.telling import told

TWO = "A a\nB b\n\n"
LINES = (
    "0 A 1 step: x\n1 A 2 step: x\n2 B 1 step: x\n3 A 3 sleeps: x\n5 B 2 step: x\n6 A 3 wakes: x"
)


def looks(strand: int, head: str = TWO) -> list[tuple[str, float, float | None]]:
    milliseconds = [
        (s.look, round(1000 * s.start), None if s.stop is None else round(1000 * s.stop))
        for s in spans(told(head + LINES))[strand]
    ]
    return [(look, start, stop) for look, start, stop in milliseconds]


def test_who_can_act_alone_acts() -> None:
    assert looks(1) == [("outlined", 2, 3), ("filled", 3, 6), ("outlined", 6, None)]


def test_who_takes_turns_acts_only_between_its_own_events() -> None:
    assert looks(0) == [
        ("filled", 0, 2), ("outlined", 2, 3), ("dotted", 3, 6), ("outlined", 6, None),
    ]  # fmt: skip


def test_without_a_gil_all_who_can_act() -> None:
    assert looks(1, f"gil off\n{TWO}") == [("filled", 2, 6), ("filled", 6, None)]


def test_processes_do_not_take_turns() -> None:
    head = "process main\nA a\nprocess other fork\nB b\n\n"
    assert {look for look, _, _ in looks(1, head)} == {"filled"}


def test_a_task_that_nobody_else_keeps_from_acting_may_await_something() -> None:
    head = "A Task-1 (a)\nB Task-2 (b)\n\n"
    assert {look for look, _, _ in looks(1, head)} == {"outlined"}
    assert looks(0, head)[0] == ("filled", 0, 1)
