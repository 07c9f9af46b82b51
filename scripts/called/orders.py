"""Macros that read explorations: what all interleavings of a program say."""

import re
from dataclasses import dataclass, field

from scripts.called.place import Place, wrong
from scripts.called.runs import fact_link, proof_link
from scripts.claim import OF_OUTCOMES, Claim, ClaimError, Verdict, parse
from scripts.explore import states as explorations
from scripts.explore import verdict
from scripts.explore.states import WORDS, States
from scripts.program import Program, load_id
from scripts.seat import MISS, seat

Explored = tuple[Program, States]
CAN = re.compile(r"can (?:(?P<end>deadlock|livelock)|print (?P<text>.+))")


@dataclass(frozen=True)
class Orders:
    """Answers from explorations."""

    place: Place
    # Read once for each build, as recordings are.
    known: dict[str, Explored] = field(default_factory=dict)

    def schedules(self, name: str, expression: str = "", share: bool = False) -> str:
        """How many schedules there are, or end so; share: out of all, in per cent."""
        _, states = self.explored(name)
        of = states.exploration.schedules
        claim = self._claim(name, f"possible: {expression}") if expression else None
        count = verdict.schedules(claim, states) if claim else of
        if count is None or of is None or not states.exploration.complete:
            seen = verdict.unsettled(states) or "a loop makes them unbounded"
            raise wrong(name, "a number of schedules", seen, "explore")
        what = f"{expression} in {count:,} of {of:,}" if expression else f"all {of:,}"
        text = percent(count, of) if share else f"{count:,}"
        return fact_link(self.place.evidence(name), f"{what} schedules of {name}", text)

    def explorer(self, name: str, goal: str, say: str, mended: str = "", miss: str = MISS) -> str:
        """The reader's seat; goal: what the ending must be, which `say` tells the reader.

        mended: the twin to try afterwards; miss: what to say of another ending.
        """
        program, states = self.explored(name)
        outcomes = states.exploration.outcomes
        wins = verdict.ways(self._claim(name, f"possible: {goal}"), states)
        if not wins or len(wins) == len(outcomes):
            seen = f"{len(wins)} of {len(outcomes)} outcomes are so"
            raise wrong(name, f"a goal that some endings reach, and some do not: {goal}", seen)
        twin = None
        if mended:
            mended_program, mended_states = self.explored(mended)
            twin = (mended_program, mended_states.as_json(), self._url(mended))
        return seat(program, states.as_json(), self._url(name), goal, say, twin, wins, miss)

    def proof(self, name: str, expression: str) -> str:
        """Asserts it of all interleavings, now, and leaves a small link to the evidence."""
        claim = self._claim(name, expression)
        found = self._verdict(name, claim)
        _, states = self.explored(name)
        if not found.ok:
            seen = f"it holds in {found.held} of {found.of} outcomes"
            raise wrong(name, f"{claim.expression} to be {claim.need}", seen, "explore")
        said = f"in {verdict.share(claim, states)}"
        words = f'<span class="il-hidden">Evidence: it holds </span>{said}'
        title = f"{claim.expression} {said} of {name}, every step of them executed"
        return proof_link(self.place.evidence(name), title, words)

    def key(self, name: str, expression: str) -> str:
        """An x where all interleavings say so, a blank where they say the contrary."""
        return "x" if self._verdict(name, self._claim(name, expression)).ok else " "

    def explored(self, name: str) -> Explored:
        """The program and all its interleavings."""
        if name not in self.known:
            program = load_id(name, self.place.book)
            self.known[name] = program, explorations.shown(program, self.place.book)
        return self.known[name]

    def _verdict(self, name: str, claim: Claim) -> Verdict:
        """What all interleavings say. Raises Problem where they settle nothing."""
        found = verdict.judge(claim, self.explored(name)[1])
        if found.error:
            raise wrong(name, f"an answer to {claim.text!r}", found.error, "explore")
        return found

    def _claim(self, name: str, expression: str) -> Claim:
        program, _ = self.explored(name)
        try:
            claim = parse(_spelled_out(expression))
        except ClaimError as error:
            seen = f"{expression!r}: {error}"
            raise wrong(name, "an expression over its outcomes", seen, "explore") from None
        known = {fact.name for fact in program.header.facts} | OF_OUTCOMES
        if not claim.names or not claim.names <= known:
            names = f"names among {', '.join(sorted(known))}"
            raise wrong(name, names, repr(expression), "explore")
        return claim

    def _url(self, name: str) -> str:
        return f"{self.place.up()}programs/{name}.states.json"


def asks_all(expression: str) -> bool:
    """Whether it asks all interleavings: possible: …, certain: …, can print …, can deadlock."""
    return bool(re.match(r"(?:possible|certain):|can (?:deadlock$|livelock$|print )", expression))


def _spelled_out(expression: str) -> str:
    can = CAN.fullmatch(expression)
    if can is None:
        return expression
    if can["end"]:
        return f"possible: end == {can['end']!r}"
    where = "words" if WORDS.fullmatch(can["text"]) else "output"
    return f"possible: {can['text']!r} in {where}"


def percent(count: int, of: int) -> str:
    """A share to two digits that count: "90 %", "0.00018 %"; "100 %" is said of all alone."""
    digits = 2
    while count < of and float(f"{100 * count / of:.{digits}g}") == 100:
        digits += 1
    return f"{float(f'{100 * count / of:.{digits}g}'):.12f}".rstrip("0").rstrip(".") + " %"
