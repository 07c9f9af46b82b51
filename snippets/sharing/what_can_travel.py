# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.14", "3.15"]
# facts.threads = ['^\w+ +(\w+)']
# facts.processes = ['^\w+ +\w+ +(\w+)']
# facts.interpreters = ['^\w+ +\w+ +\w+ +(\w+|-)$']
# claims = [
#   "set(threads) == {'same'} and len(threads) == 8",
#   "processes[0] == processes[1] and processes[0] == 'copy'",
#   "processes[2] == 'same'",
#   "processes[3] == 'PicklingError'",
#   "processes[4] == processes[5] == processes[6] == 'TypeError'",
#   "processes[7] == 'TypeError'",
#   "on 3.14, 3.15: interpreters[0] == interpreters[1] == 'copy'",
#   "on 3.14, 3.15: interpreters[2] == interpreters[3] == 'copy'",
#   "on 3.14, 3.15: interpreters[4] == 'NotShareableError'",
#   "on 3.14, 3.15: interpreters[5] == interpreters[6] == interpreters[4]",
#   "on 3.14, 3.15: interpreters[7] == 'shared'",
# ]
# ///
"""Sends eight things to a thread, a process and an interpreter."""

import multiprocessing
import queue
import threading

try:
    from concurrent import interpreters  # since Python 3.14
except ImportError:
    interpreters = None


def double(n):
    return 2 * n


THINGS = {
    "number": 3.14,
    "list": ["soup", "rice"],
    "function": double,
    "lambda": lambda n: 2 * n,
    "generator": (n * n for n in range(3)),
    "file": open("shopping.txt", "w"),
    "lock": threading.Lock(),
    "memoryview": memoryview(bytearray(b"soup")),
}


def carried(put, get, thing):
    try:
        put(thing)
    except Exception as error:
        return type(error).__name__
    got = get()
    if got is thing:
        return "same"
    if isinstance(got, memoryview):
        got[0] = 0  # does the sender see it?
        return "shared" if thing[0] == 0 else "copy"
    return "copy"


inside = queue.Queue()
enter, leave = multiprocessing.Pipe()
across = interpreters.create_queue() if interpreters else None
print("            to a thread  a process       an interpreter")
for name, thing in THINGS.items():
    to_thread = carried(inside.put, inside.get, thing)
    to_process = carried(enter.send, leave.recv, thing)
    print(f"{name:12}{to_thread:13}{to_process:16}", end="")
    print(carried(across.put, across.get, thing) if across else "-")
