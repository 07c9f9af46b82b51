"""Ends before the process that it started."""

import subprocess
import sys

subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", __file__])
print("bye")
