"""A report comes from beside the program, so it is believed only as far as it holds."""

from typing import Any

import pytest

from scripts.explore.exploration import DamagedReport, from_report

GOOD: dict[str, Any] = {
    "complete": True,
    "states": 1,
    "schedules": None,
    "outcomes": [{"end": "finished", "output": "", "schedules": 1, "example": ["A"], "waits": []}],
    "notes": [],
    "loose": [],
    "runs": 1,
    "seconds": 0.1,
    "threads": [{"letter": "A", "name": "x"}],
    "graph": {
        "names": ["x"],
        "outputs": [""],
        "nodes": [
            {
                "lines": [1],
                "values": ["1"],
                "go": [[1, "reads", 0]],
                "blocked": {},
                "output": 0,
                "end": "",
            }
        ],
    },
    "without_graph": "",
}


def with_node(**changed: Any) -> dict[str, Any]:
    return {**GOOD, "graph": {**GOOD["graph"], "nodes": [{**GOOD["graph"]["nodes"][0], **changed}]}}


def test_with_loose_lines_nothing_is_certain() -> None:
    assert from_report({**GOOD, "loose": [3]}).word() == "possible"


def test_a_good_report_is_read() -> None:
    found = from_report(GOOD)
    assert found.word() == "certain"
    assert found.as_json() == {key: GOOD[key] for key in GOOD if key not in ("runs", "seconds")}


@pytest.mark.parametrize(
    "damaged",
    [
        [],
        {},
        {**GOOD, "complete": "yes"},
        {**GOOD, "states": -1},
        {**GOOD, "schedules": "20"},
        {**GOOD, "states": True},
        {**GOOD, "outcomes": []},
        {**GOOD, "outcomes": [{}]},
        {**GOOD, "outcomes": [{**GOOD["outcomes"][0], "end": "won"}]},
        {**GOOD, "threads": ["A"]},
        {**GOOD, "graph": []},
        with_node(go=[[1, "reads", 7]]),
        with_node(go=[[1, 2, 0]]),
        with_node(output=3),
        with_node(lines=None),
    ],
)
def test_a_damaged_report_is_not(damaged: Any) -> None:
    with pytest.raises(DamagedReport):
        from_report(damaged)
