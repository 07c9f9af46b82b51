# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# needs = ["linux"]
# timeout = 20
# facts.there = ['(yes|no)$']
# facts.said = 'says: (.+)'
# claims = [
#   "'leaked' in said",
#   "on 3.9, 3.11: there == ['yes', 'yes', 'yes', 'no']",
#   "on 3.13, 3.15: there == ['yes', 'yes', 'yes', 'yes', 'no']",
# ]
# ///
"""Prints for how long a block of shared memory can be opened."""

import multiprocessing
import os
import subprocess
import sys
from multiprocessing import shared_memory

STRANGER = """
import sys
from multiprocessing.shared_memory import SharedMemory
options = {"track": False} if len(sys.argv) > 2 else {}
SharedMemory(sys.argv[1], **options).close()
"""


def helper(name):
    shared_memory.SharedMemory(name).close()


def stranger(*options):
    """A Python of its own, which nothing but the name connects."""
    command = [sys.executable, "-c", STRANGER, block.name, *options]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    return done.stderr.partition("Warning: ")[2][:54]


def look(when):
    there = os.path.exists("/dev/shm/" + block.name)
    print(f"{when:40}{'yes' if there else 'no'}")


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=4096)
    look("made")
    block.close()
    look("closed by its maker")
    child = multiprocessing.Process(target=helper, args=(block.name,))
    child.start()
    child.join()
    look("a child has opened and closed it")
    if sys.version_info >= (3, 13):
        stranger("untracked")
        look("a stranger has, untracked")
    said = stranger()
    look("a stranger has")
    print("and its tracker says:", said)

    # Our own tracker would miss the block, so we make it once more.
    shared_memory.SharedMemory(block.name, True, 4096).unlink()
