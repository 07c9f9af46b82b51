# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 2 {python} {file}"
# runs = 5
# timeout = 30
# needs = ["linux"]
# facts.alone = 'up to (\d+) bytes'
# facts.waits = 'from (\d+) bytes'
# claims = ["8000 <= alone < 16000 and waits == alone + 1"]
# ///
"""Prints up to which size a send ends before anybody receives."""

import time

from mpi4py import MPI

world = MPI.COMM_WORLD


def ends_alone(size):
    """Whether a send of this size ends before it is received."""
    if world.rank == 0:
        sending = world.Isend(bytearray(size), dest=1)
        time.sleep(0.01)
        ended = sending.Test()
    world.barrier()  # From here on rank 1 may receive.
    if world.rank == 1:
        world.Recv(bytearray(size), source=0)
        ended = None
    else:
        sending.Wait()
    return world.bcast(ended)


small, large = 1, 1_000_000
while large - small > 1:  # Halve what is between, again and again.
    middle = (small + large) // 2
    if ends_alone(middle):
        small = middle
    else:
        large = middle
if world.rank == 0:
    print("up to", small, "bytes a send ends by itself")
    print("from", large, "bytes it waits for the other side")
