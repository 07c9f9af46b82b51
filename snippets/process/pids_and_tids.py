# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# trace = true
# facts.pid_main = 'main +PID (\d+)'
# facts.tid_main = 'main .*TID (\d+)'
# facts.pid_call = 'a call +PID (\d+)'
# facts.tid_call = 'a call .*TID (\d+)'
# facts.pid_a = 'thread A +PID (\d+)'
# facts.tid_a = 'thread A .*TID (\d+)'
# facts.pid_b = 'thread B +PID (\d+)'
# facts.tid_b = 'thread B .*TID (\d+)'
# claims = [
#   "pid_main == pid_call == pid_a == pid_b",
#   "tid_main == pid_main and tid_call == tid_main",
#   "len({tid_main, tid_a, tid_b}) == 3",
# ]
# ///
"""Prints one process id for everybody, and a thread id for each."""

import os
import threading

seen = {}


def look(name):
    ids = os.getpid(), threading.get_native_id()
    seen[name] = ids  # step: has the TID {ids[1]}


look("main")

# The same function once more, in three ways.
look("a call")
a = threading.Thread(target=look, args=("thread A",))
b = threading.Thread(target=look, args=("thread B",))
a.start()
b.start()
a.join()
b.join()

for name in "main", "a call", "thread A", "thread B":
    pid, tid = seen[name]
    print(f"{name:9} PID {pid}  TID {tid}")
