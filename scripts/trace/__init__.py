"""The tracer: runs a program and keeps what its processes, threads and tasks did, in order.

engine/ runs inside the program's own processes, with the standard library
alone; the modules here start it, put its logs together, and keep the result.

    twin, session         a Python in which the engine starts first; one traced run
    origins, things, channels, assembly
                          whose child a process is; what a lock is called; who got what;
                          all of it as one story
    trace, outcome        what is kept, in one file; what came of a program
    tracer, lanes, accept, table
                          making a trace; many of them; the reference; the command's table

What it does not see: locks and waiting inside of C code and of libraries' own
threads, subinterpreters, a manager's events and queues, streams opened over a
pipe (os.fdopen), `await` of a task, and a Python started without its site
module (-S) or by another path than sys.executable or PATH. A run of which it
sees nothing at all is a problem; everything else is simply not told.
"""
