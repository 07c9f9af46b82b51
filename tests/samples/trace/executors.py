"""Hands calls to a pool of threads and to one of processes."""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def square(number):
    time.sleep(0.1)
    return number * number  # step: squares {number}


if __name__ == "__main__":
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(square, 2)
        print(first.result())
        for done in as_completed([threads.submit(square, 3)]):
            print(done.result())
    with ProcessPoolExecutor(1) as processes:
        print(list(processes.map(square, [4])))
