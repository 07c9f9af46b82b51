# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.letters = ['state (\w)']
# facts.memory = ['memory (.+)']
# facts.status = 'exit status (\d+)'
# facts.listed = 'still listed: (\w+)'
# facts.parent_before = 'parent before: (\d+)'
# facts.child = 'its parent is (\d+)'
# facts.parent_after = 'parent after: +(\d+)'
# claims = [
#   "letters == ['S', 'Z', 'Z']",
#   "memory[0] != 'none' and memory[1] == memory[2] == 'none'",
#   "status == 7 and listed == 'False'",
#   "parent_before == child and parent_after != child",
# ]
# ///
"""Shows a zombie that survives kill -9, and an adopted orphan."""

import os
import signal
import time


def show(when, pid):
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    state, memory = (
        lines["State"].strip()[0],
        lines.get("VmRSS", "none"),
    )
    print(f"{when:14} state {state}, memory {memory.strip()}")


def orphan(its_parent):
    print("an orphan, its parent is", its_parent)
    print("parent before:", os.getppid())
    while os.getppid() == its_parent:
        time.sleep(0.01)
    print("parent after: ", os.getppid(), flush=True)


child = os.fork()
if child == 0:
    time.sleep(0.3)
    os._exit(7)
time.sleep(0.1)
show("while it runs", child)
os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # only look
show("after its end", child)
os.kill(child, signal.SIGKILL)
show("after kill -9", child)
print("exit status", os.waitpid(child, 0)[1] >> 8)
print("still listed:", os.path.exists(f"/proc/{child}"), flush=True)

read_end, write_end = os.pipe()
child = os.fork()
if child == 0:
    if os.fork() == 0:
        orphan(os.getppid())
    else:
        time.sleep(0.2)  # and ends, without waiting for its own child
    os._exit(0)
os.waitpid(child, 0)
os.close(write_end)
os.read(read_end, 1)  # ends when the orphan has ended
