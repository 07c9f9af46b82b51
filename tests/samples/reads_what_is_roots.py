"""Opens the files of /etc that the others of this machine may not read."""

import os

opened = []
for folder, _, files in os.walk("/etc"):
    for path in (os.path.join(folder, name) for name in files):
        try:
            with open(path, "rb"):
                if not os.stat(path).st_mode & 0o004:
                    opened.append(path)
        except OSError:
            pass
print(opened)
