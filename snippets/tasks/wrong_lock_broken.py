# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13"]
# runs = 2
# timeout = 2
# hangs = true
# facts.stands_in = 'wrong_lock_broken.py", line \d+ in (bring)'
# claims = ["hung", "stands_in == 'bring'"]
# ///
"""Hangs: a lock for threads is held over an await."""

import asyncio
import threading

eggs = 100
lock = threading.Lock()  # guards eggs, but from whom?


async def bring(count):
    global eggs
    with lock:
        seen = eggs
        await asyncio.sleep(0.01)
        eggs = seen + count


async def main():
    await asyncio.gather(bring(10), bring(10))
    print("eggs", eggs)


asyncio.run(main())
