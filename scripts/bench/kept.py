"""build/bench.json: the newest figures of each part, and when and where they were measured."""

import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from scripts import machine
from scripts.bench.figure import Figure
from scripts.book import Book

FILE = "bench.json"


@dataclass
class Watch:
    """Runs while a part is measured."""

    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="minutes"))
    begun: float = field(default_factory=time.monotonic)
    busy: float = field(default_factory=machine.busy)
    own: float = field(default_factory=lambda: own())

    def told(self) -> dict[str, Any]:
        """When, how long and where; and how many CPUs were at work, of them on other work.

        A process that nobody waited for counts as other work, so that is at most so much.
        """
        seconds = time.monotonic() - self.begun
        load = (machine.busy() - self.busy) / seconds
        others = max(0.0, load - (own() - self.own) / seconds)
        where = {key: value for key, value in machine.describe().items() if key != "date"}
        rounded = {"seconds": round(seconds, 1), "load": round(load, 2), "others": round(others, 2)}
        return {"at": self.at, **rounded, "machine": where}


def own() -> float:
    """Seconds of CPU that this process took, and all that it waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def of_part(figures: Sequence[Figure], watch: Watch, trouble: str = "") -> dict[str, Any]:
    """What is kept of one part. trouble: why figures are missing, where some are."""
    told = {**watch.told(), "figures": [one.as_json() for one in figures]}
    return told | ({"trouble": trouble} if trouble else {})


def read(book: Book) -> dict[str, Any]:
    """The parts that are kept, by name; none of a file that is damaged, or of another form."""
    try:
        parts = json.loads((book.build / FILE).read_text(encoding="utf-8"))["parts"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return parts if isinstance(parts, dict) else {}


def write(book: Book, parts: dict[str, Any]) -> None:
    """Put these beside those that are kept, in place of older ones of the same name."""
    book.build.mkdir(exist_ok=True)
    whole = {"parts": read(book) | parts}
    file = book.build / FILE
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(file)
