# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# runs = 20
# trace = ["3.11"]
# facts.eggs = 'eggs (\d+)'
# claims = ["eggs == 110"]
# ///
"""Two tasks bring ten eggs each, and ten of them vanish."""

import asyncio

eggs = 100


async def bring(count):
    global eggs
    seen = eggs  # step: reads {seen}
    await asyncio.sleep(0.01)  # walks to the shelf
    eggs = seen + count  # step: writes {eggs}


async def main():
    await asyncio.gather(bring(10), bring(10))
    print("eggs", eggs)


asyncio.run(main())
