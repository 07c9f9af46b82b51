"""Runs itself, another Python and a command."""

import subprocess
import sys
import time

if len(sys.argv) > 1:
    time.sleep(0.01)
    sys.exit(2)
print(subprocess.run([sys.executable, __file__, "again"]).returncode)
print(subprocess.run([sys.executable, "-c", "print(1)"]).returncode)
subprocess.run(["sleep", "0.01"])
