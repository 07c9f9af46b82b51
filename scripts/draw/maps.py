"""Maps: an address space as /proc/PID/maps tells it, region by region and put into groups."""

import re
from dataclasses import dataclass
from typing import Literal

from scripts.draw.table import listed

Kind = Literal["program", "heap", "library", "file", "unnamed", "arena", "thread", "stack",
               "shared", "kernel"]  # fmt: skip
LINE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) ([r-][w-][x-][ps]) [0-9a-f]+ \S+ \d+ *(.*)")
NAMES: dict[Kind, str] = {
    "program": "the program",
    "heap": "heap",
    "library": "libraries",
    "file": "files",
    "unnamed": "unnamed memory",
    "arena": "malloc’s arena",
    "thread": "stack of a thread",
    "stack": "main thread’s stack",
    "shared": "shared memory",
    "kernel": "pages of the kernel",
}
# These stand together as one block where they lie side by side.
MIXED: tuple[Kind, ...] = ("library", "file", "unnamed")
KERNEL = ("[vdso]", "[vvar]", "[vvar_vclock]")
# It lies in the kernel's half of the addresses, in every process at the same place.
LEFT_OUT = "[vsyscall]"
# glibc: below a thread's stack lies a guard; an arena for threads is this long and aligned.
GUARD, ARENA = 64 << 10, 64 << 20
# What is larger is a block of its own; what is nearer than this lies side by side.
LARGE, NEAR = 1 << 20, 1 << 20
# A path; recordings shorten the interpreter's own to "…/python3.11".
FILES = ("/", "…/")


@dataclass(frozen=True)
class Region:
    """One line. may: permissions, "rw-p"."""

    start: int
    stop: int
    may: str
    path: str

    @property
    def size(self) -> int:
        """In bytes."""
        return self.stop - self.start

    @property
    def closed(self) -> bool:
        """Whether nobody may touch it."""
        return self.may.startswith("---")


@dataclass(frozen=True)
class Block:
    """Regions that belong together, by address."""

    kinds: tuple[Kind, ...]
    regions: tuple[Region, ...]

    @property
    def start(self) -> int:
        """The lowest address."""
        return self.regions[0].start

    @property
    def stop(self) -> int:
        """The first address behind it."""
        return self.regions[-1].stop

    @property
    def size(self) -> int:
        """Bytes that are mapped, whether they may be touched or not."""
        return sum(region.size for region in self.regions)

    @property
    def closed(self) -> int:
        """Bytes that nobody may touch."""
        return sum(region.size for region in self.regions if region.closed)

    @property
    def name(self) -> str:
        """What it is, in words."""
        kinds = [kind for kind in NAMES if kind in self.kinds]
        return listed(NAMES[kind] for kind in kinds)

    @property
    def of_one_thread(self) -> bool:
        """Whether it belongs to one thread, and the others have no business there."""
        return self.kinds[0] in ("thread", "stack")


def regions(text: str) -> list[Region]:
    """All lines of the format that a text has, lowest address first; without [vsyscall]."""
    found = {Region(int(m[1], 16), int(m[2], 16), m[3], m[4].strip()) for m in LINE.finditer(text)}
    own = [region for region in found if region.path != LEFT_OUT]
    return sorted(own, key=lambda region: region.start)


def blocks(found: list[Region]) -> list[Block]:
    """The regions in groups, lowest address first."""
    files = (one.path for one in found if one.path.startswith(FILES) and one.may.endswith("p"))
    program = next(files, "")
    kinds = [_kind(i, found, program) for i in range(len(found))]
    made: list[Block] = []
    for region, kind in zip(found, kinds, strict=True):
        if made and _joins(made[-1], region, kind):
            before = made.pop()
            made.append(Block((*before.kinds, kind), (*before.regions, region)))
        else:
            made.append(Block((kind,), (region,)))
    return made


def _joins(before: Block, region: Region, kind: Kind) -> bool:
    if region.start - before.stop >= NEAR:
        return False
    last = before.regions[-1]
    if kind in ("thread", "arena"):
        return (
            before.kinds[-1] == kind
            and last.closed != region.closed
            and (last.closed if kind == "thread" else region.closed)
        )
    mixed = all(one in MIXED for one in (*before.kinds, kind))
    large = any(one.size >= LARGE and not one.path for one in (last, region))
    return (before.kinds[-1] == kind and kind not in MIXED) or (mixed and not large)


def _kind(i: int, found: list[Region], program: str) -> Kind:
    region = found[i]
    named: dict[str, Kind] = {"[heap]": "heap", "[stack]": "stack", program: "program"}
    if region.path in named and region.path:
        return named[region.path]
    if region.path in KERNEL:
        return "kernel"
    if region.may.endswith("s") and "w" in region.may:
        return "shared"
    if region.path.startswith(FILES):
        return "library" if ".so" in region.path else "file"
    return _unnamed(i, found)


def _unnamed(i: int, found: list[Region]) -> Kind:
    """Memory without a file: the stack of a thread has a guard below, an arena the rest above."""
    region = found[i]
    below = found[i - 1] if i and found[i - 1].stop == region.start else None
    above = found[i + 1] if i + 1 < len(found) and found[i + 1].start == region.stop else None
    if region.closed:
        if below and _is_arena(below, region):
            return "arena"
        return "thread" if above and _is_stack(region, above) else "unnamed"
    if above and _is_arena(region, above):
        return "arena"
    return "thread" if below and _is_stack(below, region) else "unnamed"


def _is_arena(open_part: Region, rest: Region) -> bool:
    whole = rest.stop - open_part.start == ARENA and open_part.start % ARENA == 0
    return whole and rest.closed and not (open_part.path or rest.path)


def _is_stack(guard: Region, stack: Region) -> bool:
    unnamed = not (guard.path or stack.path)
    return unnamed and guard.closed and guard.size <= GUARD and stack.may == "rw-p"
