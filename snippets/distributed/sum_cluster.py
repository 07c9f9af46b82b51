# /// script
# requires-python = ">=3.11"
# dependencies = ["distributed==2026.8.0"]
# [tool.interleave]
# timeout = 60
# runs = 2
# needs = ["linux"]
# facts.started = 'started with (.+)'
# facts.left = 'left at the end: (.+)'
# facts.added = ['adds up chunk (\d)']
# facts.by_b = ['^B adds up chunk (\d)']
# facts.by = ['^(\w) adds up chunk']
# facts.total = 'sum (\d+)'
# claims = [
#   "total == 7999998000000",
#   "started == 'A B' and left == 'A' and 'B' in by",
#   "set(added) == {0, 1, 2, 3, 4, 5, 6, 7} and len(added) > 8",
#   "len(by_b) >= 2 and len(added) == 8 + len(by_b)",
# ]
# ///
"""A sum on a Dask cluster, of which a worker is killed."""

import os
import signal
import subprocess
import sys
import time

from distributed import Client, as_completed, get_worker

N, CHUNKS = 4_000_000, 8
ADDRESS = "tcp://127.0.0.1:8786"
started = []


def start(role, *options):
    """A process of its own, which could be on any computer."""
    python = [sys.executable, "-m", "distributed.cli.dask_" + role]
    options = [*options, "--no-dashboard"]
    command = python + options
    started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))


def who_are_you(dask_worker):
    return dask_worker.name, os.getpid()


# --8<-- [start:show]
def part(chunk):
    name = get_worker().name
    print(name, "adds up chunk", chunk)
    time.sleep(0.2)  # So that there is a middle.
    return name, sum(range(chunk, N, CHUNKS))


if __name__ == "__main__":
    start("scheduler", "--port=8786")
    for name in "AB":
        options = ["--nthreads=1", "--no-nanny", "--name", name]
        start("worker", ADDRESS, *options)
    client = Client(ADDRESS, timeout=30)
    client.wait_for_workers(2)
    pid = dict(client.run(who_are_you).values())
    print("started with", *sorted(pid))

    parts = client.map(part, range(CHUNKS))
    for _, (name, _) in as_completed(parts, with_results=True):
        if name == "B":  # B has finished a chunk, and keeps it.
            break
    os.kill(pid["B"], signal.SIGKILL)
    print("B is killed")

    print("sum", sum(total for _, total in client.gather(parts)))
    left = client.run(who_are_you)
    print("left at the end:", *dict(left.values()))
    client.shutdown()
    for process in started:
        process.wait()
# --8<-- [end:show]
