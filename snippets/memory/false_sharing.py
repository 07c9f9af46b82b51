# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 5
# timeout = 30
# needs = ["linux", "cc", "cores >= 2"]
# facts.tries = ['^ *(\d+) ']
# facts.near = ['\d +([\d.]+) ms +']
# facts.far = ['ms +([\d.]+) ms']
# facts.least = 'from ([\d.]+)'
# facts.median = 'median ([\d.]+)'
# facts.most = 'to ([\d.]+)'
# facts.sums = 'sums: (\w+)'
# claims = ["sums == 'right'", "sometimes: most > 1.2"]
# ///
"""Prints what two counters cost, side by side and far apart."""

import statistics
import subprocess

# --8<-- [start:show]
SOURCE = r"""
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

enum { TIMES = 4000000 };
_Alignas(128) atomic_long cells[32];  // 8 bytes each

void *count(void *cell) {
    atomic_long *mine = cell;
    cpu_set_t core;  // each on a core of its own
    CPU_ZERO(&core); CPU_SET(mine != cells, &core);
    sched_setaffinity(0, sizeof core, &core);
    for (int i = 0; i < TIMES; i++)
        atomic_fetch_add_explicit(mine, 1, memory_order_relaxed);
    return NULL;
}

double cost(int apart) {  // CPU time of both threads, in ms
    clock_t start = clock();
    pthread_t b;
    pthread_create(&b, NULL, count, &cells[apart]);
    count(&cells[0]);
    pthread_join(b, NULL);
    return (clock() - start) * 1e3 / CLOCKS_PER_SEC;
}

int main(void) {
    for (int i = 0; i < 11; i++) {
        double near = cost(1);
        printf("%.1f %.1f\n", near, cost(31));
    }
    printf("%ld %ld %ld\n", cells[0], cells[1], cells[31]);
}
"""

command = "cc -O2 -pthread -x c - -o cells"
subprocess.run(command.split(), input=SOURCE, text=True, check=True)
run = subprocess.run(["./cells"], capture_output=True, text=True)
*tries, sums = run.stdout.splitlines()
# --8<-- [end:show]

print("try   side by side    far apart")
ratios = []
for number, pair in enumerate(tries, 1):
    near, far = map(float, pair.split())
    ratios.append(near / far)
    print(f"{number:3} {near:10.1f} ms {far:9.1f} ms")
ratios.sort()
print(f"\nfrom {ratios[0]:.1f} to {ratios[-1]:.1f} times the CPU time")
print(f"median {statistics.median(ratios):.1f}")
right = sums == "88000000 44000000 44000000"
print("sums:", "right" if right else "wrong")
