# /// script
# requires-python = ">=3.10"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13"]
# runs = 2
# timeout = 1
# hangs = true
# trace = ["3.11"]
# facts.innermost = 'most recent call first\):\s+File "[^"]*/(\w+\.py)"'
# claims = ["hung", "innermost == 'selectors.py'"]
# ///
"""Hangs: each of two tasks holds what the other one waits for."""

import asyncio

knife, board = asyncio.Lock(), asyncio.Lock()


async def cook(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print("chops")


async def main():
    a = asyncio.create_task(cook(knife, board), name="A")
    b = asyncio.create_task(cook(board, knife), name="B")
    await a
    await b


asyncio.run(main())
