# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# facts.in_turn = 'in turn +(\d+) ms'
# facts.six = 'six connections +(\d+) ms'
# facts.numbered = 'numbered +(\d+) ms'
# facts.connections = ['(\d) connection']
# facts.order = 'numbered .*: (.+)'
# claims = [
#   "in_turn >= 700 and six >= 200 and numbered >= 200",
#   "six < in_turn and numbered < in_turn",
#   "connections == [1, 6, 1] and order == '2 3 4 5 6 1'",
# ]
# ///
"""Fetches the six parts of a page in three ways; prints the times."""

import asyncio
import multiprocessing
import socket
import time
from concurrent.futures import ThreadPoolExecutor

PARTS = [b"1", b"2", b"3", b"4", b"5", b"6"]


async def serve(door):
    """A far server: 100 ms for each part, 200 ms for the first."""

    async def one_guest(reader, writer):
        async def deliver(part):
            await asyncio.sleep(0.2 if part == b"1" else 0.1)
            writer.write(part)

        tasks = []
        while part := await reader.read(1):
            tasks.append(asyncio.create_task(deliver(part)))
        writer.close()

    server = await asyncio.start_server(one_guest, sock=door)
    await server.serve_forever()


# --8<-- [start:show]
def connect():
    opened.append(socket.create_connection(address))
    return opened[-1]


def ask(server, part):
    server.sendall(part)
    return server.recv(1)


def in_turn():
    with connect() as server:
        return [ask(server, part) for part in PARTS]


def fetch(part):
    with connect() as server:
        return ask(server, part)


def six_connections():
    with ThreadPoolExecutor(6) as pool:
        return list(pool.map(fetch, PARTS))


def numbered():
    with connect() as server:
        for part in PARTS:
            server.sendall(part)
        # Each answer says which part it is, so any order will do.
        return [server.recv(1) for _ in PARTS]


# --8<-- [end:show]


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    door = socket.create_server(("127.0.0.1", 0))
    address = door.getsockname()
    multiprocessing.Process(
        target=lambda: asyncio.run(serve(door)), daemon=True
    ).start()
    for way in in_turn, six_connections, numbered:
        opened = []
        start = time.perf_counter()
        parts = b" ".join(way()).decode()
        took = 1000 * (time.perf_counter() - start)
        name = way.__name__.replace("_", " ")
        links = f"{len(opened)} connection{'s' * (len(opened) > 1)}"
        print(f"{name:15} {took:3.0f} ms, {links}: {parts}")
