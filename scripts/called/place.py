"""The place from which a page calls: its book, its address, and the way to the evidence."""

from collections.abc import Callable
from dataclasses import dataclass, field

from scripts.book import Book
from scripts.card import anchor
from scripts.problem import Problem


@dataclass(frozen=True)
class Place:
    """One book on its way to be a site.

    site: where that will be published; url(): the address, below its root, of
    the page that calls; homes: by program, the address of the page with its card;
    badges: the address of the page that says what the badges mean, if there is one;
    linkers: by term of the glossary, address and title of the pages that link it;
    repository: the address of the sources, if it is known.
    """

    book: Book
    site: str
    url: Callable[[], str]
    homes: dict[str, str]
    badges: str | None = None
    linkers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    repository: str = ""

    def up(self) -> str:
        """The way from the page to the site's root: "../" for races/."""
        return "../" * self.url().count("/")

    def evidence(self, name: str) -> str:
        """The card of a program, wherever in the book it stands; else its file."""
        home = self.homes.get(name)
        if home is None:
            return f"{self.up()}programs/{name}.py"
        return f"#{anchor(name)}" if home == self.url() else f"{self.up()}{home}#{anchor(name)}"

    def explanation(self) -> str:
        """Where the badges are explained; empty where no page does it."""
        if self.badges is None:
            return ""
        here = self.badges == self.url()
        return "#badges" if here else f"{self.up()}{self.badges}#badges"


def wrong(name: str, expected: str, seen: str, tool: str = "run") -> Problem:
    """What a page asked of a program that has no such answer."""
    command = f"python -m scripts.{tool} {name}"
    return Problem(f"snippets/{name}.py", expected=expected, seen=seen, command=command)
