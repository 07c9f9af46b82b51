"""A policy: what one run may use, handed to the keeper as JSON."""

import json
from dataclasses import asdict, dataclass, field

# Python itself, its libraries and the machine's own description; no home folder.
SYSTEM = (
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/etc",
    "/opt",
    "/proc",
    "/sys",
    "/dev",
)
DEVICES = (
    "/dev/null",
    "/dev/zero",
    "/dev/full",
    "/dev/tty",
    "/dev/random",
    "/dev/urandom",
    "/dev/ptmx",
    "/dev/pts",
    "/dev/ptys",
)

MIB = 1024 * 1024

TICK = 0.05  # seconds between two looks at the tree of processes
LOOK = 0.2  # seconds between two looks at what takes longer to see


@dataclass(frozen=True)
class Limits:
    """What the whole tree of a run may take; sizes in bytes.

    Processes and memory are counted every 50 ms over the tree, and disk, what
    all its files take together, every 200 ms, so a program may pass them for
    that long before it is ended. The generous ones leave
    room for the chapters that start a thousand threads.
    """

    processes: int = 256
    memory: int = 4096 * MIB
    file: int = 256 * MIB
    disk: int = 2048 * MIB
    output: int = 256 * 1024


@dataclass(frozen=True)
class Policy:
    """One run: where it may read and write, for how long, and how it may end.

    isolation: names from offered.LEVELS, what the keeper has to set up.
    hidden: files that nobody may open, among those it may read.
    not_root: where we are root, the program finds itself as nobody.
    hang: after timeout every process gets SIGABRT, so that faulthandler prints
    the stacks, before the tree is killed.
    """

    argv: list[str]
    cwd: str
    env: dict[str, str]
    readable: list[str]
    writable: list[str]
    timeout: float
    hang: bool
    isolation: list[str]
    as_user: bool = True
    not_root: bool = False
    hidden: list[str] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)

    def to_json(self) -> str:
        """The policy as one argument."""
        return json.dumps(asdict(self))


def from_json(text: str) -> Policy:
    """The policy that to_json wrote."""
    given = json.loads(text)
    return Policy(**{**given, "limits": Limits(**given["limits"])})
