"""Tasks of asyncio are strands of their own."""

from tests.trace.conftest import Traced


def test_tasks_are_born_wait_and_end(traced: Traced) -> None:
    found = traced("tasks")
    names = [
        (strand["letter"], strand["name"], strand["kind"]) for strand in found.assembly.strands
    ]
    assert names == [
        ("main", "MainThread", "thread"),
        ("A", "Task-1 (main)", "task"),
        ("B", "Task-2 (work)", "task"),
        ("C", "Task-3 (sleep)", "task"),
        ("D", "Task-4 (fails)", "task"),
    ]
    assert found.says("B") == [
        "begins", "asks for lock", "gets lock", "waits: items is empty", "gets a from items",
        "has a", "sleeps 0.01 s", "wakes", "releases lock", "ends",
    ]  # fmt: skip
    assert found.says("C")[-1] == "is cancelled"
    assert found.says("D") == ["begins", "ends by KeyError"]
    assert found.says("main") == ["begins", "starts A", "ends"]


def test_an_eager_task_is_born_before_its_first_step(traced: Traced) -> None:
    found = traced("eager", on="3.13")
    assert found.says("B") == ["begins", "done True", "ends"]
    assert found.says("A") == ["begins", "starts B", "ends"]
