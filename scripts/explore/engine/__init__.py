"""The engine: runs one program again and again, each time in another order.

It is a process of its own in the sandbox and imports nothing but the standard
library and itself. Real threads run the real program; all but one stand still.

    allowed, loose           what a program may use; what its steps leave out
    steps, instrument, names the program with a call at each labelled line
    world, strand, pool, run one execution; its threads; who carries them
    lock, threads, hooks, visible, screen, replaced
                             what the program meets in place of Python's own
    walk, kinds, instances   all that can be reached, as one flat list
    sites, calls, state      when two moments of a program are the same
    search, graph            all orders, depth first; what became of them
    view, report             what a reader sees of a moment; of the whole
"""
