"""The macros: what a page may call. They read recordings and run nothing.

mkdocs-macros loads define_env; scripts.page uses the same functions to check
pages without a build.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from scripts.book import Book
from scripts.card import anchor, card, version
from scripts.claim import ClaimError, Verdict, judge, judge_across, parse
from scripts.problem import Problem
from scripts.program import Program, load_id
from scripts.recording import Recording, labels, shown


@dataclass(frozen=True)
class Macros:
    """The five macros for one book; url() is the page's address below the root."""

    book: Book
    site: str
    url: Callable[[], str]
    homes: dict[str, str]

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
        return card(load_id(name, self.book), self.book, self._up(), self.site, predict)

    def output(self, name: str, on: str | None = None) -> str:
        """The text alone, in a box."""
        text = escape(self._one(load_id(name, self.book), on).output).replace("\n", "&#10;")
        return f'<pre class="il-output" tabindex="0"><samp>{text}</samp></pre>'

    def fact(self, name: str, fact: str, on: str | None = None) -> str:
        """One number inline, with its origin."""
        recording = self._one(load_id(name, self.book), on)
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
        verdict, where = self._judge(name, expression, on)
        if not verdict.ok:
            seen = verdict.error or f"it held in {verdict.held} of {verdict.of} runs"
            raise self._wrong(name, f"{expression} in every run of {name}{where}", seen)
        runs = f"{verdict.held} of {verdict.of} runs"
        said = f"{expression} held in {runs} of {name}{where}"
        return (
            f'<a class="il-proof" href="{self._evidence(name)}" title="{escape(said)}">'
            f'<span class="il-hidden">Evidence: it held in </span>{runs}</a>'
        )

    def key(self, name: str, expression: str, on: str | None = None) -> str:
        """An x where every run says so, a blank where none does: a quiz's key."""
        verdict, where = self._judge(name, expression, on)
        if verdict.error or 0 < verdict.held < verdict.of:
            seen = verdict.error or f"it held in {verdict.held} of {verdict.of} runs"
            raise self._wrong(name, f"{expression} in all runs of {name}{where} or in none", seen)
        return "x" if verdict.held else " "

    def _judge(self, name: str, expression: str, on: str | None) -> tuple[Verdict, str]:
        program = load_id(name, self.book)
        try:
            claim = parse(expression)
        except ClaimError as error:
            raise self._wrong(
                name, "an expression over its facts", f"{expression!r}: {error}"
            ) from None
        recordings = {label: shown(program, label, self.book) for label in labels(program)}
        if claim.labels:
            runs = {label: one.names() for label, one in recordings.items()}
            return judge_across(claim, runs), ""
        chosen = [self._one(program, on)] if on else list(recordings.values())
        return judge(
            claim, [run for one in chosen for run in one.names()]
        ), f" on {on}" if on else ""

    def _one(self, program: Program, on: str | None) -> Recording:
        have = labels(program)
        if (on is None and len(have) > 1) or (on is not None and on not in have):
            seen = f"on={on!r}" if on else "no on="
            raise self._wrong(program.id, f"on= one of {', '.join(have)}", seen)
        return shown(program, on or have[0], self.book)

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
