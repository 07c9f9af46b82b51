# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11"]
# lane = "alone"
# timeout = 30
# runs = 3
# needs = ["linux", "cores >= 2"]
# trace = ["3.11"]
# facts.by_main = ['by main: (.+)']
# facts.by_workers = ['by \d+: (.+)']
# facts.pids = ['by (\d+)']
# facts.waited_alone = 'no workers: .*waited ([\d.]+) s'
# facts.waited_with_2 = '2 workers: .*waited ([\d.]+) s'
# claims = [
#   "waited_alone >= 0.18",
#   "len(by_main) == 6 and by_workers == by_main",
#   "len(set(pids)) == 2",
# ]
# ///
"""A small DataLoader; prints who made each batch, and main's waits."""

import multiprocessing
import os
import time


class Squares:
    """A dataset: it has a length, and an item for each number."""

    def __len__(self):
        return 18

    def __getitem__(self, i):
        time.sleep(0.01)  # from a slow disk
        return i * i


def train(batch):
    until = time.process_time() + 0.03
    while time.process_time() < until:  # computes
        pass


# --8<-- [start:show]
def work(dataset, orders, batches):
    for number, items in iter(orders.get, None):
        batch = [dataset[i] for i in items]  # step: makes {number}
        batches.put((number, batch, os.getpid()))


def loader(dataset, batch_size, num_workers=0):
    count = len(dataset)
    starts = range(0, count, batch_size)
    parts = [range(i, min(i + batch_size, count)) for i in starts]
    if num_workers == 0:
        for items in parts:
            yield [dataset[i] for i in items], os.getpid()
        return
    orders, batches = multiprocessing.Queue(), multiprocessing.Queue()
    for _ in range(num_workers):
        multiprocessing.Process(
            target=work, args=(dataset, orders, batches)
        ).start()
    ahead = 2 * num_workers  # as many may lie ready, and no more
    for order in list(enumerate(parts))[:ahead]:
        orders.put(order)
    ready = {}
    for number in range(len(parts)):
        while number not in ready:  # a later one may come first
            n, batch, pid = batches.get()
            ready[n] = batch, pid
        if number + ahead < len(parts):
            orders.put((number + ahead, parts[number + ahead]))
        yield ready.pop(number)
    for _ in range(num_workers):
        orders.put(None)


if __name__ == "__main__":
    for num_workers in 0, 2:
        waited, since = 0.0, time.perf_counter()
        for batch, pid in loader(Squares(), 3, num_workers):
            waited += time.perf_counter() - since
            train(batch)
            who = "main" if pid == os.getpid() else pid
            print(f"by {who}: {batch}")
            since = time.perf_counter()
        crew = num_workers or "no"
        print(f"{crew} workers: main waited {waited:.2f} s\n")
# --8<-- [end:show]
