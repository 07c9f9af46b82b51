# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 2 {python} {file}"
# trace = true
# hangs = true
# timeout = 2.5
# runs = 2
# needs = ["linux"]
# facts.passed = ['^exchanged (\d+) bytes']
# claims = ["hung and passed == [8000]"]
# ///
"""Two ranks send first and receive then; prints what got through."""

from mpi4py import MPI

world = MPI.COMM_WORLD
other = 1 - world.rank

for size in 8_000, 16_000:
    world.Send(bytearray(size), dest=other)
    world.Recv(bytearray(size), source=other)
    if world.rank == 0:
        print("exchanged", size, "bytes", flush=True)
