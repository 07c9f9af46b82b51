"""A terminal: runs a command on a pty and keeps what it wrote, and when.

A pipe would change what is seen: Python buffers differently on it, threads
tear each other's lines, and text printed before a fork comes twice.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COLUMNS, LINES = 72, 24


@dataclass(frozen=True)
class Captured:
    """What stood on the terminal.

    data: the bytes as written, stdout and stderr in true order; times: seconds
    from start (on the monotonic clock) to the end of each line; report: the
    first line of the report pipe; flooded: there was more than the limit.
    """

    data: bytes
    times: list[float]
    report: bytes
    start: float
    flooded: bool


def capture(argv: Sequence[str], cwd: Path, limit: int, patience: float) -> Captured:
    """Run argv, whose last argument becomes a report descriptor's number.

    More than limit bytes of output: the command gets SIGTERM. Not ended after
    patience seconds: it is killed.
    """
    master, slave = pty.openpty()
    reading, writing = os.pipe()
    _plain(slave)
    try:
        child = subprocess.Popen(
            [*argv, str(writing)],
            cwd=cwd,
            # Nothing of this environment: whoever reads /proc/1/environ finds PATH.
            env={"PATH": os.environ.get("PATH", os.defpath)},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            pass_fds=[writing],
            start_new_session=True,
        )
        os.close(slave)
        os.close(writing)
        start = time.monotonic()
        data, times, flooded = _read(master, child, limit, time.monotonic() + patience)
        if child.poll() is None:
            child.wait(timeout=max(1.0, patience))
        with os.fdopen(reading, "rb", closefd=False) as report:
            return Captured(data, times, report.readline(), start, flooded)
    finally:
        os.close(master)
        os.close(reading)


def _plain(slave: int) -> None:
    """Switch off echo and the line end's carriage return; 72 columns."""
    iflag, oflag, cflag, lflag, *rest = termios.tcgetattr(slave)
    settings = [iflag, oflag & ~termios.OPOST, cflag, lflag & ~termios.ECHO, *rest]
    termios.tcsetattr(slave, termios.TCSANOW, settings)
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))


def _read(
    master: int, child: "subprocess.Popen[bytes]", limit: int, deadline: float
) -> tuple[bytes, list[float], bool]:
    data, times, start = bytearray(), [], time.monotonic()
    told = False
    while True:
        if time.monotonic() > deadline:
            child.kill()
        # Asked before the look: what it wrote before its end is there by then.
        ended = child.poll() is not None
        if not select.select([master], [], [], 0.1)[0]:
            if ended:
                break
            continue
        try:
            chunk = os.read(master, 65536)
        except OSError:  # EIO: nobody holds the other end any more
            break
        if len(data) < limit:
            data += chunk
            times += [round(time.monotonic() - start, 4)] * chunk.count(b"\n")
        elif not told:
            told = True
            child.send_signal(signal.SIGTERM)
    return bytes(data), times, told
