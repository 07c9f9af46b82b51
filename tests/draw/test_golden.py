"""Golden pictures: what was looked at and found good stays as it was."""

import os
from pathlib import Path

import pytest

from tests.draw.cases import FIGURES

GOLDEN = Path(__file__).parent / "golden"
KEPT = (
    "sequence-fixed",
    "sequence-pipes",
    "timeline-transfer",
    "waits-philosophers",
    "waits-chain",
    "states-transfer",
    "memory-two_threads",
    "chart-bars",
    "chart-lines",
)
RENEW = "INTERLEAVE_RENEW=1 python -m pytest tests/draw/test_golden.py"


@pytest.mark.parametrize("name", KEPT)
def test_the_picture_is_the_one_that_was_looked_at(name: str) -> None:
    # A line for each element, so that a difference can be read.
    drawn = FIGURES[name]().svg.replace("><", ">\n<") + "\n"
    file = GOLDEN / f"{name}.svg"
    if os.environ.get("INTERLEAVE_RENEW"):
        file.write_text(drawn, encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    changed = [
        (number, before, after)
        for number, (before, after) in enumerate(
            zip([*kept.splitlines(), ""], [*drawn.splitlines(), ""], strict=False), 1
        )
        if before != after
    ]
    first = "line {}:\n  was {}\n  is  {}".format(*changed[0]) if changed else "its end"
    assert drawn == kept, (
        f"golden/{name}.svg differs at {first}\n"
        f"Look at the figure in a browser. If it should be so: {RENEW}"
    )


def test_no_golden_picture_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(KEPT)
