# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.interleave]
# on = ["3.14", "3.15"]
# lane = "alone"
# runs = 3
# timeout = 40
# needs = ["linux", "cores >= 2"]
# facts.starts = ['([\d.]+) ms']
# facts.memories = ['(-?[\d.]+) MB']
# facts.thread_start = '^Thread +([\d.]+) ms'
# facts.interpreter_start = '^Interpreter +([\d.]+) ms'
# facts.process_start = '^Process +([\d.]+) ms'
# facts.thread_memory = '^Thread .* (-?[\d.]+) MB'
# facts.interpreter_memory = '^Interpreter .* ([\d.]+) MB'
# facts.process_memory = '^Process .* ([\d.]+) MB'
# claims = [
#   "interpreter_start > 5 * thread_start",
#   "process_start > 5 * thread_start",
#   "thread_memory < 1 and interpreter_memory > 1",
#   "process_memory > 1",
#   "sometimes: interpreter_start < process_start",
# ]
# ///
"""Prints what one more worker costs, of three kinds."""

import glob
import multiprocessing
import os
import statistics
import time
from concurrent import futures


def family(pid):
    yield pid
    for path in glob.glob(f"/proc/{pid}/task/*/children"):
        with open(path) as file:
            children = file.read().split()
        for child in children:
            yield from family(child)


def megabytes():
    """PSS of this process and its family, without pages of files."""
    total = 0
    for pid in family(os.getpid()):
        with open(f"/proc/{pid}/smaps_rollup") as file:
            total += int(file.read().split("Pss_Anon:")[1].split()[0])
    return total / 1000


# --8<-- [start:show]
SPAWN = multiprocessing.get_context("spawn")
POOLS = {
    "Thread": futures.ThreadPoolExecutor,
    "Interpreter": futures.InterpreterPoolExecutor,
    "Process": lambda n: futures.ProcessPoolExecutor(n, SPAWN),
}


def first_answer(pool):
    start = time.perf_counter()
    with pool(1) as crew:
        crew.submit(os.getpid).result()
        return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    print("               start      memory")
    for name, pool in POOLS.items():
        start = statistics.median(first_answer(pool) for _ in range(3))
        before = megabytes()
        with pool(2) as crew:
            # Two naps, so that both workers are there.
            list(crew.map(time.sleep, [0.2, 0.2]))
            memory = (megabytes() - before) / 2
        print(f"{name:12}{start:6.1f} ms {memory:8.1f} MB")
# --8<-- [end:show]
