# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.interleave]
# on = ["3.15"]
# runs = 3
# needs = ["linux", "ptrace"]
# facts.stands_at = ['line (\d+), in chop']
# facts.holds_and_asks = ['    with (\w+):']
# facts.alive = 'alive before and after: (.*)'
# claims = ["stands_at[0] == stands_at[1]", "holds_and_asks == ['second', 'second']", "alive == 'True True'"]
# ///
"""One process looks into another one, which knows nothing of it."""

import subprocess
import sys
import threading
import time


def chop(first, second):
    with first:
        each_has_one.wait()
        with second:
            print("chopped")


if "kitchen" in sys.argv:
    knife, board = threading.Lock(), threading.Lock()
    each_has_one = threading.Barrier(3)
    for tools in [(knife, board), (board, knife)]:
        threading.Thread(target=chop, args=tools).start()
    each_has_one.wait()
    print("each has one", flush=True)
else:
    me = [sys.executable, __file__, "kitchen"]
    kitchen = subprocess.Popen(me, stdout=subprocess.PIPE)
    kitchen.stdout.readline()
    time.sleep(0.2)
    before = kitchen.poll() is None
    dump = [sys.executable, "-m", "profiling.sampling", "dump"]
    subprocess.run([*dump, "--all-threads", str(kitchen.pid)])
    print("alive before and after:", before, kitchen.poll() is None)
    kitchen.kill()
    kitchen.wait()
