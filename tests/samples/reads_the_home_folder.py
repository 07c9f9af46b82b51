"""Lists the files of whoever builds the book."""

import os
import pwd

home = pwd.getpwuid(os.getuid()).pw_dir
try:
    print(os.listdir(home))
except OSError as error:
    print(type(error).__name__)
