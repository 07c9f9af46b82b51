# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# exit = 1
# facts.got = ['^got (\d+)']
# facts.error = '^RuntimeError: (.+)'
# claims = ["got == [0, 1, 4] and error == 'the worker died: -9'"]
# ///
"""Main waits for an item or for the worker's end, and is told."""

import multiprocessing
import os
import signal
from multiprocessing.connection import wait


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
        news = wait([mine, worker.sentinel])
        if mine not in news:
            worker.join()
            raise RuntimeError(f"the worker died: {worker.exitcode}")
        print("got", mine.recv())
