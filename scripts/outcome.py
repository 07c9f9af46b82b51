"""An outcome: what became of one program on one interpreter, and why."""

from dataclasses import dataclass, field
from typing import Any, Literal

from scripts.plain import plain
from scripts.problem import Problem
from scripts.program import Program
from scripts.recording import Recording

State = Literal["ran", "cached", "reference", "failed"]


@dataclass(frozen=True)
class Outcome:
    """ran: now; cached: earlier, here, with the same key; reference: it cannot
    run here, so pages show the committed recording; failed: see problems.

    why: the reason for a reference. output: what a failed run printed.
    missed: what was wrong in earlier hearings of it, a moment ago.
    """

    program: Program
    label: str
    state: State
    recording: Recording | None = None
    why: str = ""
    output: str = ""
    problems: list[Problem] = field(default_factory=list)
    missed: tuple[Problem, ...] = ()

    def line(self) -> str:
        """One line for a person."""
        where = self.recording.interpreter["version"] if self.recording else self.label
        seconds = (
            f"{sum(run['seconds'] for run in self.recording.runs):6.2f} s" if self.recording else ""
        )
        word = {"ran": "ok", "cached": "ok (cached)", "failed": "FAILED"}.get(
            self.state, f"reference recording shown: {self.why}"
        )
        if self.missed:
            word += f", in hearing {len(self.missed) + 1}; before: {self.missed[0].seen}"
        return plain(f"{self.program.id:40} {where:8} {seconds:>8}  {word}")

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        recording = self.recording
        return {
            "program": self.program.id,
            "label": self.label,
            "state": self.state,
            "why": self.why,
            "output": recording.output if recording else self.output,
            "facts": recording.runs[recording.shown]["facts"] if recording else {},
            "claims": recording.claims if recording else [],
            "key": recording.key() if recording else None,
            "problems": [problem.as_json() for problem in self.problems],
            "missed": [problem.as_json() for problem in self.missed],
        }
