import json
from typing import Any

import pytest

from scripts.draw.trace import DamagedTrace, from_json

GOOD: dict[str, Any] = {
    "program": "races/x",
    "label": "build",
    "exit": None,
    "processes": [{"number": 0, "name": "main", "pid": 7, "parent": None, "method": ""}],
    "strands": [{"number": 0, "process": 0, "letter": "main", "name": "M", "kind": "thread"}],
    "events": [
        {"n": 0, "at": 0, "strand": 0, "line": 1, "do": "step", "text": "x", "what": "", "to": None}
    ],
    "interpreter": {"gil": "off"},
}


def test_a_trace_is_read() -> None:
    trace = from_json(GOOD)
    assert trace.letter(0) == "main"
    assert trace.events[0].at == 0.0
    assert not trace.takes_turns
    assert trace.of(0) == list(trace.events)


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        (("events", 0, "n"), 3, "event 0 has the number 3"),
        (("events", 0, "do"), "dances", "event 0 does 'dances'"),
        (("events", 0, "strand"), 1, "event 0: strand is 1, of 1"),
        (("events", 0, "to"), 4, "event 0: to is 4, of 1"),
        (("events", 0, "at"), True, "event 0: at is 'True'"),
        (("strands", 0, "process"), -1, "a strand's process is -1, of 1"),
        (("processes", 0, "number"), 1, "process 0 has the number 1"),
        (("program",), 3, "program is '3'"),
    ],
)
def test_what_is_no_trace_is_told(where: tuple[Any, ...], value: object, said: str) -> None:
    data = json.loads(json.dumps(GOOD))
    *way, last = where
    inner = data
    for step in way:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(DamagedTrace, match=said):
        from_json(data)


def test_events_must_be_in_order() -> None:
    first = {**GOOD["events"][0], "at": 2.0}
    second = {**GOOD["events"][0], "n": 1, "at": 1.0}
    with pytest.raises(DamagedTrace, match="order of time"):
        from_json({**GOOD, "events": [first, second]})
