# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.letters = ['^(\w)  ']
# claims = ["letters == ['R', 'S', 'T', 'Z', 'D']"]
# ///
"""Puts five processes into five states and prints their letters."""

import os
import signal
import subprocess
import sys
import time

# The new process must open a pipe to which nobody writes. Until it
# has, the kernel holds the one that started it.
SPAWN = """
import os
wait = (os.POSIX_SPAWN_OPEN, 0, "pipe", os.O_RDONLY, 0)
os.posix_spawn("/bin/true", ["true"], {}, file_actions=[wait])
"""


def start(code):
    command = [sys.executable, "-c", code]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def show(process, expected, why):
    for _ in range(500):  # give it time to get there
        with open(f"/proc/{process.pid}/stat") as file:
            letter = file.read().rpartition(") ")[2][0]
        if letter == expected:
            break
        time.sleep(0.01)
    print(f"{letter}  {why}")


os.mkfifo("pipe")
computing = start("while True: pass")
waiting = start("input()")
stopped = start("while True: pass")
stopped.send_signal(signal.SIGSTOP)
ended = start("pass")
spawning = start(SPAWN)

show(computing, "R", "computes")
show(waiting, "S", "waits for a line of input")
show(stopped, "T", "was sent SIGSTOP, and may not go on")
show(ended, "Z", "has ended, and nobody has asked how")
show(spawning, "D", "waits, and will not be disturbed")

with open("pipe", "w"):
    spawning.communicate()
for process in computing, waiting, stopped, ended:
    process.kill()
    process.communicate()
