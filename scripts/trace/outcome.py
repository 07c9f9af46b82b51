"""An outcome: what became of tracing one program on one interpreter, and why."""

from dataclasses import dataclass, field
from typing import Any, Literal

from scripts.plain import plain
from scripts.problem import Problem
from scripts.program import Program
from scripts.trace.trace import Trace

State = Literal["traced", "cached", "reference", "failed"]


@dataclass(frozen=True)
class Outcome:
    """traced: now; cached: earlier, here, with the same key; reference: it cannot
    run here, so pages show the committed trace; failed: see problems.

    why: the reason for a reference.
    """

    program: Program
    label: str
    state: State
    trace: Trace | None = None
    why: str = ""
    problems: list[Problem] = field(default_factory=list)

    def line(self) -> str:
        """One line for a person."""
        made = self.trace
        where = made.interpreter["version"] if made else self.label
        count = f"{len(made.events):5} events" if made else ""
        word = {"traced": "ok", "cached": "ok (cached)", "failed": "FAILED"}.get(
            self.state, f"reference trace shown: {self.why}"
        )
        return plain(f"{self.program.id:40} {where:8} {count:>12}  {word}")

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "program": self.program.id,
            "label": self.label,
            "state": self.state,
            "why": self.why,
            "trace": self.trace.as_json() if self.trace else None,
            "problems": [problem.as_json() for problem in self.problems],
        }
