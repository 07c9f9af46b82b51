# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 5
# trace = true
# facts.called = '^called: +(.+)'
# facts.awaited = '^awaited: +(.+)'
# facts.tasks = '^tasks: +(.+)'
# claims = [
#   "called == 'nothing'",
#   "awaited == 'soup on, soup off, tea on, tea off'",
#   "tasks == 'soup on, tea on, soup off, tea off'",
# ]
# ///
"""A call, an await and a task: what has been done after each?"""

import asyncio

log = []


async def boil(pot):
    log.append(f"{pot} on")  # step: {pot} on
    await asyncio.sleep(0.1)
    log.append(f"{pot} off")  # step: {pot} off


async def main():
    soup = boil("soup")
    print("called: ", ", ".join(log) or "nothing")

    await soup
    await boil("tea")
    print("awaited:", ", ".join(log))

    log.clear()
    soup = asyncio.create_task(boil("soup"))
    tea = asyncio.create_task(boil("tea"))
    await soup
    await tea
    print("tasks:  ", ", ".join(log))


asyncio.run(main())
