# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# needs = ["linux", "cc"]
# runs = 3
# facts.slow = '-O0 int +(.+)'
# facts.fast = '-O2 int +(.+)'
# facts.atomic = '-O2 atomic_int +(.+)'
# claims = [
#   "slow == 'sees it'",
#   "fast == 'not seen in a second'",
#   "atomic == 'sees it'",
# ]
# ///
"""Three builds wait for a flag in C; one of them does not see it."""

import subprocess

# --8<-- [start:show]
SOURCE = """
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

FLAG done;

void *watch(void *nothing) {
    while (!done) {}
    return NULL;
}

int main(void) {
    pthread_t watcher;
    pthread_create(&watcher, NULL, watch, NULL);
    usleep(100000);
    done = 1;
    pthread_join(watcher, NULL);
}
"""

for build in ["-O0", "int"], ["-O2", "int"], ["-O2", "atomic_int"]:
    level, kind = build
    command = f"cc {level} -DFLAG={kind} -pthread -x c - -o watch"
    subprocess.run(command.split(), input=SOURCE, text=True, check=True)
    try:
        subprocess.run(["./watch"], timeout=1)
        saw = "sees it"
    except subprocess.TimeoutExpired:
        saw = "not seen in a second"
    print(f"{level} {kind:10} {saw}")
# --8<-- [end:show]
