from scripts.draw.counted import at_the_end, transitions
from tests.draw.telling import sample, told


def test_every_change_is_counted() -> None:
    found = {(t.before, t.after): len(t.events) for t in transitions(sample("transfer"))}
    assert found == {
        (None, "able"): 1, (None, "new"): 2, ("new", "able"): 2, ("able", "lock"): 4,
        ("lock", "able"): 2, ("able", "sleep"): 2, ("sleep", "able"): 2, ("able", "join"): 1,
    }  # fmt: skip


def test_one_wait_after_another_leads_through_able() -> None:
    ways = [
        (t.before, t.after) for t in transitions(told("A a\n\n0 A 1 asks p: x\n1 A 1 asks q: x"))
    ]
    assert set(ways) == {(None, "able"), ("able", "lock"), ("lock", "able")}


def test_who_is_where_at_the_end() -> None:
    assert at_the_end(sample("transfer")) == {"join": ["main"], "lock": ["A", "B"]}
