# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 5
# facts.said = ['^(.+)$']
# claims = ["exit == 0", "said == ['closing time', 'saved soup']"]
# ///
"""The group waits for the task, and does not let anybody forget it."""

import asyncio


async def save(recipe):
    await asyncio.sleep(0.1)
    print("saved", recipe)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(save("soup"))
        print("closing time")


asyncio.run(main())
