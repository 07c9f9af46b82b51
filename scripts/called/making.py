"""Macros about the book as a whole: how it was made, and what its badges mean."""

from contextlib import suppress
from dataclasses import dataclass

from scripts.called.orders import Orders
from scripts.called.place import Place
from scripts.called.runs import Runs
from scripts.colophon import Shelf, colophon, legend
from scripts.problem import Problem


@dataclass(frozen=True)
class Making:
    """Answers from all that is recorded of the book's programs."""

    place: Place
    runs: Runs
    orders: Orders

    def colophon(self) -> str:
        """The card of this build: interpreters, machines, and how much was run."""
        return colophon(self._shelves())

    def badges(self) -> str:
        """What each badge means, and how many programs wear it."""
        return legend(self._shelves())

    def _shelves(self) -> list[Shelf]:
        found = []
        for path in self.place.book.program_paths():
            name = f"{path.parent.name}/{path.stem}"
            with suppress(Problem):  # the page that shows it tells it
                program, recordings = self.runs.recorded(name)
                states = self.orders.explored(name)[1] if program.header.explore else None
                found.append(Shelf(program, list(recordings.values()), states))
        return found
