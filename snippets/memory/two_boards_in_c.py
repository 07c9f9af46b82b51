# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# timeout = 30
# needs = ["linux", "cc", "cores >= 2"]
# facts.machine = 'machine (\S+)'
# facts.rounds = '(\d+) rounds'
# facts.volatile = '^volatile +(\d+)'
# facts.relaxed = '^relaxed +(\d+)'
# facts.release = '^release +(\d+)'
# facts.fence = '^fence +(\d+)'
# claims = [
#   "volatile > 0", "relaxed > 0",
#   "release > 0 or machine != 'x86_64'",
#   "fence == 0",
# ]
# ///
"""Prints how often two threads in C both read 0, in four builds."""

import platform
import subprocess

# --8<-- [start:show]
SOURCE = """
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

enum { ROUNDS = 300000 };
struct { _Alignas(128) TYPE n; } board[2];
struct { _Alignas(128) atomic_int n; } come[2];
char saw[2][ROUNDS + 1];

void *cook(void *is_b) {
    int me = is_b != NULL, other = !me;
    cpu_set_t core;  // each on a core of its own
    CPU_ZERO(&core); CPU_SET(me, &core);
    sched_setaffinity(0, sizeof core, &core);
    for (int i = 1; i <= ROUNDS; i++) {
        atomic_store(&come[me].n, i);  // start each round together
        while (atomic_load(&come[other].n) < i) {}
        WRITE;  // board[me] = i
        saw[me][i] = READ == i;  // board[other]
    }
    return NULL;
}

int main(void) {
    int both_0 = 0;
    pthread_t b;
    pthread_create(&b, NULL, cook, "B");
    cook(NULL);
    pthread_join(b, NULL);
    for (int i = 1; i <= ROUNDS; i++)
        both_0 += !saw[0][i] && !saw[1][i];
    printf("%d", both_0);
}
"""

STORE = "atomic_store_explicit(&board[me].n, i, memory_order_{})"
LOAD = "atomic_load_explicit(&board[other].n, memory_order_{})"
FENCE = "; atomic_thread_fence(memory_order_seq_cst)"
relaxed = STORE.format("relaxed"), LOAD.format("relaxed")
release = STORE.format("release"), LOAD.format("acquire")

builds = {
    "volatile": ("volatile int", "board[me].n = i", "board[other].n"),
    "relaxed": ("atomic_int", *relaxed),
    "release": ("atomic_int", *release),
    "fence": ("atomic_int", relaxed[0] + FENCE, relaxed[1]),
}
# --8<-- [end:show]
print("machine", platform.machine())
print("300000 rounds, both read 0 in")
for name, (kind, write, read) in builds.items():
    command = ["cc", "-O2", "-pthread", "-x", "c", "-", "-o", name]
    command += [f"-DTYPE={kind}", f"-DWRITE={write}", f"-DREAD={read}"]
    subprocess.run(command, input=SOURCE, text=True, check=True)
    run = subprocess.run([f"./{name}"], capture_output=True, text=True)
    print(f"{name:8} {run.stdout:>7}")
