# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# lane = "alone"
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.both = 'both at once: +([\d.]+) ms'
# claims = ["sometimes: both > 1"]
# ///
"""Prints when each of two computing processes ran, drawn to scale."""

import multiprocessing
import time


def compute(letter, start, queue):
    def clock():
        return (time.perf_counter_ns() - start) / 1e6

    slices = []
    begun = before = clock()
    while before < 500:
        now = clock()
        if now - before > 0.5:
            slices.append((begun, before, letter))
            begun = now
        before = now
    slices.append((begun, before, letter))
    queue.put(slices)


def main():
    queue = multiprocessing.Queue()
    start = time.perf_counter_ns() + 300_000_000
    pair = [
        multiprocessing.Process(target=compute, args=(x, start, queue))
        for x in "AB"
    ]
    for process in pair:
        process.start()
    slices = queue.get() + queue.get()
    for process in pair:
        process.join()

    both = 0
    for begun_a, end_a, a in slices:
        for begun_b, end_b, b in slices:
            if a < b:
                common = min(end_a, end_b) - max(begun_a, begun_b, 0)
                both += max(0, common)
    print(f"both at once: {both:.1f} ms of 500\n")
    for begun, end, letter in sorted(slices):
        if begun < 260 and end > 200:
            begun, end = max(begun - 200, 0), min(end - 200, 60)
            print(f"slice {letter} {begun:.1f} {end:.1f} ms")


if __name__ == "__main__":
    main()
