# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.interleave]
# on = ["3.14", "3.15"]
# needs = ["linux", "ptrace"]
# runs = 2
# timeout = 20
# facts.stands_at = ['cook .*:(\d+)$']
# facts.cycle = 'cycle: (.+)'
# claims = [
#   "len(stands_at) == 2 and stands_at[0] == stands_at[1]",
#   "'soup' in cycle and 'bread' in cycle",
# ]
# ///
"""Two stuck programs, seen from outside with asyncio pstree."""

import asyncio
import re
import subprocess
import sys
import time

# --8<-- [start:show]
knife, board = asyncio.Lock(), asyncio.Lock()
dishes = {}


async def cook(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print("chops")


async def dish(other):
    await asyncio.sleep(0.1)
    await dishes[other]


async def lock_circle():
    async with asyncio.TaskGroup() as group:
        group.create_task(cook(knife, board), name="Ann")
        group.create_task(cook(board, knife), name="Bob")


async def await_circle():
    for name, other in [("soup", "bread"), ("bread", "soup")]:
        dishes[name] = asyncio.create_task(dish(other), name=name)
    await dishes["soup"]


def look(name):
    with subprocess.Popen([sys.executable, __file__, name]) as child:
        time.sleep(1)
        ask = ["-m", "asyncio", "pstree", str(child.pid)]
        seen = subprocess.run(
            [sys.executable, *ask], capture_output=True, text=True
        )
        child.kill()
    print(f"--- {name}")
    # Of each path, the last part is enough.
    print(re.sub(r"\S*/(?=\w+\.py)", "", seen.stdout + seen.stderr))


if sys.argv[1:]:
    asyncio.run(globals()[sys.argv[1]]())
else:
    look("lock_circle")
    look("await_circle")
# --8<-- [end:show]
