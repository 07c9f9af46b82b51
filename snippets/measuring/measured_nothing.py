# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# lane = "alone"
# runs = 3
# facts.function = 'function +([\d.]+)'
# facts.generator = 'generator +([\d.]+)'
# facts.eaten = 'eaten +([\d.]+)'
# facts.coroutine = 'coroutine +([\d.]+)'
# facts.awaited = 'awaited +([\d.]+)'
# facts.submitted = 'submitted +([\d.]+)'
# facts.result = 'result +([\d.]+)'
# claims = [
#   "min(function, eaten, awaited, result) >= 20",
#   "generator < 0.2 * eaten and coroutine < 0.2 * awaited",
#   "sometimes: submitted < 0.5 * result",
# ]
# ///
"""Puts a stopwatch on seven calls; three of them are not the work."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def boil():
    time.sleep(0.02)
    return ["egg"]


def boil_one_by_one():
    yield from boil()


async def boil_when_asked():
    return boil()


def stopwatch(name, work):
    start = time.perf_counter()
    done = work()
    print(f"{name:10} {1000 * (time.perf_counter() - start):8.3f} ms")
    return done


stopwatch("function", boil)

eggs = stopwatch("generator", boil_one_by_one)
stopwatch("eaten", lambda: list(eggs))

promise = stopwatch("coroutine", boil_when_asked)
stopwatch("awaited", lambda: asyncio.run(promise))

with ThreadPoolExecutor() as pool:
    pool.submit(print, end="").result()  # the pool is warm
    future = stopwatch("submitted", lambda: pool.submit(boil))
    stopwatch("result", lambda: pool.submit(boil).result())
