# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 3
# trace = ["3.11"]
# facts.gathered = '^gather: +(.+)'
# facts.grouped = '^TaskGroup: +(.+)'
# claims = [
#   "gathered == 'soup served, ValueError, cake served'",
#   "grouped == 'soup served, cake cancelled, ExceptionGroup'",
# ]
# ///
"""One of three dishes burns: what becomes of the third?"""

import asyncio

log = []


async def dish(name, takes):
    try:
        await asyncio.sleep(takes)
        if name == "steak":
            raise ValueError("burnt")
        log.append(f"{name} served")  # step: serves {name}
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def gather():
    await asyncio.gather(
        dish("soup", 0.1), dish("steak", 0.2), dish("cake", 0.4)
    )


async def task_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(dish("soup", 0.1))
        group.create_task(dish("steak", 0.2))
        group.create_task(dish("cake", 0.4))


async def main():
    for name, way in ("gather", gather), ("TaskGroup", task_group):
        log.clear()
        try:
            await way()
        except Exception as error:
            log.append(type(error).__name__)
        await asyncio.sleep(0.4)  # does anybody still come?
        print(f"{name + ':':11}{', '.join(log)}")


asyncio.run(main())
