"""Conditions, barriers, queues, events, timeouts, executors."""

import pytest

from tests.explore.conftest import Explored, ends, printed


def test_a_wakeup_can_be_lost(explored: Explored) -> None:
    found = explored("lost_wakeup")
    assert found.complete
    assert {one.end for one in found.outcomes} == {"finished", "deadlock"}
    assert found.outcomes[1].waits[1] == "A waits in cond.wait()"


def test_wait_for_loses_none(explored: Explored) -> None:
    assert list(printed(explored("waits_for"))) == ["awake"]


def test_nobody_passes_a_barrier_alone(explored: Explored) -> None:
    assert list(printed(explored("meets_at_a_barrier"))) == ["[1, 1]"]


def test_a_queue_keeps_the_order(explored: Explored) -> None:
    assert list(printed(explored("queue"))) == ["[0, 1, 2]"]


def test_a_value_fetched_before_the_wait_is_old_after_it(explored: Explored) -> None:
    assert set(printed(explored("hidden_value"))) == {"2", "3"}


def test_a_timed_wait_is_satisfied_or_times_out(explored: Explored) -> None:
    assert set(printed(explored("event"))) == {"True 1", "False 1", "False 0"}


def test_a_timed_lock_is_got_or_given_up(explored: Explored) -> None:
    assert set(printed(explored("times_out"))) == {"", "A gave up", "B gave up"}


def test_trying_for_ever_is_a_loop_with_a_way_out(explored: Explored) -> None:
    found = explored("tries_until_it_has_both")
    assert found.complete
    assert found.schedules is None
    assert [one.end for one in found.outcomes] == ["finished"]


def test_a_pool_of_threads_loses_updates_as_well(explored: Explored) -> None:
    assert set(printed(explored("pool"))) == {"3\n1", "3\n2", "3\n3"}


def test_a_pool_maps_in_order(explored: Explored) -> None:
    assert list(printed(explored("pool_map"))) == ["1\n4\n9"]


def test_a_pool_of_one_that_waits_for_itself_deadlocks(explored: Explored) -> None:
    found = explored("pool_waits_for_itself")
    assert [one.end for one in found.outcomes] == ["deadlock"]


def test_the_main_thread_takes_part(explored: Explored) -> None:
    assert set(printed(explored("main_takes_part"))) == {"0", "1", "2"}


def test_a_daemon_may_not_get_to_its_end(explored: Explored) -> None:
    assert set(printed(explored("daemon"))) == {"", "tick", "tick\ntick", "tick\n" * 2 + "tick"}


def test_an_exception_ends_a_thread_and_not_the_program(explored: Explored) -> None:
    found = explored("raises")
    assert found.complete
    assert {one.end for one in found.outcomes} == {"finished", "error"}
    assert ends(found)["finished", "end\n"] == 4
    failed = [one for one in found.outcomes if one.end == "error"]
    assert all(one.output.endswith("end\n") for one in failed)
    assert '  File "raises.py", line 11, in work\n    1 / (count - 1)' in failed[0].output


def test_an_exception_in_the_main_thread(explored: Explored) -> None:
    found = explored("raises_in_main")
    assert [one.end for one in found.outcomes] == ["error"]
    assert found.outcomes[0].output.startswith("Traceback (most recent call last):\n")
    assert found.outcomes[0].output.endswith("ValueError: no\nthe other goes on\n")


def test_a_deadlock_goes_before_an_error(explored: Explored) -> None:
    found = explored("raises_and_deadlocks")
    assert found.complete
    assert {one.end for one in found.outcomes} == {"deadlock"}


@pytest.mark.parametrize("method", ["join()", "join(timeout=1)"])
def test_a_join_waits_or_times_out(explored: Explored, method: str) -> None:
    found = explored("joins", METHOD=method)
    expected = {"done"} if method == "join()" else {"done", "not done"}
    assert set(printed(found)) == expected
