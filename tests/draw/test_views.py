"""What the views say of a few traces."""

import re

import pytest

from scripts.draw import NotDrawable, memory, sequence, slices, states, timeline, waits
from tests.draw.telling import sample, told


def test_a_sequence_says_who_waits_at_the_end() -> None:
    assert "At the end main, A and B still wait." in sequence(sample("transfer")).desc
    assert "still" not in sequence(sample("fixed")).desc


def test_a_part_of_a_sequence_has_only_its_events() -> None:
    figure = sequence(sample("fixed"), first=8, last=14)
    assert [row.event for row in figure.rows] == list(range(8, 15))
    assert ">lock<" in figure.svg, "the lock is held from before on"


def test_parts_of_one_trace_have_ids_of_their_own() -> None:
    trace = sample("fixed")
    figures = [
        sequence(trace),
        sequence(trace, 3),
        sequence(trace, 0, 9),
        timeline(trace, stop=0.1),
    ]
    assert len({figure.id for figure in figures}) == 4
    assert all(re.fullmatch(r"[a-zA-Z][a-zA-Z0-9-]*", figure.id) for figure in figures)


def test_a_sequence_that_nobody_could_read_is_refused() -> None:
    trace = told("A a\n\n" + "\n".join(f"{i} A 1 step: x" for i in range(1000)))
    with pytest.raises(NotDrawable, match="1000 events"):
        sequence(trace)
    assert len(sequence(trace, last=99).rows) == 100


def test_a_deadlock_is_named() -> None:
    figure = waits(sample("transfer"))
    assert figure.caption == "A and B wait for one another, round in a circle: a deadlock."
    assert "This is a cycle: A, lock['Bob'], B, lock['Ann'], A." in figure.desc


def test_nobody_waits() -> None:
    with pytest.raises(NotDrawable, match="samples/told"):
        waits(told("A a\n\n0 A 1 step: x"))


def test_the_states_say_what_a_trace_cannot_see() -> None:
    assert "not whether they have a processor" in states(sample("fixed")).desc


def test_a_window_of_a_timeline() -> None:
    figure = timeline(sample("fixed"), 0.05, 0.15)
    assert "from 50 ms to 0.15 s of 0.2 s" in figure.desc
    # What goes on from before is told, with the event that began it.
    assert {row.event for row in figure.rows} >= {3, 5, 8, 9}


def test_output_without_maps() -> None:
    with pytest.raises(NotDrawable, match="x/y"):
        memory("nothing", "x/y")


def test_slices_are_drawn_to_scale() -> None:
    figure = slices("slice A 0 10 ms\nslice B 10.0 20 ms\nslice A 20 40 ms\n", "samples/slices")
    found = re.findall(r'<rect class="f-filled"[^>]* width="([\d.]+)"', figure.svg)
    drawn = [float(wide) for wide in found]
    assert drawn[0] == pytest.approx(drawn[1], rel=0.01)
    assert drawn[2] == pytest.approx(2 * drawn[0], rel=0.01)
    assert "A ran 2 times, median 15 ms; B ran 1 time, median 10 ms." in figure.desc


@pytest.mark.parametrize("output", ["", "slice A 3 ms", "slice A 5.0 3.0 ms", "a slice A 1 2 ms"])
def test_an_output_without_slices_is_refused(output: str) -> None:
    with pytest.raises(NotDrawable, match=r"slice A 12\.3 17\.4 ms"):
        slices(output, "samples/slices")
