# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 3
# facts.rounds = 'after (\d+) rounds'
# facts.told = 'TimeoutError: (\w+)'
# claims = ["1 <= rounds < 6 and told == 'yes'"]
# ///
"""Only errors are caught here, and the time limit is kept."""

import asyncio

rounds = 0


async def stir():
    global rounds
    while rounds < 6:
        try:
            rounds += 1
            await asyncio.sleep(0.1)
        except Exception:  # errors of the work itself
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
