"""A quiz as its author wrote it, after the macros, with the lines of the author's file."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise
from typing import Literal, get_args

from scripts.quiz.blank import Blank, blanks

Kind = Literal["single", "multiple", "outcomes", "order", "typed", "predict", "schedule"]
KINDS: tuple[Kind, ...] = get_args(Kind)
CHOICES: tuple[Kind, ...] = ("single", "multiple", "outcomes", "order")

OPTION = re.compile(r"^[-*] \[(?P<mark>[xX ]?)\] (?P<text>\S.*)$")
SEPARATOR = "---"
# What may change in a text while it stays the same option.
TRIFLES = re.compile(r"""</?[a-z][^<>]*>|[*_`"'“”‘’]|[.,:;!?](?=\s|$)""")
GOAL = re.compile(r'<interleaving-explorer\b[^>]*\bdata-goal="(?P<id>[^"]+)"')


@dataclass(frozen=True)
class Option:
    """A line `- [x] text` and the feedback under it. name: the same wherever it stands."""

    line: int
    text: str
    right: bool
    feedback: str

    @property
    def name(self) -> str:
        """What it is called in a page: a hash of its text."""
        return _hash(self.text)


@dataclass(frozen=True)
class Quiz:
    """A question from its opening tag's line on; lines holds all between the tags."""

    place: str
    line: int
    lines: list[str]
    attributes: dict[str, str]

    @property
    def id(self) -> str:
        """The name under which a reader's answers are kept; "" where the author gave none."""
        return self.attributes.get("id", "")

    @property
    def concept(self) -> str:
        """What it is about, or ""."""
        return self.attributes.get("concept", "")

    @property
    def hard(self) -> bool:
        """Whether its author expects that few get it right at once."""
        return "hard" in self.attributes

    @cached_property
    def kind(self) -> Kind:
        """What its tag says, else by the number of right options."""
        said = self.attributes.get("kind")
        several = sum(option.right for option in self.options) > 1
        return next((kind for kind in KINDS if kind == said), "multiple" if several else "single")

    @property
    def is_choice(self) -> bool:
        """Whether the reader answers with its options; else they only tell what is wrong."""
        return self.attributes.get("kind", "single") in CHOICES

    @cached_property
    def options(self) -> list[Option]:
        """Its options in the order in which they are written."""
        found = []
        for i, match in enumerate(map(OPTION.match, self._above)):
            if match:
                right = match["mark"] in ("x", "X")
                text, why = match["text"].strip(), _feedback(self._above[i + 1 :])
                found.append(Option(self.line + 1 + i, text, right, why))
        return found

    @cached_property
    def question(self) -> str:
        """The Markdown above the options, or above --- where there are none."""
        first = next((i for i, line in enumerate(self._above) if OPTION.match(line)), None)
        return "\n".join(self._above[:first]).strip("\n")

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """What the reader fills in; none but in the question of a typed quiz."""
        if self.kind not in ("typed", "predict"):
            return ()
        return blanks(self.question.split("\n"), self.line + 1 + self._margin)

    @cached_property
    def explanation(self) -> str:
        """The Markdown that readers see when they have it right."""
        if not self.is_choice:
            return "\n".join(self.lines[len(self._above) + 1 :]).strip("\n")
        end = self.options[-1].line - self.line if self.options else len(self.lines)
        while end < len(self.lines) and self.lines[end].startswith(">"):
            end += 1
        return "\n".join(self.lines[end:]).strip("\n")

    @cached_property
    def before(self) -> list[tuple[int, int]]:
        """For an order, which place, counted from 1, must come before which."""
        if self.kind != "order":
            return []
        said = self.attributes.get("before", "")
        if not said:
            return [(i, i + 1) for i in range(1, len(self.options))]
        chains = [[int(place) for place in chain.split("<")] for chain in said.split()]
        return [pair for chain in chains for pair in pairwise(chain)]

    @cached_property
    def version(self) -> str:
        """Another one when its key is another one: then a reader's answers do not count.

        Neither the order of the options nor punctuation and markup are part of it,
        nor what is wrong.
        """
        right = sorted(_words(option.text) for option in self.options if option.right)
        if self.kind == "order":
            right = [_words(option.text) for option in self.options]
        typed = [one.text for blank in self.blanks for one in blank.accepted]
        before = [f"{one}<{other}" for one, other in sorted(self.before)]
        return _hash("\n".join([*right, *typed, *before, self.goal]))

    @property
    def goal(self) -> str:
        """For a schedule, the id under which the explorer keeps that its goal was reached."""
        found = GOAL.search(self.question) if self.kind == "schedule" else None
        return unescape(found["id"]) if found else ""

    @property
    def _above(self) -> list[str]:
        """The lines above the explanation of a quiz without options to choose from."""
        if self.is_choice:
            return self.lines
        lines = [line.strip() for line in self.lines]
        return self.lines[: lines.index(SEPARATOR) if SEPARATOR in lines else None]

    @property
    def _margin(self) -> int:
        """How many empty lines stand above the question."""
        return next((i for i, line in enumerate(self.lines) if line.strip()), 0)


def _feedback(below: list[str]) -> str:
    """The '> why' directly under an option."""
    found = []
    for line in below:
        if not line.startswith(">"):
            break
        found.append(line[1:].strip())
    return "\n".join(found).strip()


def _words(text: str) -> str:
    return " ".join(TRIFLES.sub("", text).casefold().split())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
