# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 2 {python} {file}"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.passed = ['^exchanged (\d+) bytes']
# claims = ["passed == [8000, 16000, 16000000]"]
# ///
"""Two ranks send and receive in one call; all sizes get through."""

from mpi4py import MPI

world = MPI.COMM_WORLD
other = 1 - world.rank

for size in 8_000, 16_000, 16_000_000:
    got = bytearray(size)
    world.Sendrecv(bytearray(size), other, recvbuf=got, source=other)
    if world.rank == 0:
        print("exchanged", size, "bytes", flush=True)
