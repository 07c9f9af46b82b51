"""The macros: what a page may call. They read what is recorded and run nothing.

mkdocs-macros loads define_env; scripts.page uses the same functions to check
pages without a build.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.book import Book
from scripts.called.figures import Figures
from scripts.called.making import Making
from scripts.called.orders import Orders, asks_all
from scripts.called.place import Place
from scripts.called.race import Race
from scripts.called.reviewing import Reviewing
from scripts.called.runs import Runs
from scripts.called.scheduling import Scheduling
from scripts.lab.program import is_name as is_of_the_lab


def macros(place: Place) -> dict[str, Callable[..., str]]:
    """By the names under which the pages of one book call them."""
    runs, orders = Runs(place), Orders(place)
    figures, making = Figures(place, runs), Making(place, runs, orders)
    race, scheduling = Race(place), Scheduling(place, runs)
    reviewing = Reviewing(place)

    def fact(name: str, fact: str, on: str | None = None) -> str:
        """One number of a recorded run, or of all that the race lab recorded."""
        return race.fact(name, fact) if is_of_the_lab(name) else runs.fact(name, fact, on)

    def proof(name: str, expression: str, on: str | None = None) -> str:
        """Of every run, or of all interleavings: `certain: …`, `possible: …`."""
        if is_of_the_lab(name):
            return race.proof(name, expression)
        if asks_all(expression):
            return orders.proof(name, expression)
        return runs.proof(name, expression, on)

    def key(name: str, expression: str, on: str | None = None) -> str:
        """A quiz's key, out of the runs, or out of all interleavings."""
        if is_of_the_lab(name):
            return race.key(name, expression)
        if asks_all(expression):
            return orders.key(name, expression)
        return runs.key(name, expression, on)

    return {
        "program": runs.program,
        "output": runs.output,
        "fact": fact,
        "proof": proof,
        "key": key,
        "schedules": orders.schedules,
        "explorer": orders.explorer,
        "diagram": figures.diagram,
        "chart": figures.chart,
        "colophon": making.colophon,
        "badges": making.badges,
        "lab": race.lab,
        "scheduler_lab": scheduling.scheduler_lab,
        "scheduler_shares": scheduling.scheduler_shares,
        "simulated": scheduling.simulated,
        "simulated_key": scheduling.simulated_key,
        "term": reviewing.term,
        "used": reviewing.used,
        "letters": reviewing.letters,
        "chooser": reviewing.chooser,
        "exam": reviewing.exam,
        "verdict": reviewing.verdict,
        "verdicts": reviewing.verdicts,
    }


def define_env(env: Any) -> None:
    """The hook of mkdocs-macros: env offers macro, variables and conf."""
    from scripts.page import homes, linkers, with_anchor

    docs = Path(env.conf["docs_dir"])
    place = Place(
        Book(Path(env.conf["config_file_path"]).parent),
        env.conf["site_url"] or "/",
        lambda: str(env.variables["page"].url),
        homes(docs),
        with_anchor("badges", docs),
        linkers(docs),
        env.conf.get("repo_url") or "",
    )
    for name, function in macros(place).items():
        env.macro(function, name)
