# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 30
# facts.threads_each = 'thread for each .* threads (\d+)'
# facts.threads_pool = 'pool of 8 .* threads (\d+)'
# facts.threads_loop = 'event loop .* threads (\d+)'
# facts.first = ['first +([\d.]+)']
# facts.last_each = 'thread for each .*last +([\d.]+)'
# facts.last_pool = 'pool of 8 .*last +([\d.]+)'
# facts.last_loop = 'event loop .*last +([\d.]+)'
# claims = [
#   "threads_each > 30 and threads_pool == 9 and threads_loop == 1",
#   "last_pool >= 1.6 and min(first) >= 0.2",
#   "sometimes: last_each < 1 and last_loop < 1",
# ]
# ///
"""Sixty guests come at once; prints the threads, and the waits."""

import asyncio
import multiprocessing
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

GUESTS = 60


# --8<-- [start:show]
def answer(guest):
    with guest:
        guest.recv(100)
        threads.append(threading.active_count())
        time.sleep(0.2)  # It asks a database, and waits.
        guest.sendall(b"done")


def thread_for_each(door):
    for _ in range(GUESTS):
        guest, _ = door.accept()
        threading.Thread(target=answer, args=[guest]).start()


def pool_of_8(door):
    with ThreadPoolExecutor(8) as pool:
        for _ in range(GUESTS):
            guest, _ = door.accept()
            pool.submit(answer, guest)


async def answer_task(reader, writer):
    await reader.read(100)
    threads.append(threading.active_count())
    await asyncio.sleep(0.2)
    writer.write(b"done")
    writer.close()


def event_loop(door):
    async def serve():
        server = await asyncio.start_server(answer_task, sock=door)
        while burst.is_alive():
            await asyncio.sleep(0.01)
        server.close()

    asyncio.run(serve())


# --8<-- [end:show]


async def guest():
    start = time.perf_counter()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"soup")
    await reader.read(100)
    writer.close()
    return time.perf_counter() - start


async def all_guests():
    waits = await asyncio.gather(*[guest() for _ in range(GUESTS)])
    print(f"first {min(waits):.2f} s, last {max(waits):.2f} s", end="")


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    for serve in thread_for_each, pool_of_8, event_loop:
        threads = []
        print(
            f"{serve.__name__.replace('_', ' '):15}",
            end=" ",
            flush=True,
        )
        door = socket.create_server(("127.0.0.1", 0), backlog=100)
        address = door.getsockname()
        burst = multiprocessing.Process(
            target=lambda: asyncio.run(all_guests())
        )
        burst.start()
        serve(door)
        burst.join()
        door.close()
        print(", threads", max(threads))
