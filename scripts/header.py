"""The header of a program: PEP 723 metadata with our [tool.interleave] table.

Format: https://packaging.python.org/en/latest/specifications/inline-script-metadata/
"""

import difflib
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from scripts.claim import BUILT_IN, FUNCTIONS, Claim, ClaimError, parse
from scripts.problem import Problem

BLOCK = re.compile(r"(?m)^# /// script$\s(?P<body>(?:^#(?:| .*)$\s)+)^# ///$")
OPENING = re.compile(r"(?m)^# /// script$")
LABEL = re.compile(r"\d\.\d+t?")
NEED = re.compile(r"linux|root|cores >= (?P<cores>\d+)")
HANGS = ("never", "always", "sometimes")


@dataclass(frozen=True)
class Fact:
    """A number or a word in the output: the pattern's one group.

    many: the pattern may match any number of times and gives a list.
    """

    name: str
    pattern: str
    many: bool
    line: int


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
        tool = self.table(table.get("tool", {}), "tool", "[tool.interleave]")
        ours = self.table(tool.get("interleave", {}), "interleave", "[tool.interleave]")
        keys = ("on", "lane", "runs", "timeout", "exit", "hangs", "needs", "command")
        self.known(ours, (*keys, "facts", "claims"))
        named = self.table(ours.get("facts", {}), "facts", "lines such as facts.lost = 'lost (.+)'")
        facts = tuple(self.fact(*item) for item in named.items())
        given: dict[str, Any] = {key: getattr(self, key)(ours[key]) for key in keys if key in ours}
        claims = tuple(
            self.claim(text, facts, given.get("on", ())) for text in self.strings(ours, "claims")
        )
        return Header(
            requires_python=self.specifier(table.get("requires-python", "")),
            dependencies=tuple(self.requirement(d) for d in self.strings(table, "dependencies")),
            facts=facts,
            claims=claims,
            lines=dict(self.lines(keys, claims)),
            **given,
        )

    def lines(self, keys: tuple[str, ...], claims: tuple[Claim, ...]) -> Iterator[tuple[str, int]]:
        yield "", self.first
        yield from ((key, self.line_of(key)) for key in keys)
        yield from ((claim.text, self.line_of(claim.text)) for claim in claims)

    def line_of(self, needle: str) -> int:
        """The first line of the block that starts with needle, or has it at all."""
        escaped = needle.replace("\\", "\\\\").replace('"', '\\"')
        starts = [i for i, line in enumerate(self.body) if line.lstrip().startswith(needle)]
        has = [i for i, line in enumerate(self.body) if needle in line or escaped in line]
        return self.first + 1 + (starts + has + [-1])[0]

    def wrong(self, needle: str, seen: str, expected: str) -> Problem:
        return Problem(
            f"{self.file}:{self.line_of(needle)}",
            expected=expected,
            seen=seen,
            command="sed -n '/^# \\/\\/\\//,/^# \\/\\/\\/$/p' " + self.file,
        )

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

    def table(self, value: Any, key: str, expected: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(key, f"{key} = {value!r}", expected)
        return value

    def known(self, table: dict[str, Any], keys: tuple[str, ...]) -> None:
        for key in table:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1)
                hint = f"; did you mean {near[0]}?" if near else ""
                raise self.wrong(key, f"unknown key {key!r}{hint}", f"one of {', '.join(keys)}")

    def strings(self, table: dict[str, Any], key: str) -> list[str]:
        value = table.get(key, [])
        if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            raise self.wrong(key, f"{key} = {value!r}", "a list of strings")
        return value

    def on(self, value: Any) -> tuple[str, ...]:
        labels = self.strings({"on": value}, "on")
        for label in labels:
            if not LABEL.fullmatch(label):
                raise self.wrong(
                    "on", f"the label {label!r}", 'a version such as "3.11" or "3.13t"'
                )
        if len(set(labels)) < len(labels) or not labels:
            raise self.wrong("on", f"on = {labels}", "at least one label, and each once")
        return tuple(labels)

    def lane(self, value: Any) -> str:
        if value not in ("pool", "alone"):
            raise self.wrong("lane", f"lane = {value!r}", 'lane = "alone", or no such line')
        return str(value)

    def runs(self, value: Any) -> int:
        if not (type(value) is int and 1 <= value <= 100):
            raise self.wrong("runs", f"runs = {value!r}", "a whole number from 1 to 100")
        return value

    def timeout(self, value: Any) -> float:
        if isinstance(value, bool) or not (isinstance(value, int | float) and 0 < value <= 300):
            raise self.wrong("timeout", f"timeout = {value!r}", "seconds, more than 0, at most 300")
        return float(value)

    def exit(self, value: Any) -> tuple[int, ...]:
        codes = value if isinstance(value, list) else [value]
        if not (codes and all(type(c) is int and -64 <= c <= 255 for c in codes)):
            raise self.wrong(
                "exit", f"exit = {value!r}", "a status (3), a signal (-11) or a list of them"
            )
        return tuple(codes)

    def hangs(self, value: Any) -> str:
        word = {True: "always", False: "never"}[value] if isinstance(value, bool) else value
        if word not in HANGS:
            raise self.wrong("hangs", f"hangs = {value!r}", 'true, false or "sometimes"')
        return str(word)

    def needs(self, value: Any) -> tuple[str, ...]:
        needs = self.strings({"needs": value}, "needs")
        for need in needs:
            if not NEED.fullmatch(need):
                raise self.wrong(need, f"needs {need!r}", '"linux", "root" or "cores >= 2"')
        return tuple(needs)

    def command(self, value: Any) -> str:
        try:
            words = shlex.split(value)
            value.format(python="", file="")
        except (ValueError, LookupError, AttributeError):
            words = []
        if not {"{python}", "{file}"} <= set(words):
            raise self.wrong(
                "command", f"command = {value!r}", "a line with {python} and {file} in it"
            )
        return str(value)

    def fact(self, name: str, value: Any) -> Fact:
        key = f"facts.{name}"
        pattern = value[0] if isinstance(value, list) and len(value) == 1 else value
        if not name.isidentifier() or name in BUILT_IN | FUNCTIONS.keys() | {"on"}:
            raise self.wrong(key, f"a fact named {name!r}", "a plain name that means nothing else")
        try:
            groups = re.compile(pattern, re.MULTILINE).groups
        except (re.error, TypeError) as error:
            raise self.wrong(key, f"{key} = {value!r}: {error}", "a regular expression") from None
        if groups != 1:
            raise self.wrong(
                key, f"{key} has {groups} groups", "a pattern with exactly one ( ) group"
            )
        return Fact(name, pattern, isinstance(value, list), self.line_of(key))

    def claim(self, text: str, facts: tuple[Fact, ...], on: tuple[str, ...]) -> Claim:
        names = {fact.name for fact in facts} | BUILT_IN | FUNCTIONS.keys()
        try:
            claim = parse(text)
        except ClaimError as error:
            raise self.wrong(
                text, f"the claim {text!r}: {error}", "a comparison of facts"
            ) from None
        strange = sorted((claim.labels | claim.only) - set(on))
        if strange:
            seen = f"the claim {text!r} speaks of {', '.join(strange)}"
            raise self.wrong(text, seen, f"labels that on = [{', '.join(on)}] names")
        if not claim.names:
            seen = f"the claim {text!r} names nothing"
            raise self.wrong(text, seen, "something that a run could make false")
        unknown = sorted(claim.names - names)
        if unknown:
            raise self.wrong(
                text,
                f"the claim {text!r} names {', '.join(unknown)}",
                f"a fact, or one of {', '.join(sorted(BUILT_IN))}",
            )
        return claim

    def specifier(self, value: Any) -> str:
        try:
            return str(SpecifierSet(value))
        except (InvalidSpecifier, TypeError, AttributeError):
            raise self.wrong(
                "requires-python", f"requires-python = {value!r}", 'such as ">=3.11"'
            ) from None

    def requirement(self, value: str) -> str:
        try:
            return str(Requirement(value))
        except InvalidRequirement:
            raise self.wrong(value, f"the dependency {value!r}", 'such as "numpy==2.3.0"') from None
