# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 20
# needs = ["linux"]
# facts.number = ['^ *(\d+) ']
# facts.wall = ['wall +([\d.]+) ms  ']
# facts.used = ['^ *\d+ .*CPU +([\d.]+) ms$']
# facts.wall_alone = 'median alone: +wall ([\d.]+)'
# facts.cpu_alone = 'median alone: .* CPU ([\d.]+)'
# facts.wall_beside = 'median beside: +wall ([\d.]+)'
# facts.cpu_beside = 'median beside: .* CPU ([\d.]+)'
# claims = [
#   "wall_beside > 1.5 * wall_alone",
#   "0.5 < cpu_beside / cpu_alone < 2",
#   "wall_beside / wall_alone > 1.3 * cpu_beside / cpu_alone",
# ]
# ///
"""Times one loop sixteen times; others come at the ninth."""

import os
import statistics
import time


def loop():
    for _ in range(1_000_000):
        pass


def rival():
    """A process that computes on the same core until it is killed."""
    pid = os.fork()
    while pid == 0:
        pass
    return pid


def measure():
    start, used = time.perf_counter(), time.process_time()
    loop()
    cpu = 1000 * (time.process_time() - used)
    wall = 1000 * (time.perf_counter() - start)
    print(
        f"{len(walls) + 1:2}  wall {wall:6.1f} ms   CPU {cpu:6.1f} ms"
    )
    walls.append(wall)
    cpus.append(cpu)


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
walls, cpus = [], []
for _ in range(8):
    measure()
rivals = [rival() for _ in range(3)]
for _ in range(8):
    measure()
for pid in rivals:
    os.kill(pid, 9)
    os.wait()

for name, part in ("alone", slice(8)), ("beside", slice(8, 16)):
    wall = statistics.median(walls[part])
    cpu = statistics.median(cpus[part])
    print(f"median {name + ':':7} wall {wall:.1f} ms, CPU {cpu:.1f} ms")
