# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.sums = ['sum (\d+)']
# facts.threads_from = 'threads .* in (\d) process'
# facts.processes_from = 'processes .* in (\d) process'
# claims = [
#   "set(sums) == {7999998000000} and len(sums) == 3",
#   "threads_from == 1 and processes_from >= 1",
# ]
# ///
"""One sum: in a loop, by threads, by processes."""

import os
from concurrent import futures

N, CHUNKS = 4_000_000, 8


def part(chunk):
    return os.getpid(), sum(range(chunk, N, CHUNKS))


def show(name, parts):
    pids, sums = zip(*parts)
    where = f"in {len(set(pids))} process" + "es" * (len(set(pids)) > 1)
    print(f"{name:9} sum {sum(sums)}, added {where}")


if __name__ == "__main__":
    chunks = range(CHUNKS)
    show("a loop", map(part, chunks))
    with futures.ThreadPoolExecutor(4) as pool:
        show("threads", pool.map(part, chunks))
    with futures.ProcessPoolExecutor(4) as pool:
        show("processes", pool.map(part, chunks))
