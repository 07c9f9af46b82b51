# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13"]
# timeout = 2
# hangs = true
# trace = ["3.11"]
# facts.passed = 'swapped (\d+) bytes'
# claims = ["hung", "passed == 1000"]
# ///
"""Two processes swap parcels of rice; with large ones both hang."""

import multiprocessing

SIZES = 1_000, 1_000_000


def helper(hatch):
    for size in SIZES:
        hatch.send("rice " * (size // 5))
        hatch.recv()


if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=helper, args=(theirs,))
    process.start()
    for size in SIZES:
        ours.send("rice " * (size // 5))
        ours.recv()
        print("swapped", size, "bytes", flush=True)
    process.join()
