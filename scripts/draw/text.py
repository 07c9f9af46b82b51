"""Text without a browser: how wide it is at most, and where it breaks.

A figure is laid out before anybody knows the reader's font. So each character
counts as wide as in the widest of the common interface fonts (DejaVu Sans,
which is Verdana's twin); every other font leaves some air.
"""

import re
import unicodedata

SIZE, LEADING = 12.5, 16
SMALL = 11.5
BOLD = 1.17

# In thousandths of the font's size.
WIDTHS = {
    width: set(characters)
    for width, characters in {
        285: "ijl'",
        300: "IJ",
        340: " \u00a0,.·’/:;\\|",
        370: "f-",
        405: "⁰¹²³⁴⁵⁶⁷⁸⁹",
        400: "()[]!t",
        415: "r",
        465: '"',
        520: "*_`–“”s",
        530: "z?",
        560: "cL",
        580: "Fk",
        600: "vxyP",
        615: "TYoae",
        640: "EhnuSbdgpq0123456789${}µ",
        690: "AVXZBK",
        700: "CR",
        735: "U",
        780: "NHDG&",
        790: "OQ",
        840: "w#+<=>^~×→←≥≤",
        865: "M",
        1020: "%mW@—…",
    }.items()
}
WIDTH = {character: width for width, known in WIDTHS.items() for character in known}

WITH_UNIT = re.compile(r"(?<=\d) (?=(?:s|ms|µs|%|[kKMGT]i?B)\b)")

# Up to the last sign in it, a word may be cut, but not so that little stays.
SIGN = re.compile(r".{4,}[_.,:;/()\[\]{}–—-](?=.)")


def width(text: str, size: float = SIZE, bold: bool = False) -> float:
    """At most how many pixels a line of text takes."""
    return sum(map(_character, text)) * size / 1000 * (BOLD if bold else 1)


def wrap(text: str, room: float, size: float = SIZE, bold: bool = False) -> list[str]:
    """The text in lines that fit the room; a word that does not fit is broken."""
    lines: list[str] = []
    for word in _words(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines += _broken(word, room, size, bold)
    return lines or [""]


def longest_word(text: str, size: float = SIZE) -> float:
    """The room without which wrap() must break a word."""
    return max((width(word, size) for word in _words(text)), default=0)


def shortened(text: str, room: float, size: float = SIZE, bold: bool = False) -> str:
    """The text, or its beginning and an ellipsis, in one line that fits."""
    if width(text, size, bold) <= room:
        return text
    kept = text
    while kept and width(f"{kept}…", size, bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def seconds(value: float) -> str:
    """A duration to two digits that count: "0.1 s", "30 ms", "250 µs"."""
    if value <= 0:
        return "0 s"
    for unit, name in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if value >= 0.0995 * unit or unit == 1e-6:
            return f"{_two_digits(value / unit)} {name}"
    raise AssertionError("microseconds take the rest")


def _two_digits(number: float) -> str:
    """ "0.1", "1.2", "35", "250"."""
    rounded = float(f"{number:.2g}")
    return f"{rounded:.0f}" if rounded >= 10 else f"{rounded:g}"


def _words(text: str) -> list[str]:
    """Where a line may break: a number stays with its unit."""
    return WITH_UNIT.sub("\u00a0", text).split(" ")


def _broken(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that fit, cut after a sign if there is one; at least one character each."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold) > room:
            cut = SIGN.match(pieces[-1])
            kept = cut[0] if cut else pieces[-1]
            pieces[-1:] = [kept, pieces[-1][len(kept) :]]
        pieces[-1] += character
    return pieces


def _character(character: str) -> int:
    known = WIDTH.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1350 if unicodedata.category(character) == "So" else 1050
    plain = WIDTH.get(unicodedata.normalize("NFD", character)[0])
    return plain or 900
