"""Processes: how they are started, what they share, how they end."""

import pytest

from scripts.recorder import CannotRun
from tests.trace.conftest import Traced

CHILD = [
    "asks for the_lock", "gets the_lock", "sleeps 0.01 s", "wakes", "sleeps", "releases the_lock",
    "asks for total", "gets total", "releases total",
    "puts hello into results", "receives 41", "sends 42",
    "waits for go", "goes on: go is set",
    "asks for ready", "gets ready", "tells one process of ready", "releases ready",
    "waits at meet", "passes meet",
    "asks for a place in places", "has a place in places", "frees a place in places",
]  # fmt: skip


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_share_locks_queues_and_pipes(traced: Traced, method: str) -> None:
    found = traced("shares", METHOD=method)
    child = found.assembly.processes[1]
    assert (child["parent"], child["method"]) == (0, method)
    said = found.says("A", "born", "ended")
    assert [text for text in said if not text.startswith("waits: nothing")] == CHILD
    assert found.says("A")[0] == "begins"
    assert found.says("A")[-1] == "ends"
    assert found.says("main")[-2:] == ["goes on: A has ended", "ends"]


def test_what_is_sent_tells_who_got_it(traced: Traced) -> None:
    found = traced("shares", METHOD="fork")
    pairs = [(e["do"], e["strand"], e["to"], e["what"]) for e in found.rows() if e["do"] in ("sends", "receives")]  # fmt: skip
    assert sorted(pairs) == [
        ("receives", 0, 1, "mine–other"), ("receives", 1, 0, "mine–other"),
        ("sends", 0, 1, "mine–other"), ("sends", 1, 0, "mine–other"),
    ]  # fmt: skip


def test_forks_with_their_exits_and_signals(traced: Traced) -> None:
    found = traced("forks")
    assert [process["method"] for process in found.assembly.processes] == ["", "fork", "fork"]
    said = found.says("main")
    assert "goes on: A has ended with exit 3" in said
    assert "goes on: B was ended by SIGKILL" in said
    assert found.says("A")[-1] == "ends at once, by os._exit(3)"
    assert found.says("B") == ["begins"]
    assert found.first("receives", "reading–writing")["to"] == 1


def test_the_copy_of_a_lock_in_a_fork_is_another_lock(traced: Traced) -> None:
    found = traced("forks")
    names = [
        {e["what"] for e in found.rows(letter) if e["do"] == "got"} for letter in ("main", "A")
    ]
    # Whoever comes first has the bare name, and that is up to the scheduler.
    assert names in ([{"lock"}, {"lock (of A)"}], [{"lock (of main)"}, {"lock"}])


def test_programs_that_are_started_by_it(traced: Traced) -> None:
    found = traced("commands")
    processes = found.assembly.processes
    assert [p["name"] for p in processes] == ["main", "python commands.py again", "python -c print(1)"]  # fmt: skip
    assert {p["method"] for p in processes[1:]} == {"exec"}
    assert "goes on: A has ended with exit 2" in found.says("main")
    assert "goes on: sleep 0.01 has ended" in found.says("main")


def test_a_process_that_becomes_another_program(traced: Traced) -> None:
    found = traced("becomes")
    assert [process["method"] for process in found.assembly.processes] == ["", "exec"]
    assert found.says("main") == ["begins", "becomes another program"]
    assert found.says("A") == ["begins", "ends"]


def test_executors_hand_over_calls_and_results(traced: Traced) -> None:
    found = traced("executors")
    assert [strand["process"] for strand in found.assembly.strands] == [0, 0, 1]
    assert [t for t in found.says("A") if "result" in t or "square" in t] == [
        "begins square(2)", "squares 2", "has a result: 4",
        "begins square(3)", "squares 3", "has a result: 9", "sets the next result",
    ]  # fmt: skip
    assert found.says("B")[1:-1] == ["begins square(4)", "sleeps 0.1 s", "wakes", "squares 4"]
    assert "hands square(4) to processes" in found.says("main")
    assert found.times("goes on: first is there") == 1


def test_a_pool_hands_over_calls_and_results(traced: Traced) -> None:
    found = traced("pool")
    assert [t for t in found.says("A") if t.startswith(("begins s", "gives"))] == [
        "begins square(2)", "gives back [4]", "begins square(3)", "gives back [9]",
        "begins square(4)", "gives back 16", "begins square(5)", "gives back 25",
    ]  # fmt: skip
    assert found.times("hands calls of square to workers") == 3


def test_sockets_tell_their_partners(traced: Traced) -> None:
    found = traced("sockets")
    sent = [e for e in found.rows() if e["do"] == "sends"]
    assert [(e["text"], e["to"]) for e in sent] == [
        ("sends b'hello'", 1),
        ("sends b'HELLO'", 0),
        ("sends b'x'", 0),
    ]
    assert found.first("receives", "left–right")["to"] == 0
    assert found.times("accepts a connection to server") == 1


def test_ranks_of_mpi(traced: Traced) -> None:
    try:
        found = traced("ranks")
    except CannotRun as reason:
        pytest.skip(str(reason))
    assert [process["name"] for process in found.assembly.processes] == ["rank 0", "rank 1", "rank 2"]  # fmt: skip
    assert {process["method"] for process in found.assembly.processes} == {"mpiexec"}
    assert found.letters == ["A", "B", "C"]
    together = ["comes to barrier()", "leaves barrier()"]
    assert found.says("A", "born", "ended") == [
        "sends hello to B", *together, "comes to allreduce(0)", "leaves allreduce() with 3",
    ]  # fmt: skip
    assert "receives hello from A" in found.says("B")
