# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13"]
# timeout = 2
# runs = 2
# hangs = true
# facts.got = ['^got (\d+)']
# claims = ["hung and got == [0, 1, 4]"]
# ///
"""Hangs: main waits for a batch, and its maker is dead."""

import multiprocessing
import os
import signal


def work(items):
    for i in range(6):
        if i == 3:  # as the kernel does when memory runs out
            os.kill(os.getpid(), signal.SIGKILL)
        items.send(i * i)


if __name__ == "__main__":
    mine, yours = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.Process(target=work, args=(yours,))
    worker.start()
    for _ in range(6):
        print("got", mine.recv())
