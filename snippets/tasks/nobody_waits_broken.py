# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# runs = 5
# facts.said = ['^(.+)$']
# claims = ["exit == 0", "said == ['closing time']"]
# ///
"""A task is started, and nobody waits for it."""

import asyncio


async def save(recipe):
    await asyncio.sleep(0.1)
    print("saved", recipe)


async def main():
    asyncio.create_task(save("soup"))
    print("closing time")


asyncio.run(main())
