"""The book: where its parts lie."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Book:
    """A folder with docs/, snippets/ and, once built, build/ and site/.

    The tools take a Book and never look at their own place, so that tests can
    hand them a tiny one in a temporary folder.
    """

    root: Path = ROOT

    @property
    def docs(self) -> Path:
        """The pages."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """The programs, a folder a chapter."""
        return self.root / "snippets"

    @property
    def build(self) -> Path:
        """What this machine made: recordings, environments. Never committed."""
        return self.root / "build"

    def shown(self, path: Path) -> str:
        """A path as a person should read it: from the root when it lies below."""
        path = path.resolve()
        root = self.root.resolve()
        return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)

    def program_paths(self) -> list[Path]:
        """Every program of every chapter, in order."""
        return sorted(self.snippets.glob("*/*.py"))
