"""Pieces: our finished HTML on one line, which nobody needs to read before the reader does.

A card or a figure is ten to forty kilobytes of tags. Markdown and the search
would parse each three times over and change nothing, and that was most of a build.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from scripts.card import one_line
from scripts.player import without_twins
from scripts.problem import Problem

# As macros write them: one line, from its first tag to the same one's end. What is
# shorter costs nothing.
PIECE = re.compile(r"(?<=\n)(?P<indent> *)(?P<html><(?P<tag>div|figure)\b[^\n]{400,}</(?P=tag)>)")
PLACE = re.compile(r'<div class="il-piece">(?P<number>\d+)</div>')
ID = re.compile(r'\sid="(?P<id>[^"]+)"')
CAPTION = re.compile(r"<figcaption\b.*?</figcaption>", re.DOTALL)
CODE = re.compile(r'<div class="highlight il-code">.*?</div>', re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
# Links that say the same on every page.
ASIDE = re.compile(r' ?<a class="il-proof"[^>]*>.*?</a>|<span class="il-used">.*?</span>')
# What one_line() writes in the place of a character, and Jinja in the place of a quote.
REFERENCE = re.compile(r"&#(10|9|34|39|x27|33|42|91|92|93|95|96);")
EXCLUDED = re.compile(r"\A<[^<>]*\bdata-search-exclude\b")


@dataclass
class Pieces:
    """The pieces of each page of a build, by the page's file."""

    taken: dict[str, list[str]] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget them all."""
        self.taken.clear()

    def take_out(self, markdown: str, page: str) -> str:
        """The page's Markdown with an empty box in the place of each piece, line for line.

        Markdown will not see the pieces, so nothing in them has to be hidden from it.
        """
        found: list[str] = []

        def box(piece: re.Match[str]) -> str:
            found.append(plain(piece["html"]))
            return f'{piece["indent"]}<div class="il-piece">{len(found) - 1}</div>'

        boxes = PIECE.sub(box, f"\n{markdown}")[1:]
        self.taken[page] = without_twins(found)
        return boxes

    def hide(self, page: str) -> None:
        """Make a page's pieces what Markdown finds nothing in, for who puts them into Markdown."""
        self.taken[page] = [one_line(piece) for piece in self.taken.get(page, [])]

    def put_in(self, html: str, page: str) -> str:
        """The page's HTML with its pieces. Raises Problem where one would be lost."""
        pieces = self.taken.get(page, [])
        seen = [int(place["number"]) for place in PLACE.finditer(html)]
        if sorted(seen) != list(range(len(pieces))):
            raise Problem(
                f"docs/{page}",
                expected="cards and figures where Markdown keeps HTML as it is",
                seen=f"{len(pieces)} of them, {len(set(seen))} came through",
                command=f"grep -n '{{{{' docs/{page}",
            )
        return PLACE.sub(lambda place: pieces[int(place["number"])], html)

    def anchors(self, page: str) -> set[str]:
        """The ids in a page's pieces: mkdocs checks links to them, and saw only the boxes."""
        pieces = self.taken.get(page, [])
        return {unescape(found["id"]) for piece in pieces for found in ID.finditer(piece)}

    def for_search(self, html: str, page: str) -> str:
        """The page's HTML with nothing of its pieces but what a reader may search for."""
        for piece in self.taken.get(page, []):
            found = searched(piece)
            html = html.replace(piece, f"<p>{found}</p>" if found else "", 1)
        return ASIDE.sub("", html)


def plain(piece: str) -> str:
    """The piece with characters where it has references; quotes stay within tags."""

    def character(found: re.Match[str]) -> str:
        sign = unescape(found[0])
        return found[0] if sign in "\"'" and _within_tag(piece, found.start()) else sign

    return REFERENCE.sub(character, piece)


def _within_tag(html: str, at: int) -> bool:
    """Whether a place is inside of a tag; values in our tags have their < and > escaped."""
    return html.rfind("<", 0, at) > html.rfind(">", 0, at)


def searched(piece: str) -> str:
    """What of a piece is found: its caption and its code; not outputs, evidence and tables."""
    if EXCLUDED.match(piece):
        return ""
    parts = [*CAPTION.findall(piece)[:1], *CODE.findall(piece)[:1]]
    return " ".join(TAG.sub("", part.replace("</code>", " ")) for part in parts)
