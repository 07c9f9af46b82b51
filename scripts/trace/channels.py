"""Channels: which strand got what another one sent, through pipes, sockets and MPI."""

from collections import defaultdict, deque
from typing import Any

from scripts.trace.session import Log

Event = tuple[int, dict[str, Any]]  # a log's number, a record


class Channels:
    """Names of channels, and the partners of what was sent and received.

    An end is known by its inode: a pipe has one for both, and a pair of sockets
    two, of which each process that made or opened one has told.
    """

    def __init__(self, logs: list[Log], names: dict[int, list[str]]) -> None:
        self.peer: dict[int, int] = {}
        self.called: dict[int, str] = {}
        self.names = names
        self.used: dict[int, str] = {}
        addresses: dict[tuple[str, str], int] = {}
        for log in logs:
            for record in log.records:
                if "ends" in record:
                    first, second = record["ends"]
                    self._pair(first, second, record)
                elif "socket" in record:
                    addresses[record["own"], record["other"]] = record["socket"]
                elif "called" in record:
                    name = record.get("path") or record.get("local")
                    self.used.setdefault(record["called"], name or "")
        for (own, other), end in addresses.items():
            if (other, own) in addresses:
                self._pair(end, addresses[other, own], {"kind": "socket"})

    def _pair(self, first: int, second: int, record: dict[str, Any]) -> None:
        self.peer[first], self.peer[second] = second, first
        used = [name for name in (self.used.get(first), self.used.get(second)) if name]
        name = "–".join(self.names.get(record.get("made", 0), []) or used) or record["kind"]
        taken = {one for end, one in self.called.items() if end not in (first, second)}
        number = 2
        unique = name
        while unique in taken:
            unique, number = f"{name} {number}", number + 1
        self.called[first] = self.called[second] = unique

    def name(self, end: int) -> str:
        """What to call the channel with this end."""
        return self.called.get(end, "channel")

    def partners(self, events: list[Event]) -> dict[int, tuple[int, int]]:
        """By an event's place: the strand that got it, or that it came from."""
        found: dict[int, tuple[int, int]] = {}
        sent: defaultdict[int, deque[list[int]]] = defaultdict(deque)
        for place, (number, event) in enumerate(events):
            if "end" not in event:
                continue
            if event["do"] == "sends":
                other = self.peer.get(event["end"], int(event["end"]))
                sent[other].append([place, event["size"]])
            elif event["do"] == "receives":
                left, waiting = event["size"], sent[event["end"]]
                while left > 0 and waiting:
                    origin = waiting[0]
                    taken = min(left, origin[1])
                    left, origin[1] = left - taken, origin[1] - taken
                    sender, told = events[origin[0]]
                    found[place] = (sender, told["by"])
                    found[origin[0]] = (number, event["by"])
                    if not origin[1]:
                        waiting.popleft()
        return found
