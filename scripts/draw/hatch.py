"""Hatching: one pattern for each letter, because a pattern takes its colour where it is defined."""

from collections.abc import Iterable
from html import escape

import svg

NEUTRAL = ""


def patterns(id: str, letters: Iterable[str]) -> svg.Defs:
    """The definitions for these letters, and a neutral one."""
    names = sorted({NEUTRAL, *letters})
    return svg.Defs(elements=[_pattern(id, i, letter) for i, letter in enumerate(names)])


def urls(id: str, letters: Iterable[str]) -> dict[str, str]:
    """By letter, what fills a shape with its hatching."""
    return {letter: f"url(#{id}-h{i})" for i, letter in enumerate(sorted({NEUTRAL, *letters}))}


def _pattern(id: str, number: int, letter: str) -> svg.Element:
    return svg.Pattern(
        id=f"{id}-h{number}",
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
        patternTransform=[svg.Rotate(45)],
        data={"strand": escape(letter)} if letter else None,
        elements=[svg.Rect(width=1.8, height=5, class_=["f-hatch"])],
    )
