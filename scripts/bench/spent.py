"""What a command spent: seconds on the clock, seconds of CPU, memory at its peak."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.problem import Problem


@dataclass(frozen=True)
class Spent:
    """seconds: on the clock; cpu: of it and all that it waited for; peak: of its largest, bytes."""

    seconds: float
    cpu: float
    peak: int


def spent(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Spent:
    """Run a command to its end. Raises Problem, with the end of its words, when it fails."""
    with tempfile.TemporaryFile() as words:
        begun = time.monotonic()
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.monotonic() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        said = words.read().decode(errors="replace")
    if child.returncode:
        raise Problem(
            " ".join(command[:4]),
            expected="exit 0",
            seen=f"exit {child.returncode}:\n{said[-2000:]}",
            command=f"cd {folder} && {' '.join(command)}",
        )
    return Spent(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
