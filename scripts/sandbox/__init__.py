"""The sandbox: a program runs in it and nothing of it stays.

policy.py says what is allowed, offered.py what this system can hold to,
keeper.py is the process beside the program; the rest are the system calls.
"""
