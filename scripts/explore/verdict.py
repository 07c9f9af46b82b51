"""Verdicts over all interleavings: what is possible, and what is certain."""

from collections.abc import Iterator

from scripts.claim import Claim, ClaimError, Names, Verdict, holds
from scripts.explore.states import States
from scripts.problem import Problem
from scripts.program import Program


def judge(claim: Claim, states: States) -> Verdict:
    """Count the outcomes for which the claim holds; the error says why that settles nothing."""
    outcomes = states.names()
    try:
        held = sum(_holds(claim, names) for names in outcomes)
    except ClaimError as error:
        return Verdict(claim, 0, len(outcomes), str(error))
    settled = held if claim.need == "possible" else held < len(outcomes)
    return Verdict(claim, held, len(outcomes), "" if settled else unsettled(states))


def _holds(claim: Claim, names: Names) -> bool:
    """Whether it is true of one outcome; no fact of a deadlock's output can be more than absent."""
    return claim.names <= names.keys() | {"on"} and holds(claim, names)


def unsettled(states: States) -> str:
    """Why nothing can be said of the outcomes that were not found; empty when all are known."""
    found = states.exploration
    if not found.complete:
        return "the exploration is not complete"
    if found.loose:
        numbers = ", ".join(map(str, found.loose))
        return f"orders may hide in the lines {numbers}, which share data and are no steps"
    return ""


def schedules(claim: Claim, states: States) -> int | None:
    """How many schedules end so that the claim holds; None where a loop makes them unbounded.

    Raises ClaimError when it has no answer.
    """
    pairs = zip(states.names(), states.exploration.outcomes, strict=True)
    counts = [one.schedules for names, one in pairs if _holds(claim, names)]
    return None if None in counts else sum(count or 0 for count in counts)


def share(claim: Claim, states: States) -> str:
    """In how many schedules it holds, in words: "18 of 20 schedules". Raises ClaimError."""
    count, of = schedules(claim, states), states.exploration.schedules
    if claim.need == "certain":
        if of is None:
            return "every schedule"
        return f"all {of:,} schedules" if of != 1 else "the only schedule"
    if count is None or of is None:
        return "some schedules"
    return f"{count:,} of {of:,} schedule{'s' if of != 1 else ''}"


def ways(claim: Claim, states: States) -> list[int]:
    """The numbers of the outcomes for which the claim holds. Raises ClaimError."""
    return [i for i, names in enumerate(states.names()) if _holds(claim, names)]


def problems(program: Program, states: States) -> Iterator[Problem]:
    """The claims of a header that all interleavings together do not bear out."""
    for claim in program.header.claims:
        verdict = judge(claim, states) if claim.explored else None
        if verdict is None or verdict.ok:
            continue
        found = ", ".join(f"{one.end} {one.output!r}" for one in states.exploration.outcomes[:4])
        held = f"it holds in {verdict.held} of {verdict.of} outcomes: {found}"
        yield Problem(
            f"{program.place}:{program.header.line(claim.text)}",
            expected=f"{claim.expression} {_need(claim)}",
            seen=f"claim failed: {verdict.error or held}",
            command=f"python -m scripts.explore {program.id}",
        )


def _need(claim: Claim) -> str:
    return "in every interleaving" if claim.need == "certain" else "in some interleaving"
