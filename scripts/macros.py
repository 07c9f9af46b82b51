"""The macros: what a page may call. They read recordings and run nothing.

mkdocs-macros loads define_env; scripts.page uses the same functions to check
pages without a build.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from scripts.book import Book
from scripts.card import anchor, card, one_line, version
from scripts.claim import ClaimError, Verdict, judge, judge_across, parse
from scripts.problem import Problem
from scripts.program import Program, load_id
from scripts.recording import Recording, labels, shown

Recorded = tuple[Program, dict[str, Recording]]


@dataclass(frozen=True)
class Macros:
    """The five macros for one book; url() is the page's address below the root."""

    book: Book
    site: str
    url: Callable[[], str]
    homes: dict[str, str]
    # Read once for each build: a page names the same recordings again and again.
    known: dict[str, Recorded] = field(default_factory=dict)

    def all(self) -> dict[str, Callable[..., str]]:
        """By the names under which pages call them."""
        return {
            "program": self.program,
            "output": self.output,
            "fact": self.fact,
            "proof": self.proof,
            "key": self.key,
        }

    def program(self, name: str, predict: bool = False) -> str:
        """A card: code, output by interpreter, where it ran, how to run it.

        predict: the output waits for a click, so that the reader can guess first.
        """
        program, recordings = self._recorded(name)
        return card(program, list(recordings.values()), self._up(), self.site, predict)

    def output(self, name: str, on: str | None = None) -> str:
        """The text alone, in a box."""
        text = one_line(escape(self._one(name, on).output))
        return f'<pre class="il-output" tabindex="0"><samp>{text}</samp></pre>'

    def fact(self, name: str, fact: str, on: str | None = None) -> str:
        """One number inline, with its origin."""
        recording = self._one(name, on)
        try:
            value = recording.fact(fact)
        except KeyError:
            have = ", ".join(recording.runs[recording.shown]["facts"]) or "none"
            raise self._wrong(
                name, f"a fact of {name}: {have}", f"there is no fact {fact!r}"
            ) from None
        text = f"{value:,}" if isinstance(value, int) and value >= 10_000 else str(value)
        origin = f"{fact} of {name}, {version(recording)}, {recording.machine['date']}"
        return f'<a class="il-fact" href="{self._evidence(name)}" title="{escape(origin)}">{escape(text)}</a>'

    def proof(self, name: str, expression: str, on: str | None = None) -> str:
        """Asserts it of every run, now, and leaves a small link to the evidence."""
        verdicts, where = self._judge(name, expression, on)
        held, of = sum(v.held for v in verdicts), sum(v.of for v in verdicts)
        if not all(verdict.ok for verdict in verdicts):
            seen = next((v.error for v in verdicts if v.error), f"it held in {held} of {of} runs")
            raise self._wrong(name, f"{expression} in every run of {name}{where}", seen)
        said = f"{expression} held in {held} of {of} runs of {name}{where}"
        return (
            f'<a class="il-proof" href="{self._evidence(name)}" title="{escape(said)}">'
            f'<span class="il-hidden">Evidence: it held in </span>{held} of {of} runs</a>'
        )

    def key(self, name: str, expression: str, on: str | None = None) -> str:
        """An x where every run says so, a blank where none does: a quiz's key."""
        verdicts, where = self._judge(name, expression, on)
        held, of = sum(v.held for v in verdicts), sum(v.of for v in verdicts)
        error = next((v.error for v in verdicts if v.error), "")
        if error or 0 < held < of:
            seen = error or f"it held in {held} of {of} runs"
            raise self._wrong(name, f"{expression} in all runs of {name}{where} or in none", seen)
        return "x" if held else " "

    def _judge(self, name: str, expression: str, on: str | None) -> tuple[list[Verdict], str]:
        """A verdict for each interpreter that the expression is about, and words for them."""
        _, recordings = self._recorded(name)
        try:
            claim = parse(expression)
        except ClaimError as error:
            seen = f"{expression!r}: {error}"
            raise self._wrong(name, "an expression over its facts", seen) from None
        runs = {label: one.names() for label, one in recordings.items()}
        if claim.labels:
            return [judge_across(claim, runs)], ""
        chosen = {on} if on else claim.only or set(runs)
        if not chosen <= set(runs):
            seen = f"{expression!r} is about {', '.join(sorted(chosen))}"
            raise self._wrong(name, f"labels among {', '.join(runs)}", seen)
        about = [label for label in runs if label in chosen]
        where = f" on {', '.join(version(recordings[label]) for label in about)}"
        return [judge(claim, runs[label]) for label in about], where

    def _recorded(self, name: str) -> Recorded:
        """The program and, by label, what pages show of it."""
        if name not in self.known:
            program = load_id(name, self.book)
            shows = {label: shown(program, label, self.book) for label in labels(program)}
            self.known[name] = program, shows
        return self.known[name]

    def _one(self, name: str, on: str | None) -> Recording:
        """The recording on one interpreter, which must be said where there are several."""
        _, recordings = self._recorded(name)
        if on is None and len(recordings) == 1:
            return next(iter(recordings.values()))
        if on not in recordings:
            seen = f"on={on!r}" if on else "no on="
            raise self._wrong(name, f"on= one of {', '.join(recordings)}", seen)
        return recordings[on]

    def _wrong(self, name: str, expected: str, seen: str) -> Problem:
        command = f"python -m scripts.run {name}"
        return Problem(f"snippets/{name}.py", expected=expected, seen=seen, command=command)

    def _up(self) -> str:
        return "../" * self.url().count("/")

    def _evidence(self, name: str) -> str:
        """The card of the program, wherever in the book it stands; else the file."""
        home = self.homes.get(name)
        if home is None:
            return f"{self._up()}programs/{name}.py"
        return f"#{anchor(name)}" if home == self.url() else f"{self._up()}{home}#{anchor(name)}"


def define_env(env: Any) -> None:
    """The hook of mkdocs-macros: env offers macro, variables and conf."""
    from scripts.page import homes

    book = Book(Path(env.conf["config_file_path"]).parent)
    macros = Macros(
        book,
        env.conf["site_url"] or "/",
        lambda: str(env.variables["page"].url),
        homes(Path(env.conf["docs_dir"])),
    )
    for name, function in macros.all().items():
        env.macro(function, name)
