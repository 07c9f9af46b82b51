"""Tries to write where it must not, and says how that went."""

import os
import pwd

PLACES = {
    "home": pwd.getpwuid(os.getuid()).pw_dir,
    "beside": os.path.dirname(__file__),
    "book": "@BOOK@",
    "tmp": "@TMP@",
}
for name, folder in PLACES.items():
    try:
        with open(os.path.join(folder, "interleave-was-here"), "w") as file:
            file.write("x")
        print(name, "written")
    except OSError as error:
        print(name, type(error).__name__)
with open("here", "w") as file:
    print("work", file.write("x"))
