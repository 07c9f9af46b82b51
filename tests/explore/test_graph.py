"""Counting and classifying, on graphs small enough to do by hand."""

from scripts.explore.engine.graph import outcomes
from scripts.explore.engine.search import Node


def node(*edges: int, end: str = "", output: str = "") -> Node:
    ready = tuple(range(1, len(edges) + 1))
    return Node(None, ready, list(edges), [""] * len(edges), end=end, output=output)


def test_paths_are_counted_along_every_edge() -> None:
    found, total = outcomes([node(1, 1), node(2, 2), node(end="finished")])
    assert total == 4
    assert [(one.end, one.schedules) for one in found] == [("finished", 4)]


def test_a_loop_makes_what_follows_unbounded() -> None:
    found, total = outcomes([node(1, 2), node(1, 3), node(end="error"), node(end="finished")])
    assert total is None
    assert {one.end: one.schedules for one in found} == {"finished": None, "error": 1}


def test_a_loop_without_a_way_out_is_a_livelock() -> None:
    found, _ = outcomes([node(1, 3), node(2), node(1), node(end="finished")])
    assert {one.end: one.schedules for one in found} == {"finished": 1, "livelock": None}


def test_a_loop_that_was_not_walked_to_its_end_is_none() -> None:
    found, _ = outcomes([node(1, 3), node(2, -1), node(1), node(end="finished")])
    assert [one.end for one in found] == ["finished"]


def test_ends_with_the_same_output_are_one_outcome() -> None:
    ends = [node(end="finished", output="x") for _ in range(2)]
    found, _ = outcomes([node(1, 2), *ends])
    assert [(one.output, one.schedules) for one in found] == [("x", 2)]


def test_the_example_changes_threads_as_seldom_as_can_be() -> None:
    # A B A and B A A lead to the end; the second needs one change less.
    nodes = [node(1, 2), node(-1, 3), node(4, -1), node(5, -1), node(5, -1), node(end="finished")]
    found, _ = outcomes(nodes)
    assert found[0].example == [2, 1, 1]
