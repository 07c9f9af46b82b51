# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.thread = ['^[a-z ]+  (yes|no) +(?:yes|no)$']
# facts.child = ['^[a-z ]+  (?:yes|no) +(yes|no)$']
# claims = [
#   "thread == ['yes', 'yes', 'yes', 'yes', 'yes', 'no']",
#   "child == ['no', 'no', 'no', 'no', 'yes', 'no']",
# ]
# ///
"""Prints what changes for main when a thread or a child changes it."""

import os
import threading

number = 1
notes = os.open("notes.txt", os.O_RDWR | os.O_CREAT)


def change_everything():
    global number
    number += 1
    os.environ["DISH"] = os.environ.get("DISH", "") + "soup "
    os.chdir("..")
    os.dup(notes)  # one more open file
    os.write(notes, b"salt\n")
    os.nice(1)


def as_main_sees_it():
    return {
        "a variable": number,
        "an environment variable": os.environ.get("DISH"),
        "the current folder": os.getcwd(),
        "the number of open files": len(os.listdir("/proc/self/fd")),
        "the position in an open file": os.lseek(notes, 0, os.SEEK_CUR),
        "the nice value": os.getpriority(os.PRIO_PROCESS, 0),
    }


before = as_main_sees_it()
child = os.fork()
if child == 0:
    change_everything()
    os._exit(0)
os.waitpid(child, 0)
after_child = as_main_sees_it()

thread = threading.Thread(target=change_everything)
thread.start()
thread.join()
after_thread = as_main_sees_it()

print("does main see the change?     thread  child")
for name in before:
    by_thread = after_thread[name] != after_child[name]
    by_child = after_child[name] != before[name]
    words = [["no", "yes"][seen] for seen in (by_thread, by_child)]
    print(f"{name:30}{words[0]:6}  {words[1]}")
