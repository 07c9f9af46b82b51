"""The engine: runs inside a program's own processes and writes down what they do.

It imports nothing but the standard library and itself, and works on every
Python from 3.8 on. Each process writes a file of its own.

    start          what a Python does before the program: reads the job, puts all in place
    log, tell      where events go; what an event is, and which strand does it
    names, marks   what the program calls its locks and queues; which of them are its own
    program        the program's instrumented copy: its step labels
    late, instead  changes to a library, made when it is imported
    locks, waiting, queues, threads, sleeping
                   what the program meets under threading, queue and time
    processes, multi, shared, handed, pools, futures, channels, tasks, ranks
                   fork and exec, multiprocessing, executors, pipes, asyncio, MPI
    quiet          tracebacks without the engine's own frames
"""
