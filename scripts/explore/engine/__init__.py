"""The engine: runs one program again and again, each time in another order.

It is a process of its own in the sandbox and imports nothing but the standard
library and itself. Real threads run the real program; all but one stand still.

    steps, instrument     the program with a call at each labelled line
    allowed               what a program may use, so that no answer is wrong
    strand, run, pool     one thread; one execution; the threads that carry it
    lock, hooks, replaced what the program meets in place of locks, sleep, join
    walk, sites, state    when two moments of a program are the same
    search, graph         all orders, depth first; what became of them
    view                  what a reader sees of one moment
"""
