"""The chart: what came of several runs, as rows; docs/lab/race/tally.js counts the same way."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.lab.record import Facts

LEAST = 0.7  # per cent of a chart's width
# Of the runs that lose: label, and between which shares (above, up to) a run belongs there.
SHARES = [
    ("none", -1.0, 0.0),
    ("up to 10 %", 0.0, 0.1),
    ("10 to 20 %", 0.1, 0.2),
    ("20 to 30 %", 0.2, 0.3),
    ("30 to 40 %", 0.3, 0.4),
    ("40 to 50 %", 0.4, 0.5),
    ("more than half", 0.5, 1.0),
]
# Of the rounds: label, and the fact that counts it.
PAIRS = [
    ("r1 = 1, r2 = 1", "both_1"),
    ("r1 = 0, r2 = 1", "a_0"),
    ("r1 = 1, r2 = 0", "b_0"),
    ("r1 = 0, r2 = 0", "both_0"),
]


@dataclass(frozen=True)
class Row:
    """One outcome. data: what tally.js needs to count it; odd: no interleaving gives it."""

    label: str
    data: dict[str, str | float]
    n: int
    of: int
    odd: bool = False

    @property
    def width(self) -> str:
        """The length of its bar; what is there can be seen."""
        return f"{max(100 * self.n / self.of, LEAST) if self.n else 0:.4g}%"

    @property
    def share(self) -> str:
        """ "4.3 %"; what is there is never "0 %"."""
        share = 100 * self.n / self.of
        return "< 0.1 %" if 0 < share < 0.1 else f"{round(share, 1):g} %"


@dataclass(frozen=True)
class Chart:
    """Its rows; what they are, and what is counted in them."""

    of: str
    counted: str
    rows: list[Row]


def chart(runs: Sequence[Facts]) -> Chart:
    """The outcomes of some runs."""
    if "lost" not in runs[0]:
        rounds = _total(runs, "rounds")
        rows = [
            Row(label, {"fact": fact}, _total(runs, fact), rounds, fact == "both_0")
            for label, fact in PAIRS
        ]
        return Chart("Outcome", "Rounds", rows)
    shares = [run["lost"] / run["additions"] for run in runs]
    rows = [
        Row(
            label,
            {"over": over, "upto": upto},
            sum(over < share <= upto for share in shares),
            len(runs),
        )
        for label, over, upto in SHARES
    ]
    return Chart("Additions lost", "Runs", rows)


def sentence(runs: Sequence[Facts]) -> str:
    """One sentence on what came of them."""
    if "lost" in runs[0]:
        lost, of = _total(runs, "lost"), _total(runs, "additions")
        return f"{lost:,} of {of:,} additions were lost."
    return f"Both read 0 in {_total(runs, 'both_0'):,} of {_total(runs, 'rounds'):,} rounds."


def _total(runs: Sequence[Facts], fact: str) -> int:
    return sum(run[fact] for run in runs)
