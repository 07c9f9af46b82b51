# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13t", "3.15"]
# lane = "alone"
# runs = 3
# facts.both = 'both at once: (\d+) ms'
# facts.cores = 'cores: ([\d.]+)'
# facts.threads = 'threads: (\d+)'
# claims = ["both == 0 and threads == 1 and cores < 1.1"]
# ///
"""Two tasks compute: who runs when, with the GIL and without it?"""

import asyncio
import threading
import time

# --8<-- [start:show]
spans = {"A": [], "B": []}
tids = set()


def compute(ms):
    """Uses a core for so many milliseconds."""
    until = time.thread_time() + ms / 1000
    while time.thread_time() < until:
        pass


async def cook(name):
    for _ in range(3):
        begun = time.monotonic()
        compute(20)
        spans[name].append((begun, time.monotonic()))
        tids.add(threading.get_native_id())
        await asyncio.sleep(0)  # steps back


async def main():
    await asyncio.gather(cook("A"), cook("B"))


start, used = time.monotonic(), time.process_time()
asyncio.run(main())
used, took = time.process_time() - used, time.monotonic() - start
# --8<-- [end:show]
both = sum(
    max(0, min(a[1], b[1]) - max(a[0], b[0]))
    for a in spans["A"]
    for b in spans["B"]
)
print(f"both at once: {1000 * both:.0f} ms")
print(f"threads: {len(tids)}, cores: {used / took:.2f}")
for name, each in spans.items():
    for begun, ended in each:
        begun, ended = 1000 * (begun - start), 1000 * (ended - start)
        print(f"slice {name} {begun:.1f} {ended:.1f} ms")
