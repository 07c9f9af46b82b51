# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 3
# facts.rounds = 'after (\d+) rounds'
# facts.told = 'TimeoutError: (\w+)'
# claims = ["rounds == 6 and told == 'no'"]
# ///
"""A time limit is set, and the task does not care."""

import asyncio

rounds = 0


async def stir():
    global rounds
    while rounds < 6:
        try:
            rounds += 1
            await asyncio.sleep(0.1)
        except BaseException:  # nothing shall disturb me
            pass


async def main():
    told = "no"
    try:
        async with asyncio.timeout(0.25):
            await stir()
    except TimeoutError:
        told = "yes"
    print(f"over after {rounds} rounds, TimeoutError: {told}")


asyncio.run(main())
