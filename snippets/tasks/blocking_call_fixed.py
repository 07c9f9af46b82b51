# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# on = ["3.9", "3.11", "3.15", "3.13t"]
# runs = 3
# trace = ["3.11"]
# facts.rang = 'rang after (\d+) ms'
# claims = ["50 <= rang < 300"]
# ///
"""The same call in a thread, and the timer rings in time."""

import asyncio
import time


async def timer():
    start = time.perf_counter()
    await asyncio.sleep(0.05)
    late = 1000 * (time.perf_counter() - start)
    print(f"the timer for 50 ms rang after {late:.0f} ms")


def call():
    time.sleep(0.4)  # talks, and does not put the receiver down


async def phone():
    await asyncio.to_thread(call)


async def main():
    await asyncio.gather(timer(), phone())


asyncio.run(main())
