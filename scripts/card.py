"""The card: a program on a page, with its output, its evidence, and itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from scripts import judge
from scripts.badge import badges
from scripts.colour import coloured
from scripts.explore import verdict
from scripts.explore.states import States
from scripts.kept import kept
from scripts.program import Program
from scripts.recording import BUILD, Recording
from scripts.sandbox.offered import LEVELS
from scripts.template import templates

# What Markdown would change inside of a box or a list, and white space that it changes.
MARKDOWNS = {c: f"&#{ord(c)};" for c in "\n\r\t*_`[]\\!"}


@dataclass(frozen=True)
class Shown:
    """One recording as the card shows it; all texts are ready to print."""

    label: str
    version: str
    output: str
    where: str
    details: tuple[str, ...]
    reference: bool
    url: str


def anchor(program: str) -> str:
    """The id of a program's card, for links to the evidence."""
    return "program-" + program.replace("/", "-")


def card(
    program: Program,
    recordings: Sequence[Recording],
    up: str,
    site: str,
    predict: bool = False,
    states: States | None = None,
    explained: str = "",
    codespace: str = "",
) -> str:
    """The card as HTML on one line, so that Markdown leaves it alone.

    up: the way from the page to the site's root ("../"); site: where the site
    is published; predict: the output opens on a click; states: all its
    interleavings, where they were executed; explained: the address that tells
    what its badges mean; codespace: where one begins, if the repository has them.
    """
    html = templates.get_template("card.html").render(
        program=program,
        predict=predict,
        anchor=anchor(program.id),
        code=Markup(kept("coloured", program.shown, lambda: coloured(program.shown))),
        shown=[_shown(one, f"{up}programs") for one in recordings],
        first=_first(recordings),
        badges=badges(program, recordings, states),
        badges_url=explained,
        claims=_claims(program, recordings, states),
        evidence=_evidence(program, recordings),
        processors=sorted({one.machine["processor"] for one in recordings}),
        isolation=[LEVELS[name] for name in recordings[0].isolation],
        file_url=f"{up}programs/{program.id}.py",
        published_url=f"{site}programs/{program.id}.py",
        command=recordings[0].command,
        codespace=codespace,
        folder=f"snippets/{program.path.parent.name}",
    )
    return one_line(html)


def one_line(html: str) -> str:
    """The same HTML as one line in which Markdown finds nothing to do, also in a box or a list."""
    for character, entity in MARKDOWNS.items():  # much quicker than translate()
        html = html.replace(character, entity)
    return html


def where(recording: Recording) -> str:
    """One line of provenance: interpreter, machine, time taken, day."""
    machine, run = recording.machine, recording.runs[recording.shown]
    day = date.fromisoformat(machine["date"])
    cores = f"{machine['cores']} CPU{'s' if machine['cores'] != 1 else ''}"
    seconds = f"{run['seconds']:.2f} s"
    return " · ".join(
        [version(recording), gil(recording), cores, machine["system"], seconds, f"{day:%-d %b %Y}"]
    )


def version(recording: Recording) -> str:
    """ "CPython 3.11.7"."""
    return f"{recording.interpreter['implementation']} {recording.interpreter['version']}"


def gil(recording: Recording) -> str:
    """Whether its interpreter has the GIL switched on."""
    return "GIL on" if recording.interpreter["gil"] == "on" else "no GIL"


def _shown(recording: Recording, programs: str) -> Shown:
    runs, run = recording.runs, recording.runs[recording.shown]
    others = recording.machine["others"]
    details = (
        f"run {recording.shown + 1} of {len(runs)}",
        f"killed by signal {-run['exit']}" if run["exit"] < 0 else f"exit {run['exit']}",
        f"{run['cpu']:.2f} s",
        f"{run['peak'] / 2**20:.0f} MiB",
        "in a pool" if others is None else f"{others:.2f} CPUs",
    )
    return Shown(
        label=_label(recording),
        version=version(recording),
        output=recording.output or "(it printed nothing)",
        where=where(recording),
        details=details,
        reference=recording.reference,
        url=f"{programs}/{recording.program}.{recording.label}.json",
    )


def _label(recording: Recording) -> str:
    return recording.interpreter["version"] if recording.label == BUILD else recording.label


def _first(recordings: Sequence[Recording]) -> int:
    """Which output stands open: the newest interpreter with a GIL, as most readers have."""

    def rank(i: int) -> tuple[bool, list[int]]:
        interpreter = recordings[i].interpreter
        numbers = interpreter["version"].rstrip("t").split("rc")[0].split(".")
        return interpreter["gil"] == "on", [int(n) for n in numbers if n.isdigit()]

    return max(range(len(recordings)), key=rank)


def _claims(
    program: Program, recordings: Sequence[Recording], states: States | None
) -> list[dict[str, str]]:
    """Every claim with the runs, or the schedules, in which it held, by interpreter."""
    runs = {one.label: one.names() for one in recordings}
    across = [
        {
            "claim": v.claim.text,
            "label": ", ".join(sorted(v.claim.labels)),
            "held": f"{v.held} of {v.of} runs",
        }
        for v in judge.cross_claims(program, runs)
    ]
    of_all = [
        {"claim": one.text, "label": "all interleavings", "held": verdict.share(one, states)}
        for one in program.header.claims
        if one.explored and states
    ]
    return _own_claims(recordings) + across + of_all


def _own_claims(recordings: Sequence[Recording]) -> list[dict[str, str]]:
    """Each claim once for all interpreters on which it held as often."""
    held: dict[tuple[str, str], list[Recording]] = {}
    for one in recordings:
        for claim in one.claims:
            share = f"{claim['held']} of {claim['of']} runs"
            held.setdefault((claim["claim"], share), []).append(one)
    order = list(dict.fromkeys(claim for claim, _ in held))
    return [
        {"claim": claim, "label": _versions(on), "held": f"{share} on each" if on[1:] else share}
        for (claim, share), on in sorted(held.items(), key=lambda row: order.index(row[0][0]))
    ]


def _versions(recordings: Sequence[Recording]) -> str:
    """ "CPython 3.9.18, 3.11.7": the name again only where it is another one."""
    found: list[str] = []
    for i, one in enumerate(recordings):
        name = one.interpreter["implementation"]
        same = i and name == recordings[i - 1].interpreter["implementation"]
        found.append(one.interpreter["version"] if same else version(one))
    return ", ".join(found)


def _evidence(program: Program, recordings: Sequence[Recording]) -> str:
    """ "Evidence: 2 claims, 45 runs on 9 interpreters"."""
    claims, runs = len(program.header.claims), sum(len(one.runs) for one in recordings)
    parts = [_count(claims, "claim"), _count(runs, "run")] if claims else [_count(runs, "run")]
    on = f" on {len(recordings)} interpreters" if len(recordings) > 1 else ""
    return f"Evidence: {', '.join(parts)}{on}"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' if n != 1 else ''}"
