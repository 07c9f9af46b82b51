"""Rooms: how wide the texts of each lane may be, so that all together fit a phone."""

from collections.abc import Sequence
from functools import cache
from math import ceil

from scripts.draw.text import longest_word, wrap

PHONE, WIDEST = 326, 660
# Words that are longer are broken, shorter ones if that makes the figure fit; where it must scroll
# anyway, a lane may take so much.
LONGEST, AMPLE = (140, 100, 80), 96
NARROWEST, COMFORTABLE, STEP, MOST_STEPS = 40, 96, 4, 12
MOST_LINES = 3


def rooms(texts: Sequence[list[str]], least: Sequence[float], fixed: float) -> list[float]:
    """The width of a phone, shared out to those who need it. texts: of each lane; least: what its
    head needs; fixed: what all lanes take without their texts."""
    for longest in LONGEST:
        found = _grown(texts, _whole_words(texts, least, longest), PHONE - fixed)
        if fixed + sum(found) <= PHONE and not any(map(_is_high, texts, found)):
            return _comfortable(found, PHONE - fixed)
    widest = max(WIDEST, AMPLE * len(texts))
    return _grown(texts, _whole_words(texts, least, LONGEST[0]), widest - fixed)


def _grown(texts: Sequence[list[str]], rooms: list[float], budget: float) -> list[float]:
    """The rooms, with what is left given to those who save most lines with it."""
    found = list(rooms)
    while True:
        gains = [
            _gain(own, room, budget - sum(found)) for own, room in zip(texts, found, strict=True)
        ]
        best, more = max(gains)
        if not best:
            return found
        found[gains.index((best, more))] -= more


def _whole_words(texts: Sequence[list[str]], least: Sequence[float], longest: float) -> list[float]:
    """The least rooms in which words stay whole, but for those that are too long."""
    words = [max([NARROWEST, *map(longest_word, own)]) for own in texts]
    # Whole pixels keep upright lines sharp.
    return [ceil(max(min(word, longest), head)) for word, head in zip(words, least, strict=True)]


def _gain(texts: list[str], room: float, left: float) -> tuple[float, float]:
    """How many lines are saved for each pixel at best, and (negated) for how many pixels."""
    now = _lines(texts, room)
    steps = range(STEP, min(int(left), MOST_STEPS * STEP) + 1, STEP)
    gains = [((now - _lines(texts, room + more)) / more, -more) for more in steps]
    return max(gains, default=(0.0, 0.0))


def _comfortable(rooms: list[float], budget: float) -> list[float]:
    """What is left goes to the narrow ones."""
    rooms = list(rooms)
    while sum(rooms) + STEP <= budget and min(rooms) < COMFORTABLE:
        rooms[rooms.index(min(rooms))] += STEP
    return rooms


def _lines(texts: list[str], room: float) -> int:
    return sum(len(_wrapped(text, room)) for text in texts)


def _is_high(texts: list[str], room: float) -> bool:
    """Whether a text takes more lines than looks good."""
    return any(len(_wrapped(text, room)) > MOST_LINES for text in texts)


@cache
def _wrapped(text: str, room: float) -> list[str]:
    return wrap(text, room)
