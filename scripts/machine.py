"""The machine under a run: what a reader must know to compare with theirs."""

import os
import platform
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any


def cores() -> int:
    """Logical CPUs that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def busy() -> float:
    """Seconds that all CPUs together have worked since the start, from /proc/stat."""
    try:
        user, nice, system, _idle, _wait, *rest = _first_line("/proc/stat").split()[1:8]
    except (OSError, ValueError):
        return 0.0
    ticks = sum(int(field) for field in (user, nice, system, *rest))
    return ticks / os.sysconf("SC_CLK_TCK")


def is_root() -> bool:
    """Whether this process runs as root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def may_be_realtime() -> bool:
    """Whether a thread of this process may have a real-time priority: one tries.

    Root alone does not settle it; a container's root often may not.
    """
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_tries_realtime).result()


def _tries_realtime() -> bool:
    """On Linux 0 names the calling thread, which ends with what it tries here."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except (AttributeError, OSError):
        return False
    return True


def may_trace(scope: str = "/proc/sys/kernel/yama/ptrace_scope") -> bool:
    """Whether a process may look into another one of the same user, and not only its child.

    https://docs.kernel.org/admin-guide/LSM/Yama.html
    """
    try:
        with open(scope, encoding="ascii") as file:
            return file.read().strip() == "0"
    except OSError:
        return platform.system() == "Linux"


def describe() -> dict[str, Any]:
    """System, processor, count of CPUs, and the day."""
    return {
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "processor": _processor(),
        "cores": cores(),
        "date": datetime.now(UTC).date().isoformat(),
    }


def _first_line(path: str) -> str:
    with open(path, encoding="utf-8") as lines:
        return next(lines)


def _processor() -> str:
    """The processor's name from /proc/cpuinfo, or its architecture."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = [
                line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")
            ]
    except OSError:
        names = []
    return names[0] if names else platform.machine()
