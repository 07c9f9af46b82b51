"""Events of threading, queue and time."""

from scripts.trace.assembly import letter
from tests.trace.conftest import Traced


def test_locks_have_the_names_that_lead_to_them(traced: Traced) -> None:
    found = traced("locks")
    assert found.says("main", "born", "ended") == [
        "asks for lock", "gets lock",
        "asks for lock", "does not get lock",
        "asks for lock", "gives up on lock after 0.01 s",
        "releases lock",
        "asks for forks[1]", "gets forks[1]", "releases forks[1]",
        "asks for table['in']", "gets table['in']",
        "asks for table['in']", "gets table['in']",
        "releases table['in']", "releases table['in']",
        "asks for own", "gets own",
        "asks for account.lock", "gets account.lock",
        "releases account.lock", "releases own",
        "asks for made", "gets made", "releases made",
    ]  # fmt: skip


def test_waiting_tells_who_lets_whom_go_on(traced: Traced) -> None:
    found = traced("waiting")
    assert found.says("A", "born", "ended") == [
        "waits for go",
        "goes on: go is set",
        "asks for ready",
        "gets ready",
        "tells one thread of ready",
        "releases ready",
        "waits at meet",
        "passes meet",
    ]
    assert found.says("main", "born", "starts", "waits_join", "joined", "ended") == [
        "asks for ready", "gets ready", "sets go",
        "waits to be told of ready", "releases ready", "goes on",
        "asks for ready", "gets ready", "releases ready",
        "waits at meet", "passes meet",
        "asks for ready", "gets ready",
        "waits to be told of ready", "releases ready", "goes on: the time is over",
        "asks for ready", "gets ready", "releases ready",
        "asks for a place in places", "has a place in places",
        "asks for a place in places", "gets no place in places",
        "frees a place in places",
        "waits for event", "waits for event no longer",
    ]  # fmt: skip
    told, woken = found.first("notifies", "ready"), found.first("woken", "ready")
    assert told["n"] < woken["n"]


def test_a_queue_tells_when_it_changes_and_who_waits(traced: Traced) -> None:
    found = traced("queues")
    assert found.says("main", "born", "ended", "starts") == [
        "puts a into items",
        "waits: items is full",
        "gives up: items is full",
        "gets a from items",
        "waits until all of items is done",
        "goes on: all of items is done",
        "waits: items is empty",
        "gives up: items is empty",
        "puts 1 into simple",
        "gets 1 from simple",
    ]


def test_threads_are_born_and_end_and_raise(traced: Traced) -> None:
    found = traced("threads")
    assert found.letters == ["main", "A", "B", "C", "D", "E", "F"]
    names = [strand["name"] for strand in found.assembly.strands]
    assert [name.partition(" ")[0] for name in names] == [
        "MainThread", "Thread-1", "worker", "raw", "n0", "n1", "Thread-2",
    ]  # fmt: skip
    assert found.says("A") == ["begins", "sleeps 60 s"], "a daemon thread has no end"
    assert found.says("B") == ["begins", "raises ValueError: no {braces}", "ends"]
    assert found.first("raises")["line"] == 11
    assert found.says("main")[-3:] == [
        "has nothing more to do, and waits for the others to end",
        "goes on: the others have ended",
        "ends",
    ]


def test_sleeps_of_libraries_are_not_told(traced: Traced) -> None:
    found = traced("threads")
    assert [event["line"] for event in found.rows() if event["do"] == "sleeps"] == [16]


def test_the_letters_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 52, 702)] == ["A", "Z", "AA", "AB", "BA", "AAA"]
