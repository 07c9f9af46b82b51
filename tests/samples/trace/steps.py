"""Labels on statements of every kind."""
from __future__ import annotations

import dataclasses
import functools
import threading


@dataclasses.dataclass
class Box:
    lock: threading.Lock = dataclasses.field(default_factory=threading.Lock)
    value: int = 0


def twice(function):
    @functools.wraps(function)
    def inner(*given):
        function(*given)  # step: once {given[0]}
        return function(*given)  # step: again

    return inner


@twice
def work(text):
    def nested():
        with box.lock:  # step: in
            box.value += 1  # step: value {box.value} {{x}} {missing}

    nested()


def numbers():
    for number in range(2):  # step: counts
        yield number  # step: yields {number}


box = Box()
work("t")
while box.value < 4:  # step: looks at {box.value}
    box.value += 1
if box.value == 4:  # step: four
    print(f"{{{list(numbers())}}}")  # step: prints
text = """
# step: no label
"""
long = [
    1,
    2,
]  # step: long {long[1]}
