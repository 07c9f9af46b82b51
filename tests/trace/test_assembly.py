"""How logs become one story, from records that no run wrote."""

from typing import Any

import pytest

from scripts.trace.assembly import Assembly, assemble
from scripts.trace.session import Log
from scripts.trace.things import assigned

Record = dict[str, Any]


def event(at: int, do: str = "step", text: str = "x", by: int = 0, **more: Any) -> Record:
    return {"at": at, "by": by, "line": 1, "do": do, "text": text, **more}


def log(pid: int, start: int, *records: Record, **told: Any) -> Log:
    return Log(pid, start, [{"process": pid, "parent": 1, "rank": None, **told}, *records])


def texts(made: Assembly) -> list[str]:
    return [f"{made.strands[e['strand']]['letter']} {e['text']}" for e in made.events]


def test_events_of_all_processes_are_put_in_order() -> None:
    one = log(2, 0, event(1, text="a"), event(1_000_001, text="c"))
    made = assemble([log(3, 5, event(400, text="b")), one], "")
    assert texts(made) == ["main a", "A b", "main c"]
    assert [e["at"] for e in made.events] == [0.0, 0.0, 0.001]


def test_a_process_with_nothing_to_tell_is_left_out() -> None:
    made = assemble([log(2, 0, event(1)), log(3, 1)], "")
    assert len(made.processes) == 1


def test_a_started_process_is_found_by_its_number_and_the_time() -> None:
    ticket = {"ticket": 1}
    parent = log(
        2, 0,
        event(1),
        event(10, "starts", "starts \x02", to=ticket),
        {**ticket, "pid": 3, "method": "spawn", "name": "child"},
        event(90, "joined", "\x02 has ended", to=ticket),
    )  # fmt: skip
    older, child = log(3, 5, event(6)), log(3, 20, event(30, "born", "begins"))
    made = assemble([parent, older, child], "")
    assert made.processes[2] == {"number": 2, "name": "child", "pid": 3, "parent": 0, "method": "spawn"}  # fmt: skip
    assert texts(made)[2] == "main starts B"
    assert made.events[-1]["to"] == made.events[2]["to"] == 2


def test_a_started_program_that_tells_nothing_goes_by_its_name() -> None:
    starts = event(1, "starts", "starts \x02", to={"ticket": 1}, other="sleep 1")
    made = assemble([log(2, 0, starts)], "")
    assert texts(made) == ["main starts sleep 1"]
    assert made.events[0]["to"] is None


def test_letters_follow_the_starts_not_the_births() -> None:
    made = assemble(
        [log(2, 0, event(1, "starts", to=1), event(2, "starts", to=2), event(3, by=2), event(4, by=1))], ""
    )  # fmt: skip
    assert [e["strand"] for e in made.events] == [0, 0, 2, 1]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (event(40, by=1, began=20), 1),  # begins while the first is not done
        (event(60, by=1, began=40), 0),
        (event(40, by=0, began=20), 0),  # the same strand: a step inside of a step
    ],
)
def test_steps_are_torn_where_nobody_can_say_which_was_first(second: Record, count: int) -> None:
    assert assemble([log(2, 0, event(30, began=10), second)], "").torn == count


def test_a_step_that_waits_tears_nothing() -> None:
    waits = event(15, "asks", by=1)
    made = assemble([log(2, 0, waits, event(90, by=1, began=10), event(60, began=50))], "")
    assert made.torn == 0


def test_what_a_dead_process_left_half_written_is_harmless() -> None:
    made = assemble([log(2, 0, event(1, "asks", "asks for \x01", what="2.1"))], "")
    assert texts(made) == ["main asks for lock"]


def asks(key: str, **thing: Any) -> tuple[Record, Record]:
    told = {"thing": key, "kind": "lock", "made": 0, "nth": 0, "path": "", "local": "", **thing}
    return told, event(1, "asks", "\x01", what=key)


def test_the_name_in_the_module_goes_before_the_place_where_it_was_made() -> None:
    source = "forks = [Lock() for _ in 'ab']\na, b = Lock(), Lock()"
    records = [
        *asks("2.1", path="table['x']", made=1),
        *asks("2.2", made=1, nth=1),
        *asks("2.3", made=2, nth=1, local="given"),
        *asks("2.4", local="given"),
        *asks("2.5"),
    ]
    made = assemble([log(2, 0, *records)], source)
    assert [e["what"] for e in made.events] == ["table['x']", "forks[1]", "b", "given", "lock"]


def test_two_things_of_one_name_are_told_apart() -> None:
    first = log(2, 0, *asks("2.1", path="lock"), *asks("2.2", path="lock"))
    second = log(3, 5, *asks("3.1", path="lock"), *asks("2.1", path="lock"))
    made = assemble([first, second], "")
    assert [e["what"] for e in made.events] == ["lock", "lock 2", "lock (of A)", "lock (of A) 2"]


def test_names_are_read_from_assignments() -> None:
    source = (
        "a = f()\nself.b = f()\nc: int = f()\n(d, e) = f()\ng = [\n  f(),\n]\nif (h := f()): pass"
    )
    assert assigned(source) == {
        1: ["a"], 2: ["b"], 3: ["c"], 4: ["d", "e"], 5: ["g[]"], 6: ["g[]"], 7: ["g[]"], 8: ["h"],
    }  # fmt: skip


def test_bytes_are_matched_with_who_got_them() -> None:
    ends = {"ends": [7, 7], "kind": "pipe", "made": 0}
    sent = [event(n, "sends", end=7, size=4) for n in (1, 2)]
    got = [event(n, "receives", by=by, end=7, size=size) for n, by, size in [(3, 1, 6), (4, 2, 2)]]
    made = assemble([log(2, 0, ends, *sent, *got)], "")
    assert [e["to"] for e in made.events] == [1, 2, 0, 0]
    assert {e["what"] for e in made.events} == {"pipe"}
