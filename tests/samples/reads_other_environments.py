"""Looks for a password in the variables of every process that it finds."""

import glob

found = []
for path in glob.glob("/proc/[0-9]*/environ"):
    try:
        with open(path, "rb") as file:
            if b"@SECRET@" in file.read():
                found.append(path)
    except OSError:
        pass
print("found" if found else "nothing")
