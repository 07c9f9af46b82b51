"""An assembly: the logs of all processes as one story, in true order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from scripts.trace.channels import Channels
from scripts.trace.origins import Event, Origins, Strand, in_order
from scripts.trace.session import Log
from scripts.trace.things import Things

WHAT, TO = "\x01", "\x02"  # as engine/tell.py has them
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass
class Assembly:
    """Processes, strands and events as a trace holds them.

    torn: pairs of steps on two strands of which nobody can say which was first.
    """

    processes: list[dict[str, Any]] = field(default_factory=list)
    strands: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    torn: int = 0


def assemble(logs: list[Log], source: str) -> Assembly:
    """Put the logs of a program with this source together."""
    found = _Assembler(in_order(logs), source)
    processes = found.origins.described()
    return Assembly(processes, found.strands(processes), list(found.told()), torn(found.events))


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB: the letter of a strand."""
    text = ""
    while number >= 0:
        text = chr(65 + number % 26) + text
        number = number // 26 - 1
    return text


def torn(events: list[Event]) -> int:
    """How many steps began while another strand's was not done.

    A step in which its strand waited for something is none of them: what it
    waited for tells the order.
    """
    steps, last = [], dict[Strand, int]()
    for number, event in events:
        strand = (number, event["by"])
        if event.get("began", 0) > last.get(strand, 0):
            steps.append((event["began"], event["at"], strand))
        last[strand] = event["at"]
    pairs = pairwise(sorted(steps))
    return sum(after[0] < before[1] and after[2] != before[2] for before, after in pairs)


class _Assembler:
    def __init__(self, logs: list[Log], source: str) -> None:
        self.logs = logs
        pairs = [(n, r) for n, log in enumerate(logs) for r in log.records if "do" in r]
        self.events = sorted(pairs, key=lambda pair: pair[1]["at"])
        self.origins = Origins(logs, self.events)
        self.things = Things(logs, source)
        self.channels = Channels(logs, self.things.assigned)
        self.partners = self.channels.partners(self.events)
        self.numbers = {strand: number for number, strand in enumerate(self._order())}
        self.letters = [letter(n) for n in range(len(self.numbers))]
        if logs and self.origins.rank(0) is None:
            self.letters = ["main", *self.letters[:-1]]

    def _order(self) -> list[Strand]:
        """All strands, by the moment when they were started; first the ranks, by number."""
        first: dict[Strand, int] = {}
        for number, event in self.events:
            first.setdefault((number, event["by"]), event["at"])
            to = self.origins.target(number, event)
            if event["do"] == "starts" and to is not None:
                first.setdefault(to, event["at"])
        ranks = [(n, 0) for n in range(len(self.logs)) if self.origins.rank(n) is not None]
        return ranks + sorted(first.keys() - set(ranks), key=lambda strand: (first[strand], strand))

    def strands(self, processes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The strands; the first one of a process goes by the process's name."""
        records = {
            (n, r["strand"]): r
            for n, log in enumerate(self.logs)
            for r in log.records
            if "strand" in r
        }
        found = []
        for strand, number in self.numbers.items():
            record = records.get(strand, {"name": "", "kind": "thread"})
            process = self.origins.places[strand[0]]
            called = "" if strand[1] else processes[process]["name"]
            name = record["name"] if called in ("", "main") else called
            found.append({"number": number, "process": process, "letter": self.letters[number],
                          "name": name, "kind": record["kind"]})  # fmt: skip
        return found

    def told(self) -> Iterator[dict[str, Any]]:
        """The events, with names and letters in their sentences."""
        start = self.events[0][1]["at"] if self.events else 0
        for n, (number, event) in enumerate(self.events):
            strand = self.numbers[number, event["by"]]
            what = self._what(number, event, self.letters[strand])
            target = self.partners.get(n) or self.origins.target(number, event)
            to = self.numbers.get(target) if target else None
            other = self.letters[to] if to is not None else event.get("other", "another")
            text = event["text"].replace(WHAT, what).replace(TO, other)
            yield {
                "n": n,
                "at": round((event["at"] - start) / 1e9, 6),
                "strand": strand,
                "line": event["line"],
                "do": event["do"],
                "text": CONTROL.sub(" ", text),
                "what": what,
                "to": to,
            }

    def _what(self, number: int, event: dict[str, Any], letter: str) -> str:
        """The name of what an event is about."""
        if "end" in event:
            return self.channels.name(event["end"])
        if "what" in event:
            return self.things.name(event["what"], number, letter)
        return str(event.get("named", ""))
