"""Keys of a header: what each of them may hold.

Each function takes the value that TOML gave and returns what Header keeps.
They raise Wrong for anything else.
"""

import difflib
import re
import shlex
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

LABEL = re.compile(r"\d\.\d+t?")
NEED = re.compile(r"linux|root|not root|realtime|strace|cc|ptrace|cores >= (?P<cores>\d+)")
NEEDS = '"linux", "root", "not root", "realtime", "strace", "cc", "ptrace" or "cores >= 2"'
HANGS = ("never", "always", "sometimes")


class Wrong(ValueError):
    """A value that cannot be: its key, what was seen, what was expected."""


def table(value: Any, key: str, expected: str) -> dict[str, Any]:
    """A TOML table."""
    if not isinstance(value, dict):
        raise Wrong(key, f"{key} = {value!r}", expected)
    return value


def known(given: dict[str, Any], keys: tuple[str, ...]) -> None:
    """Refuse a key that means nothing here, with the nearest one that does."""
    for key in given:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise Wrong(key, f"unknown key {key!r}{hint}", f"one of {', '.join(keys)}")


def strings(given: dict[str, Any], key: str) -> list[str]:
    """A list of strings; empty where the key is missing."""
    value = given.get(key, [])
    if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        raise Wrong(key, f"{key} = {value!r}", "a list of strings")
    return value


def on(value: Any) -> tuple[str, ...]:
    """The labels of its interpreters."""
    labels = strings({"on": value}, "on")
    for label in labels:
        if not LABEL.fullmatch(label):
            raise Wrong("on", f"the label {label!r}", 'a version such as "3.11" or "3.13t"')
    if len(set(labels)) < len(labels) or not labels:
        raise Wrong("on", f"on = {labels}", "at least one label, and each once")
    return tuple(labels)


def lane(value: Any) -> str:
    """Whether it must run alone."""
    if value not in ("pool", "alone"):
        raise Wrong("lane", f"lane = {value!r}", 'lane = "alone", or no such line')
    return str(value)


def runs(value: Any) -> int:
    """How often it runs."""
    if not (type(value) is int and 1 <= value <= 100):
        raise Wrong("runs", f"runs = {value!r}", "a whole number from 1 to 100")
    return value


def timeout(value: Any) -> float:
    """Seconds that it may take."""
    if isinstance(value, bool) or not (isinstance(value, int | float) and 0 < value <= 300):
        raise Wrong("timeout", f"timeout = {value!r}", "seconds, more than 0, at most 300")
    return float(value)


def exit(value: Any) -> tuple[int, ...]:
    """The statuses it may end with."""
    codes = value if isinstance(value, list) else [value]
    if not (codes and all(type(c) is int and -64 <= c <= 255 for c in codes)):
        raise Wrong("exit", f"exit = {value!r}", "a status (3), a signal (-11) or a list of them")
    return tuple(codes)


def hangs(value: Any) -> str:
    """Whether it hangs, always or sometimes."""
    word = {True: "always", False: "never"}[value] if isinstance(value, bool) else value
    if word not in HANGS:
        raise Wrong("hangs", f"hangs = {value!r}", 'true, false or "sometimes"')
    return str(word)


def needs(value: Any) -> tuple[str, ...]:
    """What a machine must have."""
    needs = strings({"needs": value}, "needs")
    for need in needs:
        if not NEED.fullmatch(need):
            raise Wrong(need, f"needs {need!r}", NEEDS)
    return tuple(needs)


def command(value: Any) -> str:
    """How it is started."""
    try:
        words = shlex.split(value)
        value.format(python="", file="")
    except (ValueError, LookupError, AttributeError):
        words = []
    if not {"{python}", "{file}"} <= set(words):
        raise Wrong("command", f"command = {value!r}", "a line with {python} and {file} in it")
    return str(value)


def specifier(value: Any) -> str:
    """A version specifier."""
    try:
        return str(SpecifierSet(value))
    except (InvalidSpecifier, TypeError, AttributeError):
        raise Wrong("requires-python", f"requires-python = {value!r}", 'such as ">=3.11"') from None


def explore(value: Any) -> bool:
    """Whether every interleaving of it is executed and kept."""
    if not isinstance(value, bool):
        raise Wrong("explore", f"explore = {value!r}", "explore = true, or no such line")
    return value


def trace(value: Any) -> tuple[str, ...]:
    """The labels on which a run is traced and kept; "build" stands for true."""
    if isinstance(value, bool):
        return ("build",) if value else ()
    labels = strings({"trace": value}, "trace")
    if not labels or not all(map(LABEL.fullmatch, labels)):
        raise Wrong("trace", f"trace = {value!r}", 'true, or labels such as ["3.11", "3.13t"]')
    return tuple(labels)


def heavy(value: Any) -> bool:
    """Whether it runs only when it is named."""
    if not isinstance(value, bool):
        raise Wrong("heavy", f"heavy = {value!r}", "heavy = true, or no such line")
    return value


def requirement(value: str) -> str:
    """A package that it needs."""
    try:
        return str(Requirement(value))
    except InvalidRequirement:
        raise Wrong(value, f"the dependency {value!r}", 'such as "numpy==2.3.0"') from None


READERS = {
    "on": on,
    "lane": lane,
    "runs": runs,
    "timeout": timeout,
    "exit": exit,
    "hangs": hangs,
    "needs": needs,
    "command": command,
    "explore": explore,
    "trace": trace,
    "heavy": heavy,
}
