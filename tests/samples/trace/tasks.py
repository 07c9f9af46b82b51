"""Three tasks, a lock and a queue."""

import asyncio


async def work(items, lock):
    async with lock:
        item = await items.get()  # step: has {item}
        await asyncio.sleep(0.01)


async def fails():
    raise KeyError("x")


async def main():
    items, lock = asyncio.Queue(), asyncio.Lock()
    worker = asyncio.create_task(work(items, lock))
    await asyncio.sleep(0.01)
    items.put_nowait("a")
    await worker
    late = asyncio.create_task(asyncio.sleep(9))
    print(await asyncio.gather(fails(), return_exceptions=True))
    late.cancel()


asyncio.run(main())
