# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# runs = 3
# facts.slow = 'Executing .*name=.(\w+)'
# facts.took = 'took ([\d.]+) seconds'
# claims = ["slow == 'phone'", "took >= 0.4"]
# ///
"""In debug mode the loop names the task that held it up."""

import asyncio
import time


async def polite():
    await asyncio.sleep(0.4)


async def rude():
    time.sleep(0.4)


async def main():
    letter = asyncio.create_task(polite(), name="letter")
    phone = asyncio.create_task(rude(), name="phone")
    await letter
    await phone
    print("both done")


asyncio.run(main(), debug=True)
