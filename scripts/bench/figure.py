"""A figure: one measured number, beside what is wanted of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """One measured number. most, least: what is wanted of it, where something is."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether it is as wanted; None where nothing is."""
        if self.most is None and self.least is None:
            return None
        enough = self.least is None or self.value >= self.least
        return enough and (self.most is None or self.value <= self.most)

    def wanted(self) -> str:
        """The target in words."""
        if self.most is not None:
            return f"at most {self.most:,g} {self.unit}"
        return "" if self.least is None else f"at least {self.least:,g} {self.unit}"

    def as_json(self) -> dict[str, Any]:
        """Its fields, and whether it is as wanted."""
        return {**vars(self), "met": self.met}


WORDS = {True: "met", False: "missed", None: ""}


def table(parts: Mapping[str, Sequence[Figure]]) -> Table:
    """All figures, part by part."""
    rows = Table("part", "what", "measured", "wanted", "")
    rows.columns[2].justify = "right"
    for part, figures in parts.items():
        for i, one in enumerate(figures):
            value = f"{one.value:,.4g}" if one.value < 1000 else f"{one.value:,.0f}"
            style = "red" if one.met is False else None
            cells = (f"{value} {one.unit}", one.wanted(), WORDS[one.met])
            rows.add_row("" if i else part, one.name, *cells, style=style)
        rows.add_section()
    return rows
