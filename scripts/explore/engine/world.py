"""What is going on: the one run under way, and the program that it runs."""

import itertools
from types import CodeType, FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.explore.engine.run import Run
    from scripts.explore.engine.steps import Step

# The run under way. It always exists while code of the program can run; after
# a run its `current` is None, and every replaced part does nothing.
run: "Run"

# The program's name as tracebacks show it: the file name of its code objects.
program = ""
# Functions of libraries that count as the program's own: each call they make
# is a stop of its own.
own: set[CodeType] = set()


# What numbers new threads and new pools: part of every state.
counts: list["itertools.count[int]"] = []
# The labelled steps, by number.
steps: list["Step"] = []


def is_program(frame: FrameType) -> bool:
    """Whether a frame belongs to the program itself, not to a library."""
    code = frame.f_code
    return code.co_filename == program or code in own


def line_of(frame: FrameType | None) -> int:
    """The program's line that a frame is at, or was called from; 0 for none."""
    while frame is not None:
        if frame.f_code.co_filename == program:
            return frame.f_lineno
        frame = frame.f_back
    return 0
