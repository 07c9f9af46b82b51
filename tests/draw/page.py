"""A page with figures as the theme would show it, without building a site."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path

from scripts.book import ROOT
from scripts.draw import Figure, html

_MATERIAL = importlib.util.find_spec("material")
assert _MATERIAL is not None
assert _MATERIAL.origin is not None
THEME = Path(_MATERIAL.origin).parent / "templates" / "assets" / "stylesheets"
OURS = ROOT / "docs" / "assets"
STYLES = [
    *sorted(THEME.glob("main.*.css")),
    *sorted(THEME.glob("palette.*.css")),
    OURS / "interleave.css",
    OURS / "figure.css",
]
PAGE = """<!doctype html>
<html lang="en" class="js"><head><meta charset="utf-8"><title>Figures</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{styles}</style></head>
<body dir="ltr" data-md-color-scheme="{scheme}" data-md-color-primary="custom" data-md-color-accent="custom">
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary"></div><div class="md-sidebar md-sidebar--secondary"></div>
<div class="md-content"><article class="md-content__inner md-typeset"><h1>Figures</h1>
<p>Two correct threads, one wrong result. Follow one line at a time: <strong class="il-a">A</strong> reads
the balance, and <strong class="il-b">B</strong> reads it as well, for the first one has not written yet.</p>
{figures}<p>The text goes on below the figure.</p></article></div></div></main></div></body></html>
"""


def page(figures: Iterable[Figure], scheme: str = "default") -> str:
    """The whole page as HTML. scheme: "default" (light) or "slate" (dark)."""
    return PAGE.format(
        styles="\n".join(path.read_text(encoding="utf-8") for path in STYLES),
        scheme=scheme,
        figures="\n".join(html(figure) for figure in figures),
    )
