# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 4 {python} {file}"
# trace = true
# runs = 5
# timeout = 30
# needs = ["linux"]
# facts.ranks = ['^rank (\d)']
# facts.knows = ['knows (\d+)']
# claims = [
#   "set(ranks) == {0, 1, 2, 3}",
#   "len(knows) == 4 and set(knows) == {7999998000000}",
# ]
# ///
"""Four processes add up a part each; all four know the sum."""

from mpi4py import MPI

N = 4_000_000

world = MPI.COMM_WORLD
part = sum(range(world.rank, N, world.size))
total = world.allreduce(part)
print(f"rank {world.rank} added {part}, knows {total}")
