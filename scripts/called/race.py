"""Macros that read the record of the race lab."""

from dataclasses import dataclass, field

from scripts.called.place import Place
from scripts.called.runs import fact_link, proof_link
from scripts.claim import ClaimError, Verdict
from scripts.lab.box import anchor, box
from scripts.lab.program import CHAPTER, Program, load_id
from scripts.lab.record import Record, read
from scripts.problem import Problem


@dataclass(frozen=True)
class Race:
    """Answers from the record, for names such as lab/race/lost_broken."""

    place: Place
    # Read once for each build, as recordings are.
    known: list[Record] = field(default_factory=list)

    def lab(self, name: str, goal: str = "", say: str = "") -> str:
        """The program, to be run by the reader, with what we recorded of it."""
        program = self._program(name)
        if goal and not (say and goal in self._record().total(program)):
            raise _wrong(name, "goal= a fact of the program, and say= a sentence", repr(goal))
        return box(program, self._record(), goal, say)

    def fact(self, name: str, fact: str) -> str:
        """One number, summed over all recorded runs, with its origin."""
        total = self._record().total(self._program(name))
        if fact not in total:
            seen = f"there is no fact {fact!r}"
            raise _wrong(name, f"a fact of {name}: {', '.join(total)}", seen)
        record = self._record()
        origin = f"{fact} of {name}, all runs, {record.browser}, {record.machine['date']}"
        return fact_link(self._evidence(name), origin, f"{total[fact]:,}")

    def proof(self, name: str, expression: str) -> str:
        """Asserts it of every recorded run, and leaves a small link to the evidence."""
        verdict = self._judge(name, expression)
        runs = f"{verdict.held} of {verdict.of} runs"
        if not verdict.ok:
            raise _wrong(name, f"{expression} in every run", f"it held in {runs}")
        words = f'<span class="il-hidden">Evidence: it held in </span>{runs}'
        said = f"{expression} held in {runs} of {name}, {self._record().browser}"
        return proof_link(self._evidence(name), said, words)

    def key(self, name: str, expression: str) -> str:
        """An x where every recorded run says so, a blank where none does."""
        verdict = self._judge(name, expression)
        if 0 < verdict.held < verdict.of:
            seen = f"it held in {verdict.held} of {verdict.of} runs"
            raise _wrong(name, f"{expression} in all runs or in none", seen)
        return "x" if verdict.held else " "

    def _judge(self, name: str, expression: str) -> Verdict:
        try:
            verdict = self._record().judge(self._program(name), expression)
        except ClaimError as error:
            raise _wrong(name, "an expression over its facts", f"{expression!r}: {error}") from None
        if verdict.error:
            raise _wrong(name, "an expression over its facts", f"{expression!r}: {verdict.error}")
        return verdict

    def _program(self, name: str) -> Program:
        return load_id(name, self.place.book)

    def _record(self) -> Record:
        if not self.known:
            self.known.append(read(self.place.book))
        return self.known[0]

    def _evidence(self, name: str) -> str:
        return f"{self.place.up()}{CHAPTER}/#{anchor(name)}"


def _wrong(name: str, expected: str, seen: str) -> Problem:
    """What a page asked of a program of the lab that has no such answer."""
    return Problem(f"docs/{name}.js", expected=expected, seen=seen, command="python -m scripts.lab")
