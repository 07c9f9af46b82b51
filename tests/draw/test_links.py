from scripts.draw.links import Link, links
from tests.draw.telling import sample, told

THREE = "main M\nA a\nB b\n\n"


def test_starts_ends_and_releases_wake_somebody() -> None:
    assert links(sample("fixed")) == [
        Link(0, 1, True),
        Link(6, 7, True),
        Link(12, 13, True),
        Link(16, 17, True),
        Link(22, 23, True),
    ]


def test_a_lock_that_is_free_is_nobody_s_doing() -> None:
    assert links(told(f"{THREE}0 A 1 released p: x\n1 B 1 asks p: x\n2 B 1 got p: x")) == []


def test_a_wait_that_is_given_up_is_nobody_s_doing() -> None:
    assert links(told(f"{THREE}0 B 1 asks p: x\n1 A 1 released p: x\n2 B 1 refused p: x")) == []


def test_the_last_one_at_a_barrier_lets_the_others_pass() -> None:
    lines = "0 A 1 waits g: waits at g\n1 B 1 waits g: waits at g\n2 B 1 woken g: passes g\n3 A 1 woken g: passes g"
    assert links(told(THREE + lines)) == [Link(1, 3, True)]


def test_a_condition_is_notified() -> None:
    lines = "0 A 1 waits c: waits\n1 B 1 notifies c: tells one\n2 A 1 woken c: goes on"
    assert links(told(THREE + lines)) == [Link(1, 2, True)]


def test_what_is_put_wakes_the_one_who_waits_for_it() -> None:
    lines = (
        "0 A 1 waits q: waits: q is empty\n1 B 1 puts q: puts 3 into q\n2 A 1 gets q: gets 3 from q"
    )
    assert links(told(THREE + lines)) == [Link(1, 2, True)]


def test_things_in_a_queue_are_told_apart_by_what_they_are() -> None:
    lines = "0 B 1 puts q: puts 3 into q\n1 B 1 puts q: puts 4 into q\n2 A 1 gets q: gets 4 from q"
    assert links(told(THREE + lines)) == [Link(1, 2, False)]


def test_things_that_look_the_same_are_not_linked() -> None:
    lines = "0 B 1 puts q: puts 3 into q\n1 B 1 puts q: puts 3 into q\n2 A 1 gets q: gets 3 from q"
    assert links(told(THREE + lines)) == []


def test_messages_of_a_pipe_arrive_in_order() -> None:
    lines = "0 B 1 sends p >A: sends x\n1 B 1 sends p >A: sends x\n2 A 1 receives p >B: gets\n3 A 1 receives p >B: gets"
    assert links(told(THREE + lines)) == [Link(0, 2, False), Link(1, 3, False)]
