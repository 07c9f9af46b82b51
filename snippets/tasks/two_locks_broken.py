# /// script
# requires-python = ">=3.10"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13"]
# runs = 2
# timeout = 2
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
    ann = asyncio.create_task(cook(knife, board), name="Ann")
    bob = asyncio.create_task(cook(board, knife), name="Bob")
    await ann
    await bob


asyncio.run(main())
