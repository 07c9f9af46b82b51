# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11"]
# lane = "alone"
# timeout = 30
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.sums = [' (\d{5,})$']
# facts.sent_lists = '^lists +(\d+)'
# facts.sent_ranges = '^ranges +(\d+)'
# facts.work_here = '^here .* ([\d.]+) s +\d+$'
# facts.work_lists = '^lists .* ([\d.]+) s +\d+$'
# facts.work_ranges = '^ranges .* ([\d.]+) s +\d+$'
# claims = [
#   "set(sums) == {7999998000000}",
#   "work_lists > 3 * work_here",
#   "sent_lists > 10000000 and sent_ranges < 200",
# ]
# ///
"""Adds up four million numbers here, and sent to two processes."""

import multiprocessing
import pickle
import resource
import time

N = 4_000_000


def used():
    """Seconds on a core: this process, and children that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def in_two_processes(chunks):
    with multiprocessing.Pool(2) as pool:
        total = sum(pool.map(sum, chunks, chunksize=1))
        pool.close()
        pool.join()
    return total


if __name__ == "__main__":
    numbers = list(range(N))
    lists = numbers[: N // 2], numbers[N // 2 :]
    ranges = range(N // 2), range(N // 2, N)
    print("         bytes sent    took    work  sum")
    for name, total, chunks in [
        ("here", sum, numbers),
        ("lists", in_two_processes, lists),
        ("ranges", in_two_processes, ranges),
    ]:
        sent = 0 if name == "here" else len(pickle.dumps(chunks))
        start, before = time.perf_counter(), used()
        result = total(chunks)
        took = time.perf_counter() - start
        print(f"{name:8}{sent:11}{took:6.2f} s", end="")
        print(f"{used() - before:6.2f} s  {result}")
