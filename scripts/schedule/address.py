"""A set-up as it stands in the page's address: short, readable, and free of what a link escapes.

    eevdf,fifo,w200/n10/b1,z9

Settings come first: one policy or two to compare, then letters with numbers. A part for each task
follows, with what differs from a hog at nice 0. Times are in milliseconds.
docs/assets/scheduler/address.js reads and writes the same.
"""

from dataclasses import fields

from scripts.schedule.tasks import MS, Setup, Task

# By letter, in the order in which they are written; numbers first, then times, then switches.
OF_SETUP = {"w": "length", "c": "cpus", "k": "tick", "s": "slice", "q": "quantum", "o": "boost"}
OF_TASK = {"n": "nice", "a": "arrives", "b": "burst", "z": "sleep", "x": "rounds", "t": "terminal"}
SWITCHES = {"g": "autogroup", "i": "idle"}
COUNTED = ("cpus", "nice", "rounds", "terminal")


def write(setup: Setup, against: str = "") -> str:
    """The address of a set-up, and of a second policy to compare it with."""
    policies = [setup.policy, *([against] if against else [])]
    first = [*policies, *_written(setup, OF_SETUP)]
    rest = [",".join(_written(task, OF_TASK)) or "n0" for task in setup.tasks]
    return "/".join([",".join(first), *rest])


def milliseconds(time: int) -> str:
    """A time as a person writes it: 2800000 is "2.8"."""
    return f"{time / MS:.6f}".rstrip("0").rstrip(".")


def _written(one: Setup | Task, letters: dict[str, str]) -> list[str]:
    """What differs from the usual."""
    usual = {field.name: field.default for field in fields(one)}
    found = []
    for letter, name in letters.items():
        value = getattr(one, name)
        if value != usual[name]:
            found.append(letter + (str(value) if name in COUNTED else milliseconds(value)))
    found += [letter for letter, name in SWITCHES.items() if getattr(one, name, False)]
    return found
