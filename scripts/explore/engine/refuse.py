"""The two ways out of a run that is not to go on."""


class Refused(Exception):
    """The program does something that the explorer cannot hold still.

    line: of the program; sentence: what stands there, for a person.
    """

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(line, sentence)
        self.line = line
        self.sentence = sentence


class Abandon(BaseException):
    """Takes a thread out of a run that has nothing more to tell."""
