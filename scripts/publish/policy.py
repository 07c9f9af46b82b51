"""The Content-Security-Policy of all pages: nothing from elsewhere, and no script but the site's own.

The theme has a few scripts inside its pages; the policy names each by its hash. It is the
same on every page: a page that comes by instant navigation is under the policy of the page
before it as well as its own.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
START = '<meta charset="utf-8">'
# Styles stand in figures and in the theme's icons. Data is the theme's icons in its style.
RULES = (
    "default-src 'self'",
    "script-src 'self'{hashes}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)


def write(site: Path) -> None:
    """Put the policy into every page of a built site, before anything that it is about."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(pages.values())}">'
    for path, html in pages.items():
        path.write_text(html.replace(START, f"{START}{meta}", 1), encoding="utf-8")


def policy(pages: Iterable[str]) -> str:
    """The policy under which all these pages work."""
    scripts = sorted({script for html in pages for script in INLINE.findall(html)})
    hashes = "".join(f" 'sha256-{_hash(script)}'" for script in scripts)
    return "; ".join(RULES).format(hashes=hashes)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
