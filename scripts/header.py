"""The header of a program: PEP 723 metadata with our [tool.interleave] table.

Format: https://packaging.python.org/en/latest/specifications/inline-script-metadata/
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any, Literal

from packaging.specifiers import SpecifierSet

from scripts import fact, keys
from scripts.claim import BUILT_IN, FUNCTIONS, OF_OUTCOMES, Claim, ClaimError, parse
from scripts.fact import Fact
from scripts.keys import Wrong
from scripts.problem import Problem

BLOCK = re.compile(r"(?m)^# /// script$\s(?P<body>(?:^#(?:| .*)$\s)+)^# ///$")
OPENING = re.compile(r"(?m)^# /// script$")


@dataclass(frozen=True)
class Header:
    """What a program says of itself; the defaults are those of no header."""

    requires_python: str = ""
    dependencies: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    lane: Literal["pool", "alone"] = "pool"
    runs: int = 1
    timeout: float = 10.0
    exit: tuple[int, ...] = (0,)
    hangs: Literal["never", "always", "sometimes"] = "never"
    needs: tuple[str, ...] = ()
    command: str = "{python} {file}"
    explore: bool = False
    trace: tuple[str, ...] = ()
    heavy: bool = False
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    lines: dict[str, int] = field(default_factory=dict, compare=False)

    def line(self, key: str) -> int:
        """The line on which a key or a claim stands; the header's first otherwise."""
        return self.lines.get(key, self.lines.get("", 1))


def read(source: str, place: str) -> Header:
    """The header in a program's source; place names the file in errors.

    Raises Problem with file and line for whatever is wrong in it.
    """
    opened = [source.count("\n", 0, m.start()) + 1 for m in OPENING.finditer(source)]
    match = BLOCK.search(source)
    if len(opened) > 1 or (opened and match is None):
        raise Problem(
            f"{place}:{opened[-1]}",
            expected="one block of lines that begin with '# ', closed by '# ///'",
            seen="a second script block" if match else "a script block that is not closed",
            command=f"grep -n '^# ///' {place}",
        )
    if match is None:
        return Header()
    return _Reader(source, match, place).header()


class _Reader:
    """Reads one block; it keeps what every error needs to name its line."""

    def __init__(self, source: str, match: re.Match[str], place: str) -> None:
        self.file = place
        self.first = source.count("\n", 0, match.start()) + 1
        self.body = [line[2:] for line in match["body"].splitlines()]

    def header(self) -> Header:
        table = self.toml()
        try:
            return self.checked(table)
        except Wrong as wrong:
            key, seen, expected = wrong.args
            raise Problem(
                f"{self.file}:{self.line_of(key)}",
                expected=expected,
                seen=seen,
                command="sed -n '/^# \\/\\/\\//,/^# \\/\\/\\/$/p' " + self.file,
            ) from None

    def checked(self, table: dict[str, Any]) -> Header:
        tool = keys.table(table.get("tool", {}), "tool", "[tool.interleave]")
        ours = keys.table(tool.get("interleave", {}), "interleave", "[tool.interleave]")
        keys.known(ours, (*keys.READERS, "facts", "claims"))
        given: dict[str, Any] = {
            key: read_key(ours[key]) for key, read_key in keys.READERS.items() if key in ours
        }
        elsewhere = sorted({*given.get("trace", ())} - {"build", *given.get("on", ())})
        if elsewhere:
            expected = f"labels that on = [{', '.join(given.get('on', ()))}] names"
            raise Wrong("trace", f"trace names {', '.join(elsewhere)}", expected)
        requires = keys.specifier(table.get("requires-python", ""))
        for label in given.get("on", ()):
            if not SpecifierSet(requires).contains(f"{label.rstrip('t')}.99"):
                raise Wrong("on", f"on names {label}", f"Pythons that are {requires}")
        patterns = keys.table(ours.get("facts", {}), "facts", "facts.lost = 'lost (.+)'")
        facts = tuple(
            fact.parse(name, value, self.line_of(f"facts.{name}"))
            for name, value in patterns.items()
        )
        texts = keys.strings(ours, "claims")
        claims = tuple(_claim(text, facts, given) for text in texts)
        return Header(
            requires_python=requires,
            dependencies=tuple(map(keys.requirement, keys.strings(table, "dependencies"))),
            facts=facts,
            claims=claims,
            lines={key: self.line_of(key) for key in (*keys.READERS, *texts)} | {"": self.first},
            **given,
        )

    def line_of(self, needle: str) -> int:
        """The first line of the block that starts with needle, or has it at all."""
        escaped = needle.replace("\\", "\\\\").replace('"', '\\"')
        starts = [i for i, line in enumerate(self.body) if line.lstrip().startswith(needle)]
        has = [i for i, line in enumerate(self.body) if needle in line or escaped in line]
        return self.first + 1 + (starts + has + [-1])[0]

    def toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads("\n".join(self.body))
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+)", str(error))
            line = self.first + (int(at[1]) if at else len(self.body))
            raise Problem(
                f"{self.file}:{line}",
                expected="TOML after each '# ' of the header (PEP 723)",
                seen=f"the header is not TOML: {error}",
                command=f"sed -n {line}p {self.file}",
            ) from None


def _claim(text: str, facts: tuple[Fact, ...], given: dict[str, Any]) -> Claim:
    """A claim whose names and labels all mean something."""
    on: tuple[str, ...] = given.get("on", ())
    try:
        claim = parse(text)
    except ClaimError as error:
        raise Wrong(text, f"the claim {text!r}: {error}", "a comparison of facts") from None
    if claim.explored and not given.get("explore"):
        seen = f"the claim {text!r} speaks of all interleavings"
        raise Wrong(text, seen, "explore = true in the same header")
    built_in = OF_OUTCOMES if claim.explored else BUILT_IN
    names = {fact.name for fact in facts} | built_in | FUNCTIONS.keys()
    strange = sorted((claim.labels | claim.only) - set(on))
    if strange:
        seen = f"the claim {text!r} speaks of {', '.join(strange)}"
        raise Wrong(text, seen, f"labels that on = [{', '.join(on)}] names")
    if not claim.names:
        seen = f"the claim {text!r} names nothing"
        raise Wrong(text, seen, "something that a run could make false")
    unknown = sorted(claim.names - names)
    if unknown:
        raise Wrong(
            text,
            f"the claim {text!r} names {', '.join(unknown)}",
            f"a fact, or one of {', '.join(sorted(built_in))}",
        )
    return claim
