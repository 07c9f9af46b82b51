"""A problem: something wrong that a person has to mend, told so that they can."""

from scripts.plain import plain


class Problem(Exception):
    """One thing that is wrong, where it is, and what helps.

    place: "file:line" (or the file alone), relative to the repository's root;
    expected and seen: half sentences; command: what to type next.
    """

    def __init__(self, place: str, *, expected: str, seen: str, command: str) -> None:
        super().__init__(place, expected, seen, command)
        self.place = place
        self.expected = expected
        self.seen = seen
        self.command = command

    def __str__(self) -> str:
        """For a person: what programs printed may be in all of it."""
        return plain(
            f"{self.place}: {self.seen}\n"
            f"    expected: {self.expected}\n"
            f"    look:     {self.command}"
        )

    def as_json(self) -> dict[str, str]:
        """The same four parts for machines."""
        return {
            "place": self.place,
            "expected": self.expected,
            "seen": self.seen,
            "command": self.command,
        }
