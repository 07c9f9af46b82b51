# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.pid = 'PID (\d+)'
# facts.tid = ['^ *TID +(\d+)']
# facts.state = ['state (\w)']
# facts.used = ['CPU +(\d+) ms']
# facts.name = ['CPU .* ms  (\S+)']
# facts.virtual_before = 'before: virtual +(\d+) MB'
# facts.virtual_after = 'after: +virtual +(\d+) MB'
# facts.resident_before = 'before: .* resident +(\d+) MB'
# facts.resident_after = 'after: .* resident +(\d+) MB'
# claims = [
#   "len(set(tid)) == 3 and tid[0] == pid",
#   "state[1] == 'S' and state[2] == 'R' and used[1] <= 20 and used[2] > used[1]",
#   "virtual_after - virtual_before >= 10",
#   "resident_after - resident_before <= 5",
#   "on 3.9, 3.11, 3.13, 3.13t: len(set(name)) == 1",
#   "on 3.13t: virtual_before > 900 > 10 * resident_before",
#   "on 3.14, 3.15: name[1] == 'waits' and name[2] == 'computes'",
# ]
# ///
"""Prints the threads of one process, as the kernel lists them."""

import hashlib
import os
import threading
import time

done = threading.Event()


def compute():
    # Long calls that work without the GIL.
    while not done.is_set():
        hashlib.pbkdf2_hmac("sha256", b"soup", b"salt", 1_000_000)


def show_memory(when):
    with open("/proc/self/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    sizes = [int(lines[key].split()[0]) for key in ("VmSize", "VmRSS")]
    virtual, resident = (size // 1024 for size in sizes)
    print(f"{when:7} virtual {virtual:4} MB, resident {resident:3} MB")


show_memory("before:")
threads = [
    threading.Thread(target=done.wait, name="waits"),
    threading.Thread(target=compute, name="computes"),
]
for thread in threads:
    thread.start()
time.sleep(0.5)
show_memory("after:")

print("PID", os.getpid())
for tid in sorted(os.listdir("/proc/self/task"), key=int):
    with open(f"/proc/self/task/{tid}/stat") as file:
        head, _, rest = file.read().rpartition(") ")
    name, fields = head.partition("(")[2], rest.split()
    ticks = int(fields[11]) + int(fields[12])
    used = 1000 * ticks // os.sysconf("SC_CLK_TCK")
    print(f"  TID {tid}  state {fields[0]}  CPU {used:4} ms  {name}")

done.set()
for thread in threads:
    thread.join()
