"""One run of a program: in the sandbox, on a terminal, and what came of it."""

import json
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.book import ROOT
from scripts.interpreter import Interpreter
from scripts.program import Program
from scripts.sandbox import offered
from scripts.sandbox.policy import Limits, Policy
from scripts.terminal import COLUMNS, capture
from scripts.watch import opened

PATIENCE = 10.0  # seconds beyond the timeout for the keeper to clear up
NOT_COPIED = shutil.ignore_patterns("recorded", "__pycache__", ".*")


@dataclass(frozen=True)
class Run:
    """What one run did.

    exit: status, or minus the signal; None when it could not be started.
    seconds and cpu: elapsed and used; peak: resident bytes of the program's
    own process; passed: the limit that ended it; left: what it left running;
    files: local files that it opened, beside itself.
    """

    output: str
    times: list[float]
    exit: int | None
    seconds: float
    cpu: float
    peak: int
    hung: bool
    passed: str | None
    left: list[str]
    files: frozenset[str]
    garbled: str = ""


def run(
    program: Program,
    interpreter: Interpreter,
    limits: Limits | None = None,
    given: Path | None = None,
    writable: Sequence[str] = (),
) -> Run:
    """Run the program once, in an empty folder that is gone afterwards.

    Its own folder is copied beside, so that what it opens there can be told
    from what other programs open at the same time. given: a folder to do this
    in, which stays; writable: folders that it may write in besides.
    """
    with nullcontext(given) if given else temporary() as name:
        place = Path(name).resolve()
        source, work, temp = place / "source", place / "work", place / "tmp"
        work.mkdir()
        temp.mkdir(mode=0o700)  # as XDG_RUNTIME_DIR has to be
        if program.inside_a_book:
            shutil.copytree(program.path.parent, source, symlinks=True, ignore=NOT_COPIED)
        else:
            source.mkdir()
            shutil.copy(program.path, source)
        limits = limits or Limits()
        policy = _policy(program, interpreter, source, [work, temp, *writable], limits)
        argv = offered.command(policy)
        with opened(source) as files:
            caught = capture(argv, ROOT, limits.output, program.header.timeout + PATIENCE)
    text, garbled = _decode(caught.data)
    tidy = {f"{source}/": "", str(work): "/tmp/work", str(temp): "/tmp"}
    tidy |= {root: "…" for root in interpreter.roots if root not in ("/usr", "/usr/bin")}
    silent = {"exit": None, "passed": "output" if caught.flooded else "keeper"}
    report: dict[str, Any] = json.loads(caught.report) if caught.report else silent
    late = report.pop("start", caught.start) - caught.start
    report["left"] = [_tidy(command, tidy) for command in report.get("left", [])]
    return Run(
        output=_tidy(text, tidy),
        times=[round(max(0.0, at - late), 4) for at in caught.times],
        files=frozenset(str(f) for f in files if str(f) != program.path.name),
        garbled=garbled,
        **{"seconds": 0.0, "cpu": 0.0, "peak": 0, "hung": False, **report},
    )


@contextmanager
def temporary() -> Iterator[str]:
    """A folder for one run, removed afterwards, whatever the program put there."""
    folder = tempfile.TemporaryDirectory(prefix="il-", ignore_cleanup_errors=True)
    try:
        yield folder.name
    finally:
        try:
            folder.cleanup()
        except RecursionError:  # folders in folders in folders
            subprocess.run(["rm", "-rf", "--", folder.name], check=False)


def _policy(
    program: Program,
    interpreter: Interpreter,
    source: Path,
    writable: Sequence[Path | str],
    limits: Limits,
) -> Policy:
    header = program.header
    work, temp = map(Path, writable[:2])
    python = [str(interpreter.path), "-I"]
    # A hang shows where every thread stands: faulthandler prints it on SIGABRT.
    python += ["-X", "faulthandler"] if header.hangs != "never" else []
    parts = {"{python}": python, "{file}": [str(source / program.path.name)]}
    return Policy(
        argv=[word for part in shlex.split(header.command) for word in parts.get(part, [part])],
        cwd=str(work),
        env=_environment(interpreter, work, temp),
        readable=[*interpreter.roots, str(interpreter.path), str(source)],
        writable=[*map(str, writable), "/dev/shm"],
        timeout=header.timeout,
        hang=header.hangs != "never",
        isolation=offered.asked(),
        as_user="root" not in header.needs,
        not_root="not root" in header.needs,
        hidden=offered.secrets(),
        limits=limits,
    )


def _environment(interpreter: Interpreter, work: Path, temp: Path) -> dict[str, str]:
    """The few variables a program sees; nobody's PYTHONUNBUFFERED among them."""
    return {
        "PATH": f"{interpreter.path.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(work),
        "TMPDIR": str(temp),
        "XDG_RUNTIME_DIR": str(temp),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "COLUMNS": str(COLUMNS),
        **({"TZ": os.environ["TZ"]} if "TZ" in os.environ else {}),
    }


def _decode(data: bytes) -> tuple[str, str]:
    """The text, and a sentence on the first bytes that were no UTF-8.

    A terminal shows nothing for a NUL, and no page can hold one.
    """
    data = data.replace(b"\0", b"")
    try:
        return data.decode(), ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return data.decode(
            errors="backslashreplace"
        ), f"line {line} of the output has the byte 0x{data[error.start]:02x}"


def _tidy(text: str, names: dict[str, str]) -> str:
    """Shorten the temporary folder's and the interpreter's paths, longest first."""
    for long in sorted(names, key=len, reverse=True):
        text = text.replace(long, names[long])
    return text.replace("\r\n", "\n")
