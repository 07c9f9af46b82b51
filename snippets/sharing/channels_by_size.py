# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# lane = "alone"
# runs = 3
# timeout = 40
# needs = ["linux"]
# facts.bytes = ['^ *(\d+) ']
# facts.threads = ['^ *\d+ +(\d+)']
# facts.shared = ['^ *\d+ +(?:\d+ +){1}(\d+)']
# facts.filled = ['^ *\d+ +(?:\d+ +){2}(\d+)']
# facts.pipe = ['^ *\d+ +(?:\d+ +){3}(\d+)']
# facts.queue = ['^ *\d+ +(?:\d+ +){4}(\d+)']
# facts.packing = 'packing .* ([\d.]+)$'
# facts.filled_large = '^ *8000000 +(?:\d+ +){2}(\d+)'
# facts.pipe_large = '^ *8000000 +(?:\d+ +){3}(\d+)'
# facts.pipe_small = '^ *8 +(?:\d+ +){3}(\d+)'
# facts.queue_small = '^ *8 +(?:\d+ +){4}(\d+)'
# claims = [
#   "threads[5] < 10 * threads[0] and shared[5] < 10 * shared[0]",
#   "pipe[5] > 10 * shared[5] and queue[5] > 10 * shared[5]",
#   "pipe[5] > 10 * pipe[0] and queue[5] > 10 * queue[0]",
#   "filled[5] > 2 * shared[5]",
#   "packing < pipe[0] / 4",
#   "sometimes: pipe[5] > 3 * filled[5]",
# ]
# ///
"""Prints what it takes to hand over 8 bytes, and up to 8 megabytes."""

import multiprocessing
import pickle
import queue
import threading
import time
from multiprocessing import shared_memory

SIZES = 8, 800, 8_000, 80_000, 800_000, 8_000_000
box = []


def measure(data, put, get):
    took = []
    for _ in range(30):
        start = time.perf_counter()
        put(data)
        assert get() == (len(data), data[-1])
        took.append(1e6 * (time.perf_counter() - start))
    return min(took)


def pack(data):
    box.append(pickle.dumps(data))


def unpack():
    data = pickle.loads(box.pop())
    return len(data), data[-1]


# --8<-- [start:show]
def receive(get, answer, block=None):
    while True:
        parcel = get()
        if parcel is None:
            return
        if block:
            parcel = block.buf[:parcel]  # only the size has travelled
        answer((len(parcel), parcel[-1]))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    block = shared_memory.SharedMemory(create=True, size=max(SIZES))

    def note(data):
        tell.send(len(data))

    def fill(data):
        block.buf[: len(data)] = data
        note(data)

    def start(*args):
        context.Process(target=receive, args=args).start()

    there, back = queue.Queue(), queue.Queue()
    (mine, yours), (tell, told) = context.Pipe(), context.Pipe()
    to, fro = context.Queue(), context.Queue()
    threading.Thread(target=receive, args=(there.get, back.put)).start()
    start(yours.recv, yours.send)
    start(told.recv, told.send, block)
    start(to.get, fro.put)

    print("   bytes  threads   shared   filled     pipe    queue   us")
    for size in SIZES:
        data = b"x" * size
        block.buf[:size] = data
        costs = [
            measure(data, there.put, back.get),
            measure(data, note, tell.recv),
            measure(data, fill, tell.recv),
            measure(data, mine.send, mine.recv),
            measure(data, to.put, fro.get),
        ]
        print(f"{size:8}", *(f"{cost:8.0f}" for cost in costs))
    cost = measure(bytes(8), pack, unpack)
    print(f"packing and unpacking 8 bytes, and no more: {cost:.1f}")
    for stop in there.put, tell.send, mine.send, to.put:
        stop(None)
    block.close()
    block.unlink()
# --8<-- [end:show]
