# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# needs = ["linux", "cores >= 2"]
# runs = 2
# timeout = 20
# facts.total = 'counted +(\d+)'
# facts.lost = 'lost +(\d+)'
# claims = ["lost == 0", "total == 1000000"]
# ///
"""The same with a lock that both processes know; nothing is lost."""

import multiprocessing
from multiprocessing import shared_memory

TIMES = 500_000


def add(name, ready, lock):
    block = shared_memory.SharedMemory(name)
    numbers = block.buf.cast("q")  # seen as whole numbers of 8 bytes
    ready.wait()
    for _ in range(TIMES):
        with lock:
            numbers[0] += 1
    numbers.release()
    block.close()


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=8)
    ready = multiprocessing.Barrier(2)
    lock = multiprocessing.Lock()
    args = block.name, ready, lock
    pair = [
        multiprocessing.Process(target=add, args=args) for _ in "AB"
    ]
    for process in pair:
        process.start()
    for process in pair:
        process.join()
    total = int.from_bytes(block.buf[:8], "little")
    print("counted", total)
    print("lost   ", 2 * TIMES - total)
    block.close()
    block.unlink()
