"""A blank: what a reader fills in, and everything that is accepted there."""

import re
from dataclasses import dataclass
from html import unescape

BLANK = re.compile(r"\[\[(?P<inside>[^\]]+)\]\]")
# What a macro gave is one piece, whatever stands in the output it shows.
PIECE = re.compile(r"<(?P<tag>a|pre)\b.*?</(?P=tag)>|[^|<]+|[|<]")
TAGS = re.compile(r"<[^<>]*>")
NUMBER = re.compile(
    r"(?P<number>[-−+]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?)"
    r"(?:\s*(?:±|\+/?-)\s*(?P<within>\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%)?)?"
    r"(?:\s+(?P<unit>[^\d\s±:;,]+(?: [^\d\s±:;,]+)?))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Accepted:
    """One answer that is right: a text, or a number with its tolerance and unit."""

    text: str
    number: float | None = None
    within: float = 0.0
    unit: str = ""


@dataclass(frozen=True)
class Blank:
    """A [[blank]]. line: where it stands; source: what stands between the brackets."""

    line: int
    source: str

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """All that is right here, the answer to show first."""
        parts = [""]
        for piece in PIECE.finditer(self.source):
            if piece[0] == "|":
                parts.append("")
            else:
                parts[-1] += piece[0]
        return tuple(_accepted(_text(part)) for part in parts if _text(part))


def blanks(lines: list[str], first: int) -> tuple[Blank, ...]:
    """The blanks of some lines, the first of which has this number."""
    return tuple(
        Blank(number, match["inside"])
        for number, line in enumerate(lines, first)
        for match in BLANK.finditer(line)
    )


def _text(source: str) -> str:
    """What a reader would have to type: without the tags that a macro put round it."""
    return unescape(TAGS.sub("", source)).strip()


def _accepted(text: str) -> Accepted:
    match = NUMBER.fullmatch(text)
    if not match:
        return Accepted(text)
    number = _number(match["number"])
    within = _number(match["within"] or "0")
    within = abs(number) * within / 100 if match["percent"] else within
    return Accepted(text, number, within, match["unit"] or "")


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))
