# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# runs = 10
# facts.order = [' ([AB]{6})$']
# claims = ["order == ['AAABBB', 'AAABBB', 'AAABBB', 'ABABAB']"]
# ///
"""A and B await three times each; only one of four waits lets B in."""

import asyncio


async def nothing():
    return "there was nothing to wait for"


async def player(name, wait, turns):
    for _ in range(3):
        turns.append(name)
        await wait()


async def two(what, wait):
    turns = []
    await asyncio.gather(
        player("A", wait, turns), player("B", wait, turns)
    )
    print(f"{what:22}", "".join(turns))


async def main():
    full = asyncio.Queue()
    for number in range(6):
        full.put_nowait(number)
    done = asyncio.create_task(nothing())
    await done

    async def for_it():
        return await done

    await two("a function of my own", nothing)
    await two("a task that is done", for_it)
    await two("a queue with something", full.get)
    await two("asyncio.sleep(0)", lambda: asyncio.sleep(0))


asyncio.run(main())
