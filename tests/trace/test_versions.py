"""Old and new interpreters, with and without the GIL."""

import pytest

from scripts.book import Book
from scripts.interpreter import find
from tests.conftest import sample
from tests.trace.conftest import Written, story

METHOD = {"3.14": "forkserver", "3.15": "forkserver"}  # where no method is chosen


@pytest.mark.parametrize("label", ["3.8", "3.9", "3.12", "3.13", "3.13t", "3.14", "3.15"])
def test_a_thread_a_process_and_a_task(written: Written, label: str) -> None:
    if find(label, Book()) is None:
        pytest.skip(f"no Python {label} here")
    found = story(written(sample("trace/everything"), "everything"), label)
    assert found.run.exit == 0, found.run.output
    steps = [event["text"] for event in found.rows() if event["do"] == "step"]
    assert steps == ["says Thread", "says Process", "done True"]
    assert [strand["kind"] for strand in found.assembly.strands] == ["thread"] * 3 + ["task"]
    assert found.assembly.processes[1]["method"] == METHOD.get(label, "fork")
    assert found.says("main") == [
        "begins", "starts A", "waits for A to end", "goes on: A has ended",
        "starts B", "waits for B to end", "goes on: B has ended", "starts C", "ends",
    ]  # fmt: skip
