"""Macros of the last chapter: terms, the chooser, the exam's sheet, the ledger's verdicts."""

import json
from collections import Counter
from dataclasses import dataclass, field
from html import escape

from scripts import chapter
from scripts.called.place import Place
from scripts.card import one_line
from scripts.problem import Problem
from scripts.review import glossary, ledger
from scripts.review.chooser import QUESTIONS, RULES, conditions
from scripts.review.glossary import Entry
from scripts.template import templates


@dataclass(frozen=True)
class Reviewing:
    """Answers from the glossary, the ledger, and the rules of the chooser."""

    place: Place
    # Read once for each build, as recordings are.
    known: dict[str, Entry] = field(default_factory=dict)

    def term(self, name: str, words: str = "") -> str:
        """A term with the way to its entry in the glossary, and its first sentence.

        words: what to write, where it is another form: term("race condition", "races").
        """
        entry = self._entry(name)
        url = f"{self.place.up()}{glossary.PAGE}#{entry.anchor}"
        return (
            f'<a class="il-term" id="term-{entry.anchor}" href="{url}"'
            f' aria-description="{escape(entry.short)}">{escape(words or name)}</a>'
        )

    def used(self, name: str) -> str:
        """In the glossary: the pages that link the term, to where they do."""
        entry = self._entry(name)
        up = self.place.up()
        links = [
            f'<a href="{up}{url}#term-{entry.anchor}">{escape(title)}</a>'
            for url, title in self.place.linkers.get(name, [])
        ]
        return f'<span class="il-used">Used in {", ".join(links)}.</span>' if links else ""

    def letters(self) -> str:
        """In the glossary: the way to each letter, and all the terms in a line below it."""
        by_letter: dict[str, list[Entry]] = {}
        for entry in glossary.entries(self.place.book).values():
            by_letter.setdefault(entry.name[0].upper(), []).append(entry)
        return one_line(templates.get_template("letters.html").render(letters=by_letter))

    def chooser(self) -> str:
        """The questions, and the table that needs no script."""
        rules = [
            {"answer": rule.answer, "title": rule.title, "said": _said(conditions(rule))}
            for rule in RULES
        ]
        return one_line(
            templates.get_template("chooser.html").render(
                questions=QUESTIONS,
                rules=rules,
                rules_json=json.dumps([[rule.answer, rule.when] for rule in RULES]),
            )
        )

    def exam(self, part: str) -> str:
        """The sheet that is drawn from the page's questions: its "top", or its "end"."""
        if part not in ("top", "end"):
            raise Problem(
                "docs/review/exam.md",
                expected='exam("top") or exam("end")',
                seen=f"exam({part!r})",
                command="grep -n 'exam(' docs/review/exam.md",
            )
        html = templates.get_template("exam.html").render(part=part, chapters=self._chapters())
        return one_line(html)

    def verdict(self, word: str) -> str:
        """In the ledger: what became of a saying."""
        if word not in ledger.VERDICTS:
            raise Problem(
                f"docs/{ledger.FILE}",
                expected=f"one of {', '.join(ledger.VERDICTS)}",
                seen=f"verdict({word!r})",
                command=f"grep -n 'verdict(' docs/{ledger.FILE}",
            )
        kind = word.replace(",", "").replace(" ", "-")
        said = f"{word} …" if word.endswith("if") else word
        return f'<strong class="il-verdict il-verdict--{kind}">{said[0].upper()}{said[1:]}</strong>'

    def verdicts(self) -> str:
        """In the ledger: how many rows there are, and how many of each verdict."""
        rows = ledger.rows(self.place.book)
        counted = Counter(word for row in rows for word in row.verdicts)
        shown = [
            (self.verdict(word), counted[word], said) for word, said in ledger.VERDICTS.items()
        ]
        return one_line(templates.get_template("verdicts.html").render(rows=shown, of=len(rows)))

    def _entry(self, name: str) -> Entry:
        if name not in self.known:
            self.known[name] = glossary.entry(name, self.place.book)
        return self.known[name]

    def _chapters(self) -> str:
        """For the script: name, title and address of each chapter that has questions."""
        up = self.place.up()
        return json.dumps(
            [
                {"name": chapter.name(one), "title": one["title"], "url": up + one["page"]}
                for one in chapter.chapters(self.place.book)
                if one["id"] != "review"
            ]
        )


def _said(words: list[str]) -> str:
    """Conditions as the beginning of a sentence."""
    if not words:
        return "In all other cases"
    said = ", and ".join(words)
    return said[0].upper() + said[1:]
