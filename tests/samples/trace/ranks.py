# /// script
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 3 {python} {file}"
# timeout = 60
# ///
"""Three ranks meet."""

from mpi4py import MPI

world = MPI.COMM_WORLD
rank = world.Get_rank()
if rank == 0:
    world.send("hello", dest=1)
elif rank == 1:
    print(world.recv(source=0))  # step: has heard
world.barrier()
total = world.allreduce(rank)
