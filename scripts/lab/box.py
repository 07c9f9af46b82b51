"""The box: a program of the lab on its page, with the record; docs/lab/race/bench.js runs it."""

from datetime import date

from markupsafe import Markup

from scripts.card import one_line
from scripts.colour import coloured
from scripts.lab.chart import chart, sentence
from scripts.lab.program import Program
from scripts.lab.record import Record
from scripts.template import templates

RUNS = 20  # for one press of the button


def anchor(name: str) -> str:
    """The id of a program's box, for links to the evidence."""
    return name.replace("/", "-")


def box(program: Program, record: Record, goal: str, say: str) -> str:
    """The box as HTML on one line. goal: a fact that the reader is to see above zero; say: asks for it."""
    runs = record.of(program)
    html = templates.get_template("lab.html").render(
        program=program,
        anchor=anchor(program.id),
        code=Markup(coloured(program.shown, "javascript")),
        chart=chart(runs),
        sentence=sentence(runs),
        where=where(record, len(runs)),
        runs=RUNS,
        goal=goal,
        say=say,
    )
    return one_line(html)


def where(record: Record, runs: int) -> str:
    """One line of provenance."""
    machine = record.machine
    day = date.fromisoformat(machine["date"])
    cores = f"{machine['cores']} CPU{'s' if machine['cores'] != 1 else ''}"
    parts = [record.browser, cores, machine["system"], f"{runs} runs", f"{day:%-d %b %Y}"]
    return " · ".join(parts)
