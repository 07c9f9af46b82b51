from scripts.problem import Problem

PROBLEM = Problem("a.py:3", expected="a lock", seen="no lock", command="cat a.py")


def test_a_problem_begins_with_its_place_and_what_was_seen() -> None:
    assert str(PROBLEM).splitlines()[0] == "a.py:3: no lock"


def test_a_problem_tells_what_was_expected_and_where_to_look() -> None:
    assert str(PROBLEM).splitlines()[1:] == [
        "    expected: a lock",
        "    look:     cat a.py",
    ]


def test_machines_get_the_same_four_parts() -> None:
    assert PROBLEM.as_json() == {
        "place": "a.py:3",
        "expected": "a lock",
        "seen": "no lock",
        "command": "cat a.py",
    }
