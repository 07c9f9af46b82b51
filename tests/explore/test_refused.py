"""What cannot be explored is told with its line, and nothing is claimed of it."""

import pytest

from scripts.explore.session import Bounds, explore
from scripts.problem import Problem
from tests.conftest import sample
from tests.explore.conftest import Written

SOURCES = {
    "from multiprocessing import Process": (1, "imports multiprocessing, which starts processes"),
    "import os\nos.fork()": (2, "calls os.fork()"),
    "import os\nfrom os import system\n\nsystem('ls')": (4, "calls os.system()"),
    "import asyncio": (1, "imports asyncio, which runs tasks"),
    "async def work():\n    pass": (1, "runs tasks, and only threads can be held still"),
    "import subprocess": (1, "imports subprocess, which starts processes"),
    "import socket": (1, "imports socket, which waits for what comes from outside"),
    "import random": (1, "imports random, which draws lots"),
    "import numpy": (1, "imports numpy, which the explorer does not know"),
    "import helper_of_ours": (1, "imports helper_of_ours, which the explorer does not know"),
    "from . import x": (1, "imports , which the explorer does not know"),
    "name = input()": (1, "waits for input()"),
    "import sys\n\nsys.stdin.readline()": (3, "reads from the keyboard"),
    "import time\n\nprint(time.time())": (3, "reads the clock, and here no time passes"),
    "from concurrent.futures import ProcessPoolExecutor": (1, "starts processes"),
    "import concurrent.futures as f\nf.as_completed([])": (2, "takes futures in an order"),
    "exec('x = 1')": (1, "runs code that is not in the file"),
    "import threading\nx = threading.local()": (2, "keeps values for each thread out of sight"),
    "import threading\nthreading.Lock = None": (2, "changes the module threading"),
    "print(object())": (1, "prints an address, which changes with each run"),
    "x = 1\n# step: reads nothing": (2, "has a step label that stands on no statement"),
    "import threading\nfor _ in range(30):\n  threading.Thread().start()": (
        3,
        "starts more than 26",
    ),
    "class A:\n    def __del__(self):\n        pass": (2, "defines __del__"),
    "import sys\nsys.stdout.buffer.write(b'x')": (2, "writes to sys.stdout.buffer"),
    "import os\nos.write(1, b'x')": (1, "writes to the terminal, past Python's print"),
    "while True:\n    print('x' * 1000)": (2, "prints more than 256 KiB"),
    "import os, threading\n\n\nos.kill(os.getpid(), 9)": (4, "calls os.kill()"),
    "import threading\nthreading._sys.exit\nthreading._os._exit(3)": (3, "calls os._exit()"),
}
LOOPS = "import threading\nx = 0\n\n\ndef work():\n    {}\n\n\nt = threading.Thread(target=work)\nt.start()\nt.join()\n"


def refusal(program: object) -> Problem:
    with pytest.raises(Problem) as caught:
        explore(program, Bounds(patience=1.0))  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize("source", SOURCES)
def test_it_is_told_with_its_line(written: Written, source: str) -> None:
    line, sentence = SOURCES[source]
    problem = refusal(written(source))
    assert problem.place == f"program.py:{line}"
    assert problem.seen.startswith(f"it {sentence}")
    assert problem.command == f"sed -n {line}p program.py"


@pytest.mark.parametrize(
    "loop", ["while x == 0: pass", "sum(range(10**12))", "while True:\n        [0] * 1000"]
)
def test_a_thread_that_never_stops_is_found(written: Written, loop: str) -> None:
    problem = refusal(written(LOOPS.format(loop)))
    assert problem.place in ("program.py:6", "program.py:7")
    assert "without coming to a step, a lock or a sleep" in problem.seen


def test_a_thread_that_cannot_be_led_out_is_found(written: Written) -> None:
    problem = refusal(written(sample("explore/catches_everything")))
    assert problem.place == "program.py:9"
    assert problem.seen == "it catches every exception, whatever it is, for ever"


def test_a_program_that_ends_the_engine_is_told(written: Written) -> None:
    problem = refusal(written(sample("explore/ends_the_engine")))
    assert problem.place == "program.py:1"
    assert problem.seen.startswith("it ended the explorer with exit 3")


def test_a_program_that_writes_the_report_itself_is_told(written: Written) -> None:
    problem = refusal(written(sample("explore/writes_the_report")))
    assert problem.seen == "it left a damaged report: complete is 'None'"


def test_what_changes_from_run_to_run_is_told(written: Written) -> None:
    problem = refusal(written(sample("explore/differs_from_run_to_run")))
    assert problem.seen == "it does something else when the same steps are done again"
