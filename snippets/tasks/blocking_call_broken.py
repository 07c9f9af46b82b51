# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# on = ["3.9", "3.11", "3.15", "3.13t"]
# runs = 3
# trace = ["3.11"]
# facts.rang = 'rang after (\d+) ms'
# claims = ["rang >= 400"]
# ///
"""A timer for 50 ms rings when the other task lets it."""

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
    call()


async def main():
    await asyncio.gather(timer(), phone())


asyncio.run(main())
