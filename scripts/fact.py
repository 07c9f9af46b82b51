"""Facts: numbers and words that a program's output tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scripts.claim import BUILT_IN, FUNCTIONS, OF_OUTCOMES, Value
from scripts.keys import Wrong

RESERVED = BUILT_IN | OF_OUTCOMES | FUNCTIONS.keys() | {"on"}


@dataclass(frozen=True)
class Fact:
    """A number or a word in the output: the pattern's one group.

    many: the pattern may match any number of times and gives a list.
    """

    name: str
    pattern: str
    many: bool
    line: int


class FactError(ValueError):
    """A fact whose pattern did not match as often as it must."""


def parse(name: str, value: Any, line: int) -> Fact:
    """A fact as a header gives it. Raises Wrong."""
    key = f"facts.{name}"
    pattern = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not name.isidentifier() or name in RESERVED:
        raise Wrong(key, f"a fact named {name!r}", "a plain name that means nothing else")
    try:
        groups = re.compile(pattern, re.MULTILINE).groups
    except (re.error, TypeError) as error:
        raise Wrong(key, f"{key} = {value!r}: {error}", "a regular expression") from None
    if groups != 1:
        raise Wrong(key, f"{key} has {groups} groups", "a pattern with exactly one ( ) group")
    return Fact(name, pattern, isinstance(value, list), line)


def facts_in(output: str, facts: Sequence[Fact], maybe: bool = False) -> dict[str, Value]:
    """Read every fact out of a text; maybe: leave out those that do not match.

    Raises FactError, with the fact as its second part.
    """
    found: dict[str, Value] = {}
    for fact in facts:
        matches = [_value(m) for m in re.findall(fact.pattern, output, re.MULTILINE)]
        if fact.many and matches:
            found[fact.name] = matches
        elif len(matches) == 1:
            found[fact.name] = matches[0]
        elif not maybe:
            raise FactError(f"facts.{fact.name} matches {len(matches) or 'nothing'}", fact)
    return found


def _value(text: str) -> Value:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text
