"""The explorer: executes every interleaving of a small threaded program.

engine/ runs inside the sandbox, beside the program, with the standard library
alone; the modules here start it, check its report and print it.
"""
