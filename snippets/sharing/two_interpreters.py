# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.interleave]
# on = ["3.14", "3.15"]
# runs = 5
# needs = ["cores >= 2"]
# facts.pids = ['pid (\d+)']
# facts.tids = ['thread (\d+)']
# facts.eggs = ['eggs (\d+)']
# facts.shared = 'shared block +(\d+)'
# claims = [
#   "len(pids) == 3 and len(set(pids)) == 1 and len(set(tids)) == 3",
#   "eggs == [300000, 300000, 0]",
#   "300000 <= shared and shared < 600000",
# ]
# ///
"""Two interpreters in one process count eggs, each in two places."""

import os
import threading
from concurrent import interpreters

WORK = """
import os, threading
numbers = block.cast("q")  # seen as whole numbers of 8 bytes
for _ in range(300_000):
    eggs += 1
    numbers[0] += 1
tid = threading.get_native_id()
print(f"{name:5} pid {os.getpid()}  thread {tid}  eggs {eggs}")
"""

eggs = 0
block = bytearray(8)
kitchens = []
threads = []
for name in "AB":
    kitchen = interpreters.create()
    kitchen.prepare_main(name=name, eggs=eggs, block=memoryview(block))
    kitchens.append(kitchen)
    thread = threading.Thread(target=kitchen.exec, args=(WORK,))
    threads.append(thread)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

tid = threading.get_native_id()
print(f"main  pid {os.getpid()}  thread {tid}  eggs {eggs}")
print("in the shared block", int.from_bytes(block, "little"))
for kitchen in kitchens:
    kitchen.close()
