"""A thread, a process and a task, with a label each."""

import asyncio
import multiprocessing
import threading
import time

lock = threading.Lock()


def work(word):
    with lock:
        time.sleep(0.01)
        said = word  # step: says {said}


async def main():
    await asyncio.sleep(0.01)
    done = True  # step: done {done}


if __name__ == "__main__":
    for kind in (threading.Thread, multiprocessing.Process):
        one = kind(target=work, args=(kind.__name__,))
        one.start()
        one.join()
    asyncio.run(main())
    print(f"{lock.locked()}")
