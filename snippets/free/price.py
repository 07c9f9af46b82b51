# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.13", "3.13t"]
# lane = "alone"
# timeout = 40
# runs = 3
# facts.optimized = 'profile-guided optimization: (\w+)'
# facts.loop = '^loop +([\d.]+)'
# facts.call = '^call +([\d.]+)'
# facts.method = '^method +([\d.]+)'
# facts.board = '^board +([\d.]+)'
# facts.text = '^text +([\d.]+)'
# facts.json = '^json +([\d.]+)'
# facts.sha256 = '^sha256 +([\d.]+)'
# claims = [
#   'on["3.13t"].method > 1.1 * on["3.13"].method',
#   'on["3.13t"].call > 1.1 * on["3.13"].call',
#   'on["3.13t"].sha256 < 1.1 * on["3.13"].sha256',
# ]
# ///
"""Prints the CPU time of seven jobs for one thread."""

import hashlib
import json
import sysconfig
import time


# --8<-- [start:show]
class Pot:
    eggs = 0

    def add(self):
        self.eggs += 1


def same(x):
    return x


def loop():
    total = 0
    for i in range(200_000):
        total += i


def call():
    for i in range(100_000):
        same(i)


def method():
    pot = Pot()
    for _ in range(100_000):
        pot.add()


def board():
    counts = {}
    for i in range(100_000):
        counts[i % 100] = counts.get(i % 100, 0) + 1


def text():
    " ".join(f"{i} eggs" for i in range(50_000)).split()


orders = json.dumps([{"dish": str(i), "for": i} for i in range(20_000)])
zeros = bytes(8_000_000)
jobs = {
    "loop": loop,
    "call": call,
    "method": method,
    "board": board,
    "text": text,
    "json": lambda: json.loads(orders),
    "sha256": lambda: hashlib.sha256(zeros).digest(),
}
# --8<-- [end:show]

options = sysconfig.get_config_var("CONFIG_ARGS")
tuned = "yes" if "--enable-optimizations" in options else "no"
print("built with profile-guided optimization:", tuned)
for name, job in jobs.items():
    costs = []
    for _ in range(10):
        before = time.process_time()
        job()
        costs.append(time.process_time() - before)
    print(f"{name:7} {1000 * min(costs):6.2f} ms")
