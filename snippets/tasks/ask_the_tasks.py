# /// script
# requires-python = ">=3.10"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 5
# facts.stands_at = ['line (\d+), in cook']
# facts.stuck = ['^Stack for <Task pending name=.(\w+). coro=<cook']
# claims = [
#   "stands_at[0] == stands_at[1] and len(stands_at) == 2",
#   "stuck == ['Ann', 'Bob']",
# ]
# ///
"""The same circle, and a third task that asks the others."""

import asyncio
import sys

knife, board = asyncio.Lock(), asyncio.Lock()


async def cook(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print("chops")


async def main():
    asyncio.create_task(cook(knife, board), name="Ann")
    asyncio.create_task(cook(board, knife), name="Bob")
    await asyncio.sleep(0.5)
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in sorted(tasks, key=asyncio.Task.get_name):
        task.print_stack(file=sys.stdout)


asyncio.run(main())
