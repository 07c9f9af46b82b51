# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 60
# needs = ["linux"]
# facts.took_stopped = '^stopped +([\d.]+) ms'
# facts.took_0 = '^nice 0 +([\d.]+) ms'
# facts.took_10 = '^nice 10 +([\d.]+) ms'
# facts.took_19 = '^nice 19 +([\d.]+) ms'
# facts.took_idle = '^SCHED_IDLE +([\d.]+) ms'
# facts.had_0 = '^nice 0 .* ([\d.]+) ms$'
# facts.had_10 = '^nice 10 .* ([\d.]+) ms$'
# facts.had_19 = '^nice 19 .* ([\d.]+) ms$'
# facts.had_idle = '^SCHED_IDLE .* ([\d.]+) ms$'
# claims = [
#   "had_0 > 4", "had_0 > 2 * had_10", "had_19 < 2", "had_idle < 2",
# ]
# ///
"""Prints how long requests take beside a job that computes."""

import os
import signal
import subprocess
import sys
import time


def on_core(process):
    with open(f"/proc/{process.pid}/schedstat") as file:
        return int(file.read().split()[0])


def answer():
    end = time.process_time() + 0.010  # ten milliseconds of work
    while time.process_time() < end:
        pass


def requests(name):
    took = had = 0
    for _ in range(20):
        begun = time.perf_counter() + 0.008  # the next request comes
        time.sleep(0.008)
        before = on_core(job)
        answer()
        took += time.perf_counter() - begun
        had += on_core(job) - before
    print(f"{name:10}{1000 * took / 20:9.1f} ms{had / 20e6:12.1f} ms")


# This process is the database. Database and job share one core.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
job = subprocess.Popen([sys.executable, "-c", "while True: pass"])
time.sleep(0.2)

print("the job   a request took  the job had of it")
job.send_signal(signal.SIGSTOP)
requests("stopped")
job.send_signal(signal.SIGCONT)
for nice in 0, 10, 19:
    os.setpriority(os.PRIO_PROCESS, job.pid, nice)
    requests(f"nice {nice}")
os.sched_setscheduler(job.pid, os.SCHED_IDLE, os.sched_param(0))
requests("SCHED_IDLE")
job.kill()
job.wait()
