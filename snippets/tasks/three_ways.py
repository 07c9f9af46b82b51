# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# facts.kernel = ['tasks, (\d+) kernel']
# facts.at_once = ['at most (\d+) at once']
# facts.at_once_n1 = 'N:1.* most (\d+)'
# facts.at_once_11 = '1:1.* most (\d+)'
# facts.at_once_mn = 'M:N.* most (\d+)'
# claims = ["kernel == [1, 4, 2]", "at_once == [1, 4, 2]"]
# ///
"""The same four tasks on one kernel thread, on four, and on two."""

import threading
import time
from collections import deque


# --8<-- [start:show]
def cook(name):
    for _ in range(2):
        begun = time.monotonic()
        time.sleep(0.03)  # a call that blocks its kernel thread
        spans.append((name, begun, time.monotonic()))
        tids.add(threading.get_native_id())
        yield


def run(line, all_here):
    """The scheduler: takes turns with the tasks of one line."""
    all_here.wait()
    while line:
        try:
            task = line.popleft()
            next(task)
        except IndexError:  # another kernel thread was faster
            return
        except StopIteration:
            continue
        line.append(task)


start, every = time.monotonic(), []
for way in "N:1", "1:1", "M:N":
    spans, tids = [], set()
    tasks = [cook(name) for name in "ABCD"]
    line = deque(tasks)
    lines = {
        "N:1": [line],  # one scheduler for all
        "1:1": [deque([task]) for task in tasks],  # one for each
        "M:N": [line, line],  # two, who share the work
    }[way]
    all_here = threading.Barrier(len(lines))
    threads = [
        threading.Thread(target=run, args=(each, all_here))
        for each in lines
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # --8<-- [end:show]
    most = max(
        sum(begun <= at < ended for _, begun, ended in spans)
        for _, at, _ in spans
    )
    print(f"{way}: 4 tasks, {len(tids)} kernel threads,", end=" ")
    print(f"at most {most} at once")
    every += spans
for name, begun, ended in every:
    begun, ended = 1000 * (begun - start), 1000 * (ended - start)
    print(f"slice {name} {begun:.1f} {ended:.1f} ms")
