"""The search's two files: what each page fetches, and what a reader does who searches.

The theme fetches its index with every page, to start its search and to mark words that a
reader came by. For the marks the settings are enough; the rest is fetched by
docs/assets/search.js.
"""

import json
from pathlib import Path

SETTINGS = "search/search_index.json"
DOCS = "search/docs.json"


def part(site: Path) -> None:
    """Take the book's words out of the theme's index, into a file of their own."""
    index = json.loads((site / SETTINGS).read_text(encoding="utf-8"))
    _write(site / DOCS, index["docs"])
    _write(site / SETTINGS, index | {"docs": []})


def _write(path: Path, what: object) -> None:
    text = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
