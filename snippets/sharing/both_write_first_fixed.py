# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# trace = ["3.11"]
# facts.passed = ['swapped (\d+) bytes']
# claims = ["passed == [1000, 1000000]"]
# ///
"""The same, but one of the two receives first; both parcels pass."""

import multiprocessing

SIZES = 1_000, 1_000_000


def helper(hatch):
    for size in SIZES:
        hatch.recv()
        hatch.send("rice " * (size // 5))


if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=helper, args=(theirs,))
    process.start()
    for size in SIZES:
        ours.send("rice " * (size // 5))
        ours.recv()
        print("swapped", size, "bytes", flush=True)
    process.join()
