"""Macros that read recordings of runs: cards, outputs, facts, and what runs prove."""

from dataclasses import dataclass, field
from html import escape

from scripts import codespace
from scripts.called.place import Place, wrong
from scripts.card import card, one_line, version
from scripts.claim import ClaimError, Verdict, judge, judge_across, parse
from scripts.explore import states
from scripts.program import Program, load_id
from scripts.recording import Recording, labels, shown

Recorded = tuple[Program, dict[str, Recording]]


@dataclass(frozen=True)
class Runs:
    """Answers from recordings."""

    place: Place
    # Read once for each build: a page names the same recordings again and again.
    known: dict[str, Recorded] = field(default_factory=dict)

    def program(self, name: str, predict: bool = False) -> str:
        """A card: code, output by interpreter, where it ran, how to run it.

        predict: the output waits for a click, so that the reader can guess first.
        """
        program, recordings = self.recorded(name)
        place = self.place
        explored = states.shown(program, place.book) if program.header.explore else None
        shows = list(recordings.values())
        where, machine = place.explanation(), codespace.address(place.repository)
        return card(program, shows, place.up(), place.site, predict, explored, where, machine)

    def output(self, name: str, on: str | None = None) -> str:
        """The text alone, in a box."""
        text = one_line(escape(self.one(name, on).output))
        return f'<pre class="il-output" tabindex="0"><samp>{text}</samp></pre>'

    def fact(self, name: str, fact: str, on: str | None = None) -> str:
        """One number inline, with its origin."""
        recording = self.one(name, on)
        try:
            value = recording.fact(fact)
        except KeyError:
            have = ", ".join(recording.runs[recording.shown]["facts"]) or "none"
            raise wrong(name, f"a fact of {name}: {have}", f"there is no fact {fact!r}") from None
        text = f"{value:,}" if isinstance(value, int) and value >= 10_000 else str(value)
        origin = f"{fact} of {name}, {version(recording)}, {recording.machine['date']}"
        return fact_link(self.place.evidence(name), origin, text)

    def proof(self, name: str, expression: str, on: str | None = None) -> str:
        """Asserts it of every run, now, and leaves a small link to the evidence."""
        verdicts, where = self._judge(name, expression, on)
        held, of = sum(v.held for v in verdicts), sum(v.of for v in verdicts)
        if not all(verdict.ok for verdict in verdicts):
            seen = next((v.error for v in verdicts if v.error), f"it held in {held} of {of} runs")
            raise wrong(name, f"{expression} in every run of {name}{where}", seen)
        said = f"{expression} held in {held} of {of} runs of {name}{where}"
        words = f'<span class="il-hidden">Evidence: it held in </span>{held} of {of} runs'
        return proof_link(self.place.evidence(name), said, words)

    def key(self, name: str, expression: str, on: str | None = None) -> str:
        """An x where every run says so, a blank where none does.

        With `sometimes:`, an x where one run or more does: on each interpreter, or on none.
        """
        verdicts, where = self._judge(name, expression, on)
        whole = all(one.ok for one in verdicts)
        error = next((one.error for one in verdicts if one.error), "")
        if error or (not whole and any(one.held for one in verdicts)):
            held, of = sum(one.held for one in verdicts), sum(one.of for one in verdicts)
            seen = error or f"it held in {held} of {of} runs"
            raise wrong(name, f"{expression} in all runs of {name}{where} or in none", seen)
        return "x" if whole else " "

    def recorded(self, name: str) -> Recorded:
        """The program and, by label, what pages show of it."""
        if name not in self.known:
            program = load_id(name, self.place.book)
            shows = {label: shown(program, label, self.place.book) for label in labels(program)}
            self.known[name] = program, shows
        return self.known[name]

    def one(self, name: str, on: str | None) -> Recording:
        """The recording on one interpreter, which must be said where there are several."""
        _, recordings = self.recorded(name)
        if on is None and len(recordings) == 1:
            return next(iter(recordings.values()))
        if on not in recordings:
            seen = f"on={on!r}" if on else "no on="
            raise wrong(name, f"on= one of {', '.join(recordings)}", seen)
        return recordings[on]

    def _judge(self, name: str, expression: str, on: str | None) -> tuple[list[Verdict], str]:
        """A verdict for each interpreter that the expression is about, and words for them."""
        _, recordings = self.recorded(name)
        try:
            claim = parse(expression)
        except ClaimError as error:
            seen = f"{expression!r}: {error}"
            raise wrong(name, "an expression over its facts", seen) from None
        runs = {label: one.names() for label, one in recordings.items()}
        if claim.labels:
            return [judge_across(claim, runs)], ""
        chosen = {on} if on else claim.only or set(runs)
        if not chosen <= set(runs):
            seen = f"{expression!r} is about {', '.join(sorted(chosen))}"
            raise wrong(name, f"labels among {', '.join(runs)}", seen)
        about = [label for label in runs if label in chosen]
        where = f" on {', '.join(version(recordings[label]) for label in about)}"
        return [judge(claim, runs[label]) for label in about], where


def fact_link(url: str, origin: str, text: str) -> str:
    """A number in the text; its origin shows when pointed at."""
    return f'<a class="il-fact" href="{url}" title="{escape(origin)}">{escape(text)}</a>'


def proof_link(url: str, said: str, words: str) -> str:
    """The small mark that leads to the evidence."""
    return f'<a class="il-proof" href="{url}" title="{escape(said)}">{words}</a>'
