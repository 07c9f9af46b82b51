# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 4 {python} {file}"
# timeout = 30
# needs = ["linux"]
# runs = 5
# exit = [9, 137]
# facts.said = ['(knows \d+|CLEANING UP)']
# claims = ["said == ['CLEANING UP'] and 'BAD TERMINATION' in output"]
# ///
"""One of four ranks is killed; prints what becomes of the sum."""

import os
import signal

from mpi4py import MPI

N = 4_000_000

world = MPI.COMM_WORLD
if world.rank == 2:
    os.kill(os.getpid(), signal.SIGKILL)
part = sum(range(world.rank, N, world.size))
total = world.allreduce(part)
print(f"rank {world.rank} added {part}, knows {total}")
