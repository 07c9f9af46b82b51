"""The card that other sites show beside a link to a page: its title and what it is about.

Drawn here, with the font that Pillow brings along. Kept in build/cards by its words, so
that a card is drawn once.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL import __version__ as pillow
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.book import Book

SIZE = (1200, 630)
PAPER, INK, GREY, LINE = "#fdfdfb", "#1d1d1b", "#5f5f5a", "#dcdcd4"
EDGE = 84
# Four threads on one core: which one runs, and how long its turn is.
THREADS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
TURNS = ((0, 150), (1, 90), (0, 60), (2, 210), (3, 120), (1, 180), (2, 60), (0, 162))
FOLDER = "assets/cards"


@cache
def _this() -> str:
    """This file: another way to draw makes another card."""
    return Path(__file__).read_text(encoding="utf-8")


def write(book: Book) -> None:
    """Draw the cards that the built pages name; those in build/cards are taken from there."""
    site = book.root / "site"
    cards = book.build / "cards"
    cards.mkdir(parents=True, exist_ok=True)
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    kept = set()
    for name, title, about in _named(site):
        digest = sha256("\0".join((title, about, pillow, _this())).encode()).hexdigest()
        card = cards / f"{digest[:20]}.png"
        if not card.exists():
            card.write_bytes(drawn(title, about))
        kept.add(card)
        (site / FOLDER / name).write_bytes(card.read_bytes())
    for card in set(cards.glob("*.png")) - kept:
        card.unlink()


def drawn(title: str, about: str) -> bytes:
    """A card as a PNG."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((EDGE, 60), "Interleave", font=_font(34), fill=GREY)
    font = _font(82)
    first = _lines(pen, title, font, 2)
    bottom = _write(pen, first, font, 122, INK)
    font = _font(38)
    _write(pen, _lines(pen, about, font, 4 - len(first)), font, bottom + 24, GREY)
    _turns(pen)
    held = BytesIO()
    picture.quantize(32).save(held, "PNG", optimize=True)
    return held.getvalue()


def _named(site: Path) -> Iterator[tuple[str, str, str]]:
    """The cards that pages name: file, title, and what the page is about."""
    for path in sorted(site.rglob("index.html")):
        head = HTMLParser(path.read_text(encoding="utf-8").partition("</head>")[0])
        found = {
            node.attributes["property"]: node.attributes["content"] or ""
            for node in head.css("meta[property]")
        }
        if "og:image" in found:
            name = (found["og:image"] or "").rpartition("/")[2]
            yield name, found["og:title"], found["og:description"]


def _lines(
    pen: ImageDraw.ImageDraw, words: str, font: ImageFont.FreeTypeFont, most: int
) -> list[str]:
    """Words in lines of a card's width; an ellipsis stands for those that have no place."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(f"{longer} …", font) <= SIZE[0] - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _write(
    pen: ImageDraw.ImageDraw,
    lines: list[str],
    font: ImageFont.FreeTypeFont,
    top: int,
    colour: str,
) -> int:
    """Lines, one below the other; gives where they end."""
    for line in lines:
        pen.text((EDGE, top), line, font=font, fill=colour)
        top += round(font.size * 1.24)
    return top


def _turns(pen: ImageDraw.ImageDraw) -> None:
    """One core's time at the foot, with a lane for each thread."""
    foot, step = SIZE[1] - 62, 22
    for lane in range(len(THREADS)):
        y = foot - (len(THREADS) - 1 - lane) * step
        pen.line((EDGE, y, SIZE[0] - EDGE, y), fill=LINE, width=2)
    x = EDGE
    for lane, length in TURNS:
        y = foot - (len(THREADS) - 1 - lane) * step
        pen.rectangle((x, y - 6, x + length, y + 6), fill=THREADS[lane])
        x += length


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow without FreeType has no such font"
    return font
