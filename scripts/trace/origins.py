"""Origins: which process came of which, and how."""

from collections.abc import Iterator, Sequence
from typing import Any

from scripts.trace.session import Log

Event = tuple[int, dict[str, Any]]  # a log's number, a record
Ticket = tuple[int, int]  # a log's number, and that of a start there
Strand = tuple[int, int]  # a log's number, and the strand's there


def of_process(log: Log) -> dict[str, Any]:
    """What a process told of itself."""
    return next((record for record in log.records if "process" in record), {})


def in_order(logs: Sequence[Log]) -> list[Log]:
    """The logs of processes that did something: ranks by number, others by their start."""
    told = [log for log in logs if any("do" in record for record in log.records)]
    return sorted(told, key=lambda log: (int(of_process(log).get("rank") or 0), log.start))


class Origins:
    """The processes of a run.

    children: the log that came of each start; parents: the reverse of it;
    places: the number that a page gives to each log's process.
    """

    def __init__(self, logs: list[Log], events: list[Event]) -> None:
        self.logs = logs
        self.started: dict[int, int] = {}
        self.children = dict(self._children(events))
        self.parents = {child: ticket for ticket, child in self.children.items()}
        order = sorted(
            range(len(logs)),
            key=lambda n: (int(self.rank(n) or 0), self.started.get(n, logs[n].start)),
        )
        self.places = {number: place for place, number in enumerate(order)}

    def _children(self, events: list[Event]) -> Iterator[tuple[Ticket, int]]:
        for number, event in events:
            to = event.get("to")
            if event["do"] == "starts" and isinstance(to, dict):
                pid = self._ticket(number, to["ticket"]).get("pid")
                fits = [n for n, log in enumerate(self.logs) if log.pid == pid]
                fits = [n for n in fits if self.logs[n].start > event["at"]]
                child = next((n for n in fits if n not in self.started), None)
                if child is not None:
                    self.started[child] = event["at"]
                    yield (number, to["ticket"]), child

    def _ticket(self, number: int, ticket: int) -> dict[str, Any]:
        """What a process told of a start when it was done."""
        records = self.logs[number].records
        return next((r for r in records if r.get("ticket") == ticket and "pid" in r), {})

    def rank(self, number: int) -> str | None:
        """Its rank, when mpiexec started the process."""
        rank = of_process(self.logs[number]).get("rank")
        return rank if number not in self.parents and isinstance(rank, str) else None

    def target(self, number: int, event: dict[str, Any]) -> Strand | None:
        """The strand that an event is about."""
        match event.get("to"):
            case int(strand):
                return number, strand
            case {"ticket": ticket}:
                child = self.children.get((number, ticket))
            case {"rank": rank}:
                ranks = [self.rank(n) for n in range(len(self.logs))]
                child = ranks.index(str(rank)) if str(rank) in ranks else None
            case {"pid": pid}:
                fits = [n for n, log in enumerate(self.logs) if log.pid == pid and n != number]
                child = next((n for n in fits[::-1] if self.logs[n].start < event["at"]), None)
            case _:
                child = None
        return None if child is None else (child, 0)

    def described(self) -> list[dict[str, Any]]:
        """The processes as a trace holds them."""
        numbers = sorted(self.places, key=lambda n: self.places[n])
        return [
            {"number": self.places[n], "name": name, "pid": self.logs[n].pid, "parent": parent,
             "method": method}
            for n in numbers
            for name, parent, method in [self._origin(n)]
        ]  # fmt: skip

    def _origin(self, number: int) -> tuple[str, int | None, str]:
        """Name, parent and method of a process."""
        if number in self.parents:
            log, ticket = self.parents[number]
            told = self._ticket(log, ticket)
            return told.get("name", ""), self.places[log], told.get("method", "fork")
        rank = self.rank(number)
        if rank is not None:
            return f"rank {rank}", None, "mpiexec"
        if self.places[number] == 0:
            return "main", None, ""
        told = of_process(self.logs[number])
        before = [n for n, log in enumerate(self.logs) if log.start < self.logs[number].start]
        # Python that execs another keeps its process id.
        above = [n for n in before if self.logs[n].pid in (told.get("parent"), told.get("process"))]
        method = "exec" if told.get("fresh") else "fork"
        return "", self.places[above[-1]] if above else 0, method
