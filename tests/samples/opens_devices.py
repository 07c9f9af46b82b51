"""Lists every device that is neither for everybody nor its own terminal."""

import os
import stat

KNOWN = {"null", "zero", "full", "random", "urandom", "tty", "console", "ptmx"}
for entry in os.scandir("/dev"):
    mode = entry.stat(follow_symlinks=False).st_mode
    if entry.name not in KNOWN and (stat.S_ISBLK(mode) or stat.S_ISCHR(mode)):
        print(entry.name)
