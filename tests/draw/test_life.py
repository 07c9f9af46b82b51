from scripts.draw.life import Hold, holds, phases
from tests.draw.telling import sample, told


def states(strand: int, name: str) -> list[tuple[str, int, int | None]]:
    return [(p.state, p.begin, p.end) for p in phases(sample(name))[strand]]


def test_a_life_has_no_gaps() -> None:
    for life in phases(sample("fixed")):
        assert [phase.end for phase in life[:-1]] == [phase.begin for phase in life[1:]]
        assert life[-1].end is None


def test_a_thread_is_new_from_its_start_on() -> None:
    assert states(1, "deposit")[:3] == [("new", 0, 1), ("able", 1, 3), ("sleep", 3, 9)]


def test_who_waits_for_ever_has_a_phase_without_an_end() -> None:
    assert [life[-1].state for life in phases(sample("transfer"))] == ["join", "lock", "lock"]


def test_one_wait_after_another_is_two_phases() -> None:
    trace = told("A a\n\n0 A 1 asks p: asks\n1 A 2 asks q: asks\n2 A 2 got q: gets")
    assert [(p.state, p.what) for p in phases(trace)[0]] == [
        ("lock", "p"), ("lock", "q"), ("able", "q"),
    ]  # fmt: skip


def test_who_waits_at_a_condition_waits_on_while_it_gives_back_the_lock() -> None:
    lines = "0 A 1 got c: gets\n1 A 1 waits c: waits\n2 A 1 released c: releases\n3 A 1 woken c: goes on"
    trace = told(f"A a\n\n{lines}")
    assert [(p.state, p.begin, p.end) for p in phases(trace)[0]] == [
        ("able", 0, 1), ("signal", 1, 3), ("able", 3, None),
    ]  # fmt: skip


def test_holds_end_with_the_outermost_release() -> None:
    lines = ["asks", "got", "asks", "got", "released", "released"]
    text = "\n".join(f"{i} A 1 {do} r: x" for i, do in enumerate(lines))
    assert holds(told(f"A a\n\n{text}")) == [Hold(0, "r", 1, 5)]


def test_what_is_never_released_is_held_for_good() -> None:
    assert holds(sample("transfer")) == [
        Hold(1, "lock['Ann']", 3, None),
        Hold(2, "lock['Bob']", 8, None),
    ]


def test_releasing_what_nobody_holds_is_nothing() -> None:
    assert holds(told("A a\n\n0 A 1 released r: x")) == []


def test_a_thread_that_starts_the_first_task_runs_the_loop() -> None:
    head = "main MainThread\nA Task-1 (main)\nB Task-2 (cook)\n\n"
    lines = "0 main 9 starts >A: starts A\n1 A 0 born: begins\n2 A 5 starts >B: starts B\n3 main 0 ended: ends"
    trace = told(head + lines)
    assert [p.state for p in phases(trace)[0]] == ["loop", "ended"]
    assert [p.state for p in phases(trace)[1]] == ["new", "able"]
    assert trace.has_tasks
