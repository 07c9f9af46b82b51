# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 5
# needs = ["linux", "cc"]
# facts.team = ['^region \d: (.+)']
# facts.main = '^main is thread (\d+)'
# claims = ["len(team) == 3 and len(set(team)) == 1"]
# ///
"""Compiles a C program; prints its threads, region by region."""

import subprocess

source = r"""
#include <omp.h>
#include <stdio.h>
#include <unistd.h>

double now(void) { return 1e3 * omp_get_wtime(); }

void compute(void) {
  for (volatile long i = 0; i < 40000000; i++) ;
}

int main(void) {
  double zero = now(), begin[3][3], end[3][3];
  int thread[3][3];
  printf("main is thread %d\n", gettid());

  for (int region = 0; region < 3; region++) {
    double alone = now() - zero;
    compute();

    #pragma omp parallel num_threads(3)
    { /* What stands in here is done by all three of the team. */
      int me = omp_get_thread_num();
      thread[region][me] = gettid();
      begin[region][me] = me ? now() - zero : alone;
      compute();
      end[region][me] = now() - zero;
    } /* Here all wait for all, and main goes on alone. */
  }

  for (int region = 0; region < 3; region++) {
    int *t = thread[region];
    printf("region %d: %d %d %d\n", region, t[0], t[1], t[2]);
  }
  for (int region = 0; region < 3; region++)
    for (int me = 0; me < 3; me++)
      printf("slice %c %.1f %.1f ms\n", "ABC"[me],
             begin[region][me], end[region][me]);
}
"""
with open("team.c", "w") as file:
    file.write(source)
command = "cc -D_GNU_SOURCE -fopenmp team.c -o team"
subprocess.run(command.split(), check=True)
subprocess.run(["./team"], check=True)
