"""A task that runs before create_task gives it back."""

import asyncio


async def quick():
    done = True  # step: done {done}


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(quick())


asyncio.run(main())
