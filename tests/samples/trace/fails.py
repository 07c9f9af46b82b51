"""Fails in every place that prints a traceback."""

import asyncio
import logging
import multiprocessing
import sys
import threading
import traceback
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, wait


def bad(number):
    with threading.Lock():
        raise ValueError(number)  # step: fails


async def later():
    await asyncio.sleep(0)
    bad(1)


def shown(function, *given):
    try:
        function(*given)
    except Exception:
        traceback.print_exc()


def chained():
    try:
        bad(2)
    except ValueError as error:
        raise KeyError("again") from error


if __name__ == "__main__":
    child = multiprocessing.get_context("fork").Process(target=bad, args=(3,))
    child.start()
    child.join()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        shown(pool.apply, bad, (4,))
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as processes:
        future = processes.submit(bad, 5)
        wait([future])  # result() raises on one line where it waits, and on another where not
        shown(future.result)
    with ThreadPoolExecutor(1) as threads:
        error = threads.submit(bad, 6).exception()
        logging.error("logged", exc_info=error)
    broken = threading.Barrier(2)
    broken.abort()
    shown(broken.wait)
    shown(lambda: asyncio.run(later()))
    shown(chained)
    sys.excepthook = lambda kind, *_: print("own hook", kind.__name__)
    bad(7)
